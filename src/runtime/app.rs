//! The window: eframe's app around the kiosk, or around the notice while the configuration is wrong.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use eframe::{CreationContext, Frame, NativeOptions, Renderer};
use egui::{Context, RawInput, Ui, ViewportBuilder, ViewportCommand};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use super::boot::{BootError, Places, boot};
use super::kiosk::Kiosk;
use super::screen::{self, Cover};
use super::touches::{self, Touches};
use super::trace::{self, Trace};
use super::window::{self, FirstStroke};
use super::{Stop, logging, software};
use crate::config::LoadError;
use crate::i18n::{Lang, Words};
use crate::ui::kit::Kit;
use crate::ui::theme::Theme;
use crate::ui::{layout, notice};

/// What is open.
enum Stage {
    /// The kiosk itself.
    Kiosk(Box<Kiosk>),
    /// The list of what is wrong, with a button that reads everything again.
    Notice(notice::Notice),
}

/// Why there is a notice instead of a kiosk, for the exit code; nothing once the kiosk is open.
type Unmended = Arc<Mutex<Option<Stop>>>;

struct App {
    stage: Stage,
    places: Places,
    kit: Kit,
    trace: Trace,
    first_stroke: FirstStroke,
    touches: Touches,
    cover: Option<Cover>,
    /// A signal asked the kiosk to end.
    ending: Arc<AtomicBool>,
    unmended: Unmended,
    /// A window with a frame may be closed by its cross; a kiosk may not.
    closable: bool,
}

/// Opens the window and stays until it is closed.
pub(super) fn run(places: Places, windowed: Option<(u32, u32)>) -> Result<(), Stop> {
    let ending = Arc::new(AtomicBool::new(false));
    let waker: Waker = Arc::default();
    let wake = Arc::clone(&waker);
    let first = match boot(&places, move || wake.wake()) {
        Ok(booted) => {
            logging::start(booted.folder.path());
            tracing::info!(version = env!("CARGO_PKG_VERSION"), "the kiosk opens");
            Ok(booted)
        }
        Err(BootError::Config(error)) => {
            if let LoadError::Problems(_) = &error {
                for line in error.lines(Words::of(Lang::En)) {
                    eprintln!("{line}");
                }
            }
            Err(BootError::Config(error))
        }
        Err(other) => return Err(Stop::from(&other)),
    };
    let fullscreen = windowed.is_none() && first.as_ref().map_or(true, |b| b.config.kiosk.fullscreen);
    let size = windowed.map_or([1920.0, 1080.0], |(w, h)| [f32_of(w), f32_of(h)]);
    let mut window = ViewportBuilder::default().with_title("Buku Pengunjung").with_app_id("buku-pengunjung");
    // One that is to cover its monitor has a size of its own before: the commonest, so that it is rarely laid out twice.
    window = window.with_inner_size(size);
    if fullscreen {
        window = window.with_fullscreen(true).with_decorations(false);
    }
    // It has no time for dithering, which is against bands in soft shadows, and reads its textures in another way.
    let software = software::draws();
    // Named, since eframe prefers another one as soon as anything that is built beside the kiosk asks for it.
    let renderer = Renderer::Glow;
    let options = NativeOptions { viewport: window, renderer, dithering: !software, ..NativeOptions::default() };
    let stopped = Arc::clone(&ending);
    let closable = windowed.is_some() || !fullscreen;
    let unmended: Unmended = Arc::new(Mutex::new(first.as_ref().err().map(Stop::from)));
    let told = Arc::clone(&unmended);
    let trace = Trace::from_environment();
    let watched = trace.clone();
    let first_stroke = FirstStroke::default();
    let strokes = first_stroke.clone();
    let create =
        move |cc: &CreationContext<'_>| -> Result<Box<dyn eframe::App>, Box<dyn std::error::Error + Send + Sync>> {
            waker.set(&cc.egui_ctx);
            listen_for_signals(&cc.egui_ctx, Arc::clone(&stopped))?;
            if software {
                software::spare(&cc.egui_ctx, cc.gl.as_ref());
            }
            let kit = Kit::install(&cc.egui_ctx, Theme::normal());
            let stage = match first {
                Ok(booted) => Stage::Kiosk(Box::new(Kiosk::new(booted))),
                Err(error) => Stage::Notice(boot_notice(&error)),
            };
            let cover = fullscreen.then(Cover::default);
            watched.watch(&cc.egui_ctx);
            Ok(Box::new(App {
                stage,
                places,
                kit,
                trace: watched,
                first_stroke: strokes,
                touches: Touches::default(),
                cover,
                ending: stopped,
                unmended: told,
                closable,
            }))
        };
    let shown = window::open(options, Box::new(create), first_stroke, trace);
    // A configuration that nobody has mended is what is wrong first, with a window or without.
    if let Some(stop) = unmended.lock().unwrap_or_else(PoisonError::into_inner).take() {
        return Err(stop);
    }
    shown.map_err(|error| {
        Stop::Failed(format!(
            "The window could not be opened ({}): start the kiosk on a computer with a display, and see README.md for the system packages.",
            without_place(&error)
        ))
    })
}

/// What the window system says, without the line of source code that it puts before it.
fn without_place(error: &str) -> &str {
    error
        .rsplit_once(".rs:")
        .and_then(|(_, rest)| rest.split_once(": "))
        .map_or(error, |(_, said)| said)
        .trim_end_matches('.')
}

#[expect(clippy::cast_precision_loss, reason = "a window is smaller than 16 million pixels")]
fn f32_of(pixels: u32) -> f32 {
    pixels as f32
}

impl eframe::App for App {
    fn raw_input_hook(&mut self, ctx: &Context, raw: &mut RawInput) {
        let first_stroke = self.first_stroke.take_age();
        screen::keep_textures_small(raw);
        if let Stage::Kiosk(kiosk) = &mut self.stage {
            kiosk.filter(raw, first_stroke);
        }
        self.touches.pace(ctx, raw);
        if let Stage::Kiosk(kiosk) = &mut self.stage {
            kiosk.hold_cards(touches::acts(&self.touches, raw));
        }
    }

    fn logic(&mut self, ctx: &Context, _frame: &mut Frame) {
        let asked = ctx.input(|i| i.viewport().close_requested());
        if asked && !self.closable && !self.ending.load(Ordering::SeqCst) {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        }
        if let Some(cover) = &mut self.cover {
            cover.keep(ctx);
        }
        if let Stage::Kiosk(kiosk) = &mut self.stage {
            kiosk.logic(ctx);
            if kiosk.leaving() && !self.ending.swap(true, Ordering::SeqCst) {
                tracing::info!("an administrator ends the kiosk");
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        let ctx = ui.ctx().clone();
        // What is traced is what this frame paints, not what it leads to.
        let painted = match &mut self.stage {
            Stage::Kiosk(kiosk) => {
                let painted = kiosk.page().map_or_else(|| trace::walk(kiosk.engine().state()), trace::page);
                kiosk.ui(ui, &mut self.kit);
                painted
            }
            Stage::Notice(shown) => {
                let canvas = layout::apply(&ctx);
                if notice::show(ui, &self.kit, &canvas, shown) {
                    self.reload(&ctx);
                }
                trace::page("config_notice")
            }
        };
        let in_place = self.cover.as_ref().is_none_or(Cover::is_done) && layout::is_settled(&ctx);
        self.trace.painted(in_place.then_some(painted));
    }
}

impl App {
    /// "Muat ulang": reads the configuration again and opens the kiosk, or shows what is wrong now.
    fn reload(&mut self, ctx: &Context) {
        let waker = ctx.clone();
        let booted = boot(&self.places, move || waker.request_repaint());
        *self.unmended.lock().unwrap_or_else(PoisonError::into_inner) = booted.as_ref().err().map(Stop::from);
        match booted {
            Ok(booted) => {
                logging::start(booted.folder.path());
                self.stage = Stage::Kiosk(Box::new(Kiosk::new(booted)));
            }
            Err(error) => self.stage = Stage::Notice(boot_notice(&error)),
        }
        ctx.request_repaint();
    }
}

/// The notice of a kiosk that does not open, in plain Indonesian.
fn boot_notice(error: &BootError) -> notice::Notice {
    let words = Words::of(Lang::Id);
    let (title, lead) = match error {
        BootError::Config(config) => (words.get("config-notice-title"), config.sentence(words)),
        _ => (words.get("fault-title"), words.get("fault-lead")),
    };
    let lines = match error {
        BootError::Config(LoadError::Problems(list)) => list.iter().map(|p| p.line(words)).collect(),
        BootError::Config(_) => vec![],
        other => other.lines(words),
    };
    notice::Notice { title, lead, lines, button: Some(words.get("config-notice-reload")) }
}

/// A signal closes the window in order: what was sent to the book is finished first.
fn listen_for_signals(ctx: &Context, ending: Arc<AtomicBool>) -> std::io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP])?;
    let ctx = ctx.clone();
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for _ in signals.forever() {
            ending.store(true, Ordering::SeqCst);
            ctx.send_viewport_cmd(ViewportCommand::Close);
            ctx.request_repaint();
        }
    })?;
    Ok(())
}

/// Wakes a window that may not be there yet.
#[derive(Default)]
struct Wake(std::sync::OnceLock<Context>);
type Waker = Arc<Wake>;

impl Wake {
    fn set(&self, ctx: &Context) {
        // Set once, when the window is made.
        let _ = self.0.set(ctx.clone());
    }

    fn wake(&self) {
        if let Some(ctx) = self.0.get() {
            ctx.request_repaint();
        }
    }
}
