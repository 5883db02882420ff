//! How targets answer to fingers, to the keyboard and to assistive software.

use std::cell::RefCell;
use std::rc::Rc;

use buku_pengunjung::ui::icons::bold;
use buku_pengunjung::ui::kit::Kit;
use buku_pengunjung::ui::layout::Canvas;
use buku_pengunjung::ui::theme::{Theme, Tint};
use buku_pengunjung::ui::widgets::{
    Dialog, DialogAnswer, DialogButton, DialogKind, KeyPress, KeyboardWords, KeypadWords, Side, Stepper, StepperPress,
    dialog, figures, keyboard, keypad, primary_button, secondary_button, stepper,
};
use egui::accesskit::Role;
use egui::{Event, Key, PointerButton, Pos2, Rect, Ui, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

/// What the window did, in order.
type Log = Rc<RefCell<Vec<String>>>;

/// Seconds between two frames; pointer events have a frame each.
const FRAME: f32 = 0.02;

fn window(paint: impl Fn(&Ui, &Kit, &Log) + 'static) -> (Harness<'static>, Log) {
    let log = Log::default();
    let seen = Rc::clone(&log);
    let mut kit: Option<Kit> = None;
    let harness = Harness::builder().with_size([1920.0, 1080.0]).with_step_dt(FRAME).build_ui(move |ui| {
        let kit = kit.get_or_insert_with(|| Kit::install(ui.ctx(), Theme::normal().still()));
        paint(ui, kit, &seen);
    });
    (harness, log)
}

fn pointer(harness: &mut Harness<'_>, pos: Pos2, pressed: bool) {
    harness.event(Event::PointerMoved(pos));
    harness.event(Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: egui::Modifiers::NONE,
    });
    harness.step();
}

fn touch(harness: &mut Harness<'_>, pos: Pos2) {
    pointer(harness, pos, true);
    pointer(harness, pos, false);
}

fn wait(harness: &mut Harness<'_>, seconds: f32) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few seconds")]
    harness.run_steps((seconds / FRAME).ceil() as usize);
}

fn taken(log: &Log) -> Vec<String> {
    log.borrow_mut().drain(..).collect()
}

const LEFT: Rect = Rect::from_min_max(pos2(100.0, 100.0), pos2(400.0, 204.0));
const RIGHT: Rect = Rect::from_min_max(pos2(420.0, 100.0), pos2(720.0, 204.0));

/// Two buttons, 20 du apart.
fn two_buttons() -> (Harness<'static>, Log) {
    let (mut harness, log) = window(|ui, kit, log| {
        if primary_button(ui, kit, LEFT, "Lanjut", Side::Right(bold::ARROW_RIGHT), true).clicked() {
            log.borrow_mut().push("Lanjut".to_owned());
        }
        if secondary_button(ui, kit, RIGHT, "Kembali", Side::None).clicked() {
            log.borrow_mut().push("Kembali".to_owned());
        }
    });
    harness.run_steps(3);
    (harness, log)
}

#[test]
fn a_target_acts_when_it_is_released_and_not_before() {
    let (mut harness, log) = two_buttons();
    pointer(&mut harness, LEFT.center(), true);
    wait(&mut harness, 0.1);
    assert_eq!(taken(&log), Vec::<String>::new());
    pointer(&mut harness, LEFT.center(), false);
    assert_eq!(taken(&log), ["Lanjut"]);
    wait(&mut harness, 1.0);
    assert_eq!(taken(&log), Vec::<String>::new());
}

#[test]
fn a_slow_and_trembling_finger_acts() {
    let (mut harness, log) = two_buttons();
    pointer(&mut harness, LEFT.center(), true);
    for step in 0_u8..150 {
        let drift = if step % 2 == 0 { vec2(20.0, 0.0) } else { vec2(-14.0, 14.0) };
        harness.event(Event::PointerMoved(LEFT.center() + drift));
        harness.step();
    }
    pointer(&mut harness, LEFT.center() + vec2(20.0, 0.0), false);
    assert_eq!(taken(&log), ["Lanjut"]);
}

#[test]
fn a_touch_that_leaves_the_target_does_nothing() {
    let (mut harness, log) = two_buttons();
    let edge = pos2(LEFT.center().x, LEFT.bottom() - 4.0);
    pointer(&mut harness, edge, true);
    pointer(&mut harness, edge + vec2(0.0, 30.0), false);
    assert_eq!(taken(&log), Vec::<String>::new());
}

#[test]
fn beside_a_target_the_nearest_one_within_twelve_du_is_hit() {
    for (pos, hit) in [
        (pos2(LEFT.right() + 8.0, 150.0), vec!["Lanjut"]),
        (pos2(RIGHT.left() - 8.0, 150.0), vec!["Kembali"]),
        (pos2(LEFT.left() - 11.0, 150.0), vec!["Lanjut"]),
        (pos2(LEFT.left() - 14.0, 150.0), vec![]),
        (pos2(300.0, LEFT.bottom() + 14.0), vec![]),
    ] {
        let (mut harness, log) = two_buttons();
        touch(&mut harness, pos);
        assert_eq!(taken(&log), hit, "{pos:?}");
    }
}

#[test]
fn a_second_touch_within_a_quarter_of_a_second_is_ignored_on_any_button() {
    let (mut harness, log) = two_buttons();
    touch(&mut harness, LEFT.center());
    touch(&mut harness, LEFT.center());
    touch(&mut harness, RIGHT.center());
    assert_eq!(taken(&log), ["Lanjut"]);
    wait(&mut harness, 0.3);
    touch(&mut harness, RIGHT.center());
    assert_eq!(taken(&log), ["Kembali"]);
}

#[test]
fn tab_enter_and_space_do_what_touches_do_and_a_held_enter_acts_once() {
    let (mut harness, log) = two_buttons();
    harness.key_press(Key::Enter);
    harness.step();
    assert_eq!(taken(&log), Vec::<String>::new(), "nothing has the focus");

    harness.key_press(Key::Tab);
    harness.run_steps(2);
    assert!(harness.get_by_role_and_label(Role::Button, "Lanjut").is_focused());
    harness.key_press(Key::Enter);
    harness.step();
    assert_eq!(taken(&log), ["Lanjut"]);
    for _ in 0..50 {
        harness.event(Event::Key {
            key: Key::Enter,
            physical_key: None,
            pressed: true,
            repeat: true,
            modifiers: egui::Modifiers::NONE,
        });
        harness.step();
    }
    assert_eq!(taken(&log), Vec::<String>::new());

    harness.key_press(Key::Tab);
    harness.run_steps(2);
    harness.key_press(Key::Space);
    harness.step();
    assert_eq!(taken(&log), ["Kembali"]);
}

#[test]
fn enter_twice_is_one_act_but_after_tab_it_is_meant() {
    let (mut harness, log) = two_buttons();
    harness.key_press(Key::Tab);
    harness.run_steps(2);
    for _ in 0..2 {
        harness.key_press(Key::Enter);
        harness.step();
    }
    assert_eq!(taken(&log), ["Lanjut"]);
    harness.key_press(Key::Tab);
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.step();
    assert_eq!(taken(&log), ["Kembali"], "quick fingers on the keyboard");
}

#[test]
fn assistive_software_presses_buttons_by_role_and_name() {
    let (mut harness, log) = two_buttons();
    harness.get_by_role_and_label(Role::Button, "Kembali").click_accesskit();
    harness.step();
    harness.get_by_role_and_label(Role::Button, "Lanjut").click_accesskit();
    harness.step();
    assert_eq!(taken(&log), ["Kembali", "Lanjut"]);
}

const KEYS: KeyboardWords<'static> = KeyboardWords { space: "spasi", shift: "Huruf besar", backspace: "Hapus" };

/// A keyboard that writes; capitals at the start of words.
fn typewriter() -> (Harness<'static>, Rc<RefCell<String>>) {
    let text = Rc::new(RefCell::new(String::new()));
    let shared = Rc::clone(&text);
    let (mut harness, _) = window(move |ui, kit, _| {
        let mut text = shared.borrow_mut();
        let capital = text.is_empty() || text.ends_with(' ');
        match keyboard(ui, kit, Rect::from_min_size(pos2(56.0, 425.0), vec2(1010.0, 462.0)), &KEYS, capital) {
            Some(KeyPress::Char(c)) => text.push(c),
            Some(KeyPress::Backspace) => drop(text.pop()),
            Some(KeyPress::Clear) | None => {}
        }
    });
    harness.run_steps(3);
    (harness, text)
}

fn press_key(harness: &mut Harness<'_>, name: &str) {
    let pos = harness.get_by_role_and_label(Role::Button, name).rect().center();
    touch(harness, pos);
    harness.step();
}

#[test]
fn the_keyboard_writes_names_with_capitals_signs_and_figures_at_typing_speed() {
    let (mut harness, text) = typewriter();
    for name in ["A", "S", "spasi", "N", "'", "Huruf besar", "A", "I", "-", "B", "."] {
        press_key(&mut harness, name);
    }
    assert_eq!(*text.borrow(), "As N'Ai-b.");
    for name in ["123", "4", "2", "ABC", "Q"] {
        press_key(&mut harness, name);
    }
    assert_eq!(*text.borrow(), "As N'Ai-b.42q");
}

#[test]
fn a_double_letter_is_typed_but_a_bouncing_contact_is_not() {
    let (mut harness, text) = typewriter();
    let key = harness.get_by_role_and_label(Role::Button, "A").rect().center();
    touch(&mut harness, key);
    touch(&mut harness, key);
    assert_eq!(*text.borrow(), "A", "40 ms apart: the contact bounced");
    wait(&mut harness, 0.1);
    touch(&mut harness, key);
    assert_eq!(*text.borrow(), "Aa");
}

#[test]
fn a_key_right_after_a_button_or_a_button_right_after_a_key_is_taken_but_not_where_the_finger_was() {
    let (mut harness, log) = window(|ui, kit, log| {
        // Touched, the button is gone and the keyboard stands where it was.
        let open = ui.data(|data| data.get_temp::<bool>(egui::Id::NULL)).unwrap_or(false);
        let tray = Rect::from_min_size(pos2(56.0, 425.0), vec2(1010.0, 462.0));
        if open {
            if let Some(KeyPress::Char(c)) = keyboard(ui, kit, tray, &KEYS, true) {
                log.borrow_mut().push(c.to_string());
            }
        } else if primary_button(ui, kit, tray, "Non Anggota", Side::None, true).clicked() {
            ui.data_mut(|data| data.insert_temp(egui::Id::NULL, true));
            log.borrow_mut().push("Non Anggota".to_owned());
        }
        if secondary_button(ui, kit, LEFT, "Instansi", Side::None).clicked() {
            log.borrow_mut().push("Instansi".to_owned());
        }
    });
    harness.run_steps(3);
    touch(&mut harness, pos2(300.0, 600.0));
    touch(&mut harness, pos2(310.0, 605.0));
    assert_eq!(taken(&log), ["Non Anggota"], "the second half of a double tap is no letter");
    wait(&mut harness, 0.3);
    let key = |harness: &Harness<'_>, name| harness.get_by_role_and_label(Role::Button, name).rect().center();
    let (a, s) = (key(&harness, "A"), key(&harness, "S"));
    touch(&mut harness, LEFT.center());
    touch(&mut harness, a);
    wait(&mut harness, 0.3);
    touch(&mut harness, s);
    touch(&mut harness, LEFT.center());
    touch(&mut harness, a);
    assert_eq!(taken(&log), ["Instansi", "A", "S", "Instansi", "A"], "a fast child loses no letter");
}

#[test]
fn backspace_repeats_while_it_is_held_and_its_release_takes_no_more() {
    let (mut harness, text) = typewriter();
    "Rombongan besar".clone_into(&mut text.borrow_mut());
    let pos = harness.get_by_role_and_label(Role::Button, "Hapus").rect().center();
    touch(&mut harness, pos);
    assert_eq!(text.borrow().len(), 14, "a short touch takes one");
    wait(&mut harness, 0.3);
    pointer(&mut harness, pos, true);
    wait(&mut harness, 0.4);
    assert_eq!(text.borrow().len(), 14, "nothing in the first half second");
    wait(&mut harness, 1.1);
    let left = text.borrow().len();
    assert!((4..=6).contains(&left), "8 a second after 500 ms, {left} left");
    pointer(&mut harness, pos, false);
    wait(&mut harness, 0.5);
    assert_eq!(text.borrow().len(), left);
}

#[test]
fn the_keypad_gives_figures_and_takes_them_away() {
    let (mut harness, log) = window(|ui, kit, log| {
        let words = KeypadWords { clear: "Ulangi", backspace: "Hapus" };
        if let Some(press) = keypad(ui, kit, Rect::from_min_size(pos2(1189.0, 164.0), vec2(667.0, 688.0)), &words) {
            log.borrow_mut().push(format!("{press:?}"));
        }
    });
    harness.run_steps(3);
    for name in ["0", "7", "Hapus", "Ulangi"] {
        press_key(&mut harness, name);
    }
    assert_eq!(taken(&log), ["Char('0')", "Char('7')", "Backspace", "Clear"]);
}

#[test]
fn a_stepper_repeats_stops_at_its_ends_and_offers_typing() {
    let count = Rc::new(RefCell::new(0_u32));
    let shared = Rc::clone(&count);
    let (mut harness, log) = window(move |ui, kit, log| {
        let mut value = shared.borrow_mut();
        let what = Stepper {
            name: "Laki-laki",
            icon: bold::GENDER_MALE,
            tint: Tint::Blue,
            value: *value,
            least: 0,
            most: 5,
            typing: false,
            less: "Kurangi",
            more: "Tambah",
        };
        match stepper(ui, kit, Rect::from_min_size(pos2(1122.0, 238.0), vec2(742.0, 184.0)), &what) {
            Some(StepperPress::Less) => *value -= 1,
            Some(StepperPress::More) => *value += 1,
            Some(StepperPress::Type) => log.borrow_mut().push("type".to_owned()),
            None => {}
        }
    });
    harness.run_steps(3);
    press_key(&mut harness, "Kurangi");
    assert_eq!(*count.borrow(), 0, "no less than the least");
    let plus = harness.get_by_role_and_label(Role::Button, "Tambah").rect().center();
    pointer(&mut harness, plus, true);
    wait(&mut harness, 3.0);
    pointer(&mut harness, plus, false);
    assert_eq!(*count.borrow(), 5, "no more than the most");
    wait(&mut harness, 0.3);
    press_key(&mut harness, "Kurangi");
    assert_eq!(*count.borrow(), 4);
    wait(&mut harness, 0.3);
    let number = harness.get_by_role_and_label(Role::SpinButton, "Laki-laki").rect().center();
    touch(&mut harness, number);
    assert_eq!(taken(&log), ["type"]);
}

/// A button under a dialog with two answers.
fn asking() -> (Harness<'static>, Log) {
    let (mut harness, log) = window(|ui, kit, log| {
        if primary_button(ui, kit, LEFT, "Di bawah", Side::None, true).clicked() {
            log.borrow_mut().push("under the dialog".to_owned());
        }
        let button = |text, kind| DialogButton { text, icon: Side::None, kind };
        let buttons = [button("Ya, batalkan", DialogKind::Danger), button("Lanjutkan", DialogKind::Primary)];
        let what = Dialog { title: "Batalkan?", text: "Isian dihapus.", icon: None, buttons: &buttons };
        let canvas = Canvas::of(vec2(1920.0, 1080.0));
        match dialog(ui, kit, &canvas, &what) {
            Some(DialogAnswer::Button(index)) => log.borrow_mut().push(format!("button {index}")),
            Some(DialogAnswer::Escape) => log.borrow_mut().push("escape".to_owned()),
            Some(DialogAnswer::Outside) => log.borrow_mut().push("outside".to_owned()),
            None => {}
        }
    });
    harness.run_steps(5);
    (harness, log)
}

#[test]
fn under_a_dialog_nothing_is_touched() {
    let (mut harness, log) = asking();
    touch(&mut harness, LEFT.center());
    assert_eq!(taken(&log), ["outside"]);
}

#[test]
fn a_dialog_is_answered_by_touch_and_by_escape() {
    let (mut harness, log) = asking();
    press_key(&mut harness, "Lanjutkan");
    assert_eq!(taken(&log), ["button 1"]);
    wait(&mut harness, 0.3);
    press_key(&mut harness, "Ya, batalkan");
    assert_eq!(taken(&log), ["button 0"]);
    harness.key_press(Key::Escape);
    harness.step();
    assert_eq!(taken(&log), ["escape"]);
}

#[test]
fn the_focus_stays_inside_of_a_dialog() {
    let (mut harness, log) = asking();
    for _ in 0..7 {
        harness.key_press(Key::Tab);
        harness.run_steps(2);
        assert!(!harness.get_by_role_and_label(Role::Button, "Di bawah").is_focused());
        let inside = ["Ya, batalkan", "Lanjutkan"]
            .into_iter()
            .any(|name| harness.get_by_role_and_label(Role::Button, name).is_focused());
        assert!(inside, "one of the answers has the focus");
    }
    harness.key_press(Key::Enter);
    harness.step();
    assert!(matches!(taken(&log).as_slice(), [answer] if answer.starts_with("button")));
}

#[test]
fn a_counting_figure_keeps_its_places() {
    let (mut harness, _) = window(|ui, kit, log| {
        let _ = log;
        for (row, number) in (0_u8..).zip(["10", "11", "18", "47"]) {
            let rect = Rect::from_min_size(pos2(100.0, 100.0 * f32::from(row + 1)), vec2(200.0, 90.0));
            let font = kit.font(buku_pengunjung::ui::theme::Type::Countdown);
            figures(ui.painter(), rect, number, font, kit.theme.palette.ink);
        }
    });
    harness.run_steps(2);
    let painted = crate::painted::Painted::of(&harness.output().shapes, Rect::ZERO);
    let middles: Vec<f32> = painted.texts.iter().map(|digit| digit.ink.center().x.round()).collect();
    assert_eq!(middles.len(), 8);
    assert!(painted.texts.iter().all(|digit| (digit.size - painted.texts[0].size).abs() < 0.01), "one size");
    for pair in middles.chunks(2) {
        // The shapes themselves are not all in the middle of their advance.
        assert!((pair[0] - middles[0]).abs() <= 6.0 && (pair[1] - middles[1]).abs() <= 6.0, "{middles:?}");
    }
}
