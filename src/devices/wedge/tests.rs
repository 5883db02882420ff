//! Bursts and typing at every pace, in frames of every size.

use proptest::prelude::*;

use super::*;

const ENTER: Stroke = Stroke::Key(Key::Enter);

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

fn chars(text: &str) -> Vec<Stroke> {
    text.chars().map(Stroke::Char).collect()
}

/// Strokes at `every` microseconds from `start`, delivered in frames of `batch` strokes. `since` is the
/// previous frame while the queue is looked at all the time, and the frame itself after a rest.
fn play(strokes: &[Stroke], every: u64, batch: usize) -> Vec<Heard> {
    let mut wedge = Wedge::new(Setup::default());
    let mut heard = Vec::new();
    let mut t = 1_000_000;
    let mut previous = None;
    for frame in strokes.chunks(batch) {
        t += every * frame.len() as u64;
        let now = Duration::from_micros(t);
        let since = previous.unwrap_or(now.saturating_sub(Duration::from_micros(every * (frame.len() as u64 - 1))));
        heard.extend(wedge.feed(since, now, false, frame));
        previous = Some(now);
    }
    let end = Duration::from_micros(t) + ms(200);
    heard.extend(wedge.feed(end, end, false, &[]));
    heard
}

fn typed(heard: &[Heard]) -> Vec<Stroke> {
    heard.iter().filter_map(|h| if let Heard::Stroke(s) = h { Some(*s) } else { None }).collect()
}

#[test]
fn a_burst_in_one_batch_is_a_scan_and_its_enter_is_gone() {
    let mut wedge = Wedge::new(Setup::default());
    let mut strokes = chars("0024118736");
    strokes.push(ENTER);
    assert_eq!(wedge.feed(ms(5000), ms(5000), false, &strokes), [Heard::Scan("0024118736".into())]);
    assert!(!wedge.holds());
}

#[test]
fn a_late_enter_of_a_burst_is_swallowed_up_to_150_ms() {
    for (late, swallowed) in [(40, true), (140, true), (400, false)] {
        let mut wedge = Wedge::new(Setup::default());
        let mut heard = wedge.feed(ms(1000), ms(1000), false, &chars("0024118736"));
        heard.extend(wedge.feed(ms(1000 + late), ms(1000 + late), false, &[ENTER]));
        let expected = if swallowed { vec![] } else { vec![ENTER] };
        assert_eq!(typed(&heard), expected, "{late} ms");
        assert!(heard.contains(&Heard::Scan("0024118736".into())), "{late} ms");
    }
}

#[test]
fn after_a_rest_a_whole_card_is_a_scan_and_a_whole_name_is_not() {
    let feed = |text: &str, enter: bool| {
        let mut wedge = Wedge::new(Setup::default());
        let mut strokes = chars(text);
        strokes.extend(enter.then_some(ENTER));
        let mut heard = wedge.feed(ms(1000), ms(2500), true, &strokes);
        heard.extend(wedge.feed(ms(2800), ms(2800), false, &[]));
        heard
    };
    assert_eq!(feed("0024118736", true), [Heard::Scan("0024118736".into())]);
    assert_eq!(typed(&feed("Ni'mah Peraga", false)), chars("Ni'mah Peraga"));
    assert_eq!(typed(&feed("Setiawan", true)).len(), 9);
    assert_eq!(typed(&feed("SDN 2 Uji", false)), chars("SDN 2 Uji"));
}

#[test]
fn a_word_that_a_stalled_machine_hands_over_in_one_heap_is_typing() {
    for setup in [Setup::default(), Setup { suffix: None, ..Setup::default() }] {
        for word in ["Budi Uji", "Ni'mah A. Peraga", "ABCDEFGHIJKLMNOPQR"] {
            let mut wedge = Wedge::new(setup.clone());
            let mut heard = wedge.feed(ms(1000), ms(1010), false, &chars(word));
            heard.extend(wedge.feed(ms(1300), ms(1300), false, &[]));
            assert_eq!(heard, chars(word).into_iter().map(Heard::Stroke).collect::<Vec<_>>());
        }
        let mut wedge = Wedge::new(setup);
        let mut heard = wedge.feed(ms(1000), ms(1010), false, &chars("ABCDEFGHIJKLMNOPQRS"));
        heard.extend(wedge.feed(ms(1300), ms(1300), false, &[]));
        assert_eq!(heard, [Heard::Scan("ABCDEFGHIJKLMNOPQRS".into())], "too long for a stall");
    }
}

/// In spurts a quick hand comes to 20 letters a second; a frame rounds that by a letter.
#[test]
fn a_spurt_of_letters_and_digits_is_typing() {
    for text in ["SDN 2 Uji Peraga", "813 42 55"] {
        for batch in 1..=3 {
            let strokes = chars(text);
            assert_eq!(typed(&play(&strokes, 50_000, batch)), strokes, "{text} in frames of {batch}");
        }
    }
}

#[test]
fn a_lone_digit_is_passed_on_after_the_gap_only() {
    let mut wedge = Wedge::new(Setup::default());
    assert_eq!(wedge.feed(ms(1000), ms(1000), false, &chars("1")), []);
    assert_eq!(wedge.deadline(), Some(ms(1050)));
    assert_eq!(wedge.feed(ms(1051), ms(1051), false, &[]), [Heard::Stroke(Stroke::Char('1'))]);
}

#[test]
fn noise_is_swallowed_whole_and_memory_stays_flat() {
    let mut wedge = Wedge::new(Setup::default());
    let mut heard = Vec::new();
    for i in 0..200 {
        heard.extend(wedge.feed(ms(1000 + i), ms(1001 + i), false, &chars(&"x".repeat(50))));
        assert!(wedge.held.len() <= LONGEST);
    }
    heard.extend(wedge.feed(ms(2000), ms(2000), false, &[ENTER]));
    assert_eq!(heard, [Heard::Noise, Heard::Stroke(ENTER)]);
}

#[test]
fn a_character_can_be_the_suffix() {
    let setup = Setup { suffix: Some(Stroke::Char('#')), ..Setup::default() };
    let mut wedge = Wedge::new(setup);
    assert_eq!(wedge.feed(ms(1), ms(1), false, &chars("0024118736#")), [Heard::Scan("0024118736".into())]);
    assert_eq!(wedge.feed(ms(900), ms(900), false, &chars("#")), []);
    assert_eq!(wedge.feed(ms(960), ms(960), false, &[]), [Heard::Stroke(Stroke::Char('#'))]);
}

#[test]
fn prefix_is_left_out_and_control_characters_are_noise() {
    let setup = Setup { prefix: "~".into(), ..Setup::default() };
    let mut wedge = Wedge::new(setup);
    let mut strokes = chars("~0024118736");
    strokes.push(ENTER);
    assert_eq!(wedge.feed(ms(1), ms(1), false, &strokes), [Heard::Scan("0024118736".into())]);
    let mut strokes = chars("00\u{1}24118736");
    strokes.push(ENTER);
    assert_eq!(wedge.feed(ms(900), ms(900), false, &strokes), [Heard::Noise]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(2000), ..ProptestConfig::default() })]

    /// 25 to 2,000 characters a second, 6 to 32 of them, 1 to 64 in a frame: one scan, nothing typed.
    #[test]
    fn a_reader_is_always_a_scan(text in "[A-Za-z0-9./-]{6,32}", every in 500_u64..=40_000, batch in 1_usize..=64) {
        let mut strokes = chars(&text);
        strokes.push(ENTER);
        prop_assert_eq!(play(&strokes, every, batch), vec![Heard::Scan(text)]);
    }

    /// Up to 12 characters a second: every stroke arrives once and in order, and nothing is a scan.
    #[test]
    fn a_person_is_never_a_scan(text in "[A-Za-z0-9 .'-]{1,64}", every in 83_334_u64..=2_000_000, batch in 1_usize..=64) {
        let mut strokes = chars(&text);
        strokes.push(ENTER);
        let heard = play(&strokes, every, batch);
        prop_assert_eq!(typed(&heard), strokes);
        prop_assert_eq!(heard.len(), text.chars().count() + 1);
    }

    /// In between: a scan or typing, but never both and never lost.
    #[test]
    fn nothing_is_lost_or_doubled(text in "[a-z0-9]{1,40}", every in 200_u64..=200_000, batch in 1_usize..=64) {
        let heard = play(&chars(&text), every, batch);
        let mut all = String::new();
        for h in &heard {
            match h {
                Heard::Scan(s) => all.push_str(s),
                Heard::Stroke(Stroke::Char(c)) => all.push(*c),
                other => prop_assert!(false, "{:?}", other),
            }
        }
        prop_assert_eq!(all, text);
    }
}
