//! The window on its screen: covering it also where no window manager helps.

use egui::{Context, Pos2, RawInput, ViewportCommand, vec2};

/// Keeps the window over the whole monitor.
#[derive(Debug, Default)]
pub struct Cover {
    asked: u8,
    covers: bool,
}

/// Without a window manager the first wishes may come too early; after so many it stays as it is.
const WISHES: u8 = 20;

impl Cover {
    /// Called every frame. A window manager makes the window fullscreen by itself; without one, position and size
    /// are set by hand, since `fullscreen` is reported as true there without being so.
    pub fn keep(&mut self, ctx: &Context) {
        if self.is_done() {
            return;
        }
        let (monitor, window) = ctx.input(|i| (i.viewport().monitor_size, i.viewport().inner_rect));
        let (Some(monitor), Some(window)) = (monitor, window) else { return };
        let zoom = ctx.zoom_factor();
        let missing = (monitor - window.size()).abs().max_elem() * zoom;
        self.covers = missing <= 2.0;
        if missing > 2.0 && monitor.min_elem() > 1.0 {
            self.asked += 1;
            ctx.send_viewport_cmd(ViewportCommand::OuterPosition(Pos2::ZERO));
            ctx.send_viewport_cmd(ViewportCommand::InnerSize(vec2(monitor.x, monitor.y)));
        }
    }

    /// Whether the window covers the monitor, or never will.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.covers || self.asked >= WISHES
    }
}

/// The widest picture that is asked for, in pixels; larger illustrations are stretched by a hair's breadth.
const WIDEST: usize = 2048;

/// Letters are kept in one picture that is as wide as can be drawn. For the software renderer that is 16,384 pixels, of
/// which nearly all would stay empty and be kept twice.
pub fn keep_textures_small(raw: &mut RawInput) {
    raw.max_texture_side = raw.max_texture_side.map(|side| side.min(WIDEST));
}
