//! Gives egui itself the look, so that nothing of its own shows: panels, scroll bars, selection, touch.

use egui::{Context, CornerRadius, FontId, Shadow, Stroke, Style, TextStyle, ThemePreference};

use super::{HIT_MARGIN, SECOND_TOUCH_GUARD, TOUCH_DRIFT, Theme, Type, Weight};

impl Theme {
    /// Makes this look egui's own. Call it when the look changes, not every frame.
    ///
    /// A slow or trembling finger acts all the same: a press may last for ever and drift by [`TOUCH_DRIFT`] du.
    /// A touch beside a target reaches the nearest one within [`HIT_MARGIN`] du. There are no tooltips,
    /// no hover cursors, no blinking caret and no input method.
    pub fn apply(&self, ctx: &Context) {
        let base = if self.is_high_contrast() { egui::Theme::Dark } else { egui::Theme::Light };
        ctx.options_mut(|options| {
            options.theme_preference =
                if self.is_high_contrast() { ThemePreference::Dark } else { ThemePreference::Light };
            options.zoom_with_keyboard = false;
            options.input_options.max_click_duration = f64::INFINITY;
            options.input_options.max_click_dist = TOUCH_DRIFT;
            options.input_options.max_double_click_delay = SECOND_TOUCH_GUARD.as_secs_f64();
        });
        let style = self.style(base);
        ctx.set_style_of(egui::Theme::Dark, style.clone());
        ctx.set_style_of(egui::Theme::Light, style);
    }

    fn style(&self, base: egui::Theme) -> Style {
        let p = &self.palette;
        let mut style = Style { animation_time: 0.0, ..base.default_style() };
        style.text_styles = self.text_styles();
        style.interaction.interact_radius = HIT_MARGIN;
        style.interaction.selectable_labels = false;
        style.interaction.multi_widget_text_select = false;
        style.interaction.tooltip_delay = f32::INFINITY;
        style.explanation_tooltips = false;
        style.url_in_tooltip = false;
        style.spacing.item_spacing = egui::Vec2::ZERO;
        style.spacing.window_margin = egui::Margin::ZERO;
        style.spacing.button_padding = egui::Vec2::ZERO;
        style.scroll_animation = egui::style::ScrollAnimation::none();

        let visuals = &mut style.visuals;
        visuals.override_text_color = Some(p.ink);
        visuals.panel_fill = p.bg;
        visuals.window_fill = p.surface;
        visuals.extreme_bg_color = p.surface;
        visuals.faint_bg_color = p.bg;
        visuals.code_bg_color = p.bg;
        visuals.hyperlink_color = p.blue;
        visuals.warn_fg_color = p.amber_ink;
        visuals.error_fg_color = p.red_ink;
        visuals.window_shadow = Shadow::NONE;
        visuals.popup_shadow = Shadow::NONE;
        visuals.window_stroke = Stroke::new(self.stroke.card, p.line);
        visuals.selection.bg_fill = p.blue;
        visuals.selection.stroke = Stroke::new(self.stroke.card, p.on_blue);
        visuals.text_cursor.blink = false;
        visuals.interact_cursor = None;
        visuals.button_frame = false;
        for widget in [
            &mut visuals.widgets.noninteractive,
            &mut visuals.widgets.inactive,
            &mut visuals.widgets.hovered,
            &mut visuals.widgets.active,
            &mut visuals.widgets.open,
        ] {
            widget.bg_fill = p.surface;
            widget.weak_bg_fill = p.surface;
            widget.bg_stroke = Stroke::new(self.stroke.tile, p.edge);
            widget.fg_stroke = Stroke::new(self.stroke.tile, p.ink);
            widget.corner_radius = CornerRadius::same(18);
            widget.expansion = 0.0;
        }
        style
    }

    fn text_styles(&self) -> std::collections::BTreeMap<TextStyle, FontId> {
        [
            (TextStyle::Small, Type::StaffCaption),
            (TextStyle::Body, Type::StaffBody),
            (TextStyle::Button, Type::StaffBody),
            (TextStyle::Heading, Type::StaffTitle),
            (TextStyle::Monospace, Type::StaffBody),
        ]
        .map(|(style, font)| (style, self.font(font).weighted(Weight::Medium).id()))
        .into()
    }
}
