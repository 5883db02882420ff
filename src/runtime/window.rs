//! The window's events before eframe sees them: while a reader types, no frame is painted.
//!
//! eframe paints a frame for every key. The reader's next characters, and the Enter that the visitor waits for, would wait
//! behind a frame that shows nothing new, since strokes are held back until it is known whose they are (`keyboard`): half
//! a frame's time where the processor paints, up to two of the monitor's elsewhere.

mod hold;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::{Duration, Instant};

use eframe::{AppCreator, EframeWinitApplication, NativeOptions, UserEvent};
use winit::application::ApplicationHandler;
use winit::event::{DeviceEvent, DeviceId, ElementState, StartCause, TouchPhase, WindowEvent};
use winit::event_loop::{ActiveEventLoop, ControlFlow, DeviceEvents, EventLoop};
use winit::window::WindowId;

use self::hold::{Hold, Press};
use super::trace::Trace;

/// When the first of the strokes came that no frame has looked at yet.
#[derive(Debug, Clone, Default)]
pub struct FirstStroke(Rc<Cell<Option<Instant>>>);

impl FirstStroke {
    fn came(&self, at: Instant) {
        self.0.set(self.0.get().or(Some(at)));
    }

    /// How long ago it came. The next one is the first again.
    #[must_use]
    pub fn take_age(&self) -> Option<Duration> {
        self.0.take().map(|at| at.elapsed())
    }
}

/// Opens a window with the app that `create` makes, and stays until it is closed.
///
/// # Errors
/// Why there is no display, in the words of the window system; or that the display offers no OpenGL; or why there is no app.
pub fn open(options: NativeOptions, create: AppCreator<'_>, first: FirstStroke, trace: Trace) -> Result<(), String> {
    let event_loop = EventLoop::<UserEvent>::with_user_event().build().map_err(|error| error.to_string())?;
    // Raw keys and movements beside the window's own are for games: each would wake the kiosk once more.
    event_loop.listen_device_events(DeviceEvents::Never);
    // eframe keeps to itself why there is no app. It makes one as soon as it has something to draw with.
    let opened = RefCell::new(Err("the display offers no OpenGL".to_owned()));
    let create: AppCreator<'_> = Box::new(|context| {
        let app = create(context);
        *opened.borrow_mut() = app.as_ref().map(drop).map_err(ToString::to_string);
        app
    });
    let app = eframe::create_native("buku-pengunjung", options, create, &event_loop);
    let mut window = Window { app, hold: Hold::default(), held: None, first, trace };
    event_loop.run_app(&mut window).map_err(|error| error.to_string())?;
    opened.borrow().clone()
}

/// eframe's application, and what is held back from it.
struct Window<'a> {
    app: EframeWinitApplication<'a>,
    hold: Hold,
    /// The window whose frame is held back.
    held: Option<WindowId>,
    first: FirstStroke,
    trace: Trace,
}

impl Window<'_> {
    fn paint(&mut self, event_loop: &ActiveEventLoop, id: WindowId) {
        self.held = None;
        self.hold = Hold::default();
        self.pass(|app| app.window_event(event_loop, id, WindowEvent::RedrawRequested));
    }

    /// Passes something on to eframe, which may paint a frame at once: so it does with a window's first.
    fn pass(&mut self, on: impl FnOnce(&mut EframeWinitApplication<'_>)) {
        on(&mut self.app);
        self.trace.shown();
    }

    /// Takes note of what somebody does. All but a character is answered at once, by a frame that eframe asks for.
    fn listen(&mut self, event: &WindowEvent) {
        let done = match event {
            WindowEvent::KeyboardInput { event, is_synthetic: false, .. } if event.state == ElementState::Pressed => {
                let now = Instant::now();
                match Press::of(&event.logical_key, event.text.as_deref()) {
                    Press::Character => {
                        self.hold.stroke(now);
                        self.first.came(now);
                    }
                    Press::Modifier => {}
                    Press::Key => self.hold = Hold::default(),
                }
                true
            }
            WindowEvent::MouseInput { state, .. } => {
                self.hold = Hold::default();
                *state == ElementState::Released
            }
            WindowEvent::Touch(touch) => {
                self.hold = Hold::default();
                touch.phase == TouchPhase::Ended
            }
            _ => false,
        };
        if done {
            self.trace.input();
        }
    }
}

impl ApplicationHandler<UserEvent> for Window<'_> {
    fn window_event(&mut self, event_loop: &ActiveEventLoop, id: WindowId, event: WindowEvent) {
        if event == WindowEvent::RedrawRequested {
            if self.hold.until(Instant::now()).is_some() {
                self.held = Some(id);
            } else {
                self.paint(event_loop, id);
            }
            return;
        }
        self.listen(&event);
        self.pass(|app| app.window_event(event_loop, id, event));
    }

    fn about_to_wait(&mut self, event_loop: &ActiveEventLoop) {
        self.pass(|app| app.about_to_wait(event_loop));
        let Some(id) = self.held else { return };
        let Some(until) = self.hold.until(Instant::now()) else { return self.paint(event_loop, id) };
        event_loop.set_control_flow(match event_loop.control_flow() {
            ControlFlow::Wait => ControlFlow::WaitUntil(until),
            ControlFlow::WaitUntil(asked) => ControlFlow::WaitUntil(asked.min(until)),
            ControlFlow::Poll => ControlFlow::Poll,
        });
    }

    fn new_events(&mut self, event_loop: &ActiveEventLoop, cause: StartCause) {
        self.pass(|app| app.new_events(event_loop, cause));
    }

    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        self.pass(|app| app.resumed(event_loop));
    }

    fn suspended(&mut self, event_loop: &ActiveEventLoop) {
        self.pass(|app| app.suspended(event_loop));
    }

    fn user_event(&mut self, event_loop: &ActiveEventLoop, event: UserEvent) {
        self.pass(|app| app.user_event(event_loop, event));
    }

    fn device_event(&mut self, event_loop: &ActiveEventLoop, id: DeviceId, event: DeviceEvent) {
        self.pass(|app| app.device_event(event_loop, id, event));
    }

    fn exiting(&mut self, event_loop: &ActiveEventLoop) {
        self.pass(|app| app.exiting(event_loop));
    }

    fn memory_warning(&mut self, event_loop: &ActiveEventLoop) {
        self.pass(|app| app.memory_warning(event_loop));
    }
}
