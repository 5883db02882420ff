//! Scan to committed to painted, without a window: `cargo bench --bench walk`.
//!
//! The real kiosk with its keyboard queue, its book on disk and its screens is given what a reader and a finger send, and
//! every frame is laid out and tessellated. What the graphics card, or the software renderer, does with the triangles is
//! not in these numbers (scripts/bench measures the real window as well). `BUKU_BENCH_MEMBERS`, `BUKU_BENCH_VISITS` (the
//! first of a list) and `BUKU_BENCH_WALKS` choose other sizes. A line `figure|WHAT|VALUE|TARGET` is one for the README.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a bench that cannot measure may stop")]

use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use buku_pengunjung::domain::card::CardNumber;
use buku_pengunjung::domain::lookup::Listing;
use buku_pengunjung::domain::member::Standing;
use buku_pengunjung::runtime::boot::{Places, boot};
use buku_pengunjung::runtime::kiosk::Kiosk;
use buku_pengunjung::storage::demo::{self, DemoPlan};
use buku_pengunjung::storage::{Book, BookSettings, folder};
use buku_pengunjung::ui::kit::Kit;
use buku_pengunjung::ui::theme::Theme;
use chrono::{TimeDelta, Utc};
use egui::{Context, Event, Key, Modifiers, PointerButton, Pos2, RawInput, Rect, Vec2, vec2};

const WINDOW: Vec2 = vec2(1920.0, 1080.0);

/// A size from the environment, the first of a list.
fn size(name: &str, usual: u64) -> u64 {
    let given = std::env::var(name).ok();
    given.map_or(usual, |list| list.split(',').next().unwrap().trim().parse().unwrap())
}

fn main() {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(home).unwrap();
    let dir = tempfile::tempdir_in(home).unwrap();
    let folder = folder::prepare(&dir.path().join("data")).unwrap();
    let (members, visits) = (size("BUKU_BENCH_MEMBERS", 1_000_000), size("BUKU_BENCH_VISITS", 1_000_000));
    // Until yesterday, so that nobody is told to be recorded already.
    let plan = DemoPlan { members, visits, years: 1, seed: 1, until: Utc::now() - TimeDelta::days(1) };
    let mut book = Book::open(&folder, BookSettings::default()).unwrap();
    demo::fill(&mut book, plan).unwrap();
    let walks = usize::try_from(size("BUKU_BENCH_WALKS", 200)).unwrap();
    let cards = good_cards(&book, members).into_iter().take(walks);
    assert_eq!(cards.len(), walks, "so many members have a card in order");
    drop(book);

    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("kiosk-config.toml");
    let (wake, woken) = channel();
    let places = Places { config, data_dir: Some(folder.path().to_owned()), dialogs: false };
    let booted = boot(&places, move || {
        // The bench may have ended.
        let _ = wake.send(());
    })
    .unwrap();
    let mut window = Window::new(Kiosk::new(booted), woken);

    let (mut scans, mut touches, mut both) = (Vec::new(), Vec::new(), Vec::new());
    // The first walk brings every screen up for the first time; it is counted like the others.
    for card in cards {
        window.frame(vec![]);
        // The window is at rest when a card is shown.
        std::thread::sleep(Duration::from_millis(60));
        let scan = window.time(burst(&card), "purpose");
        let touch = window.touch("Membaca di tempat", "done");
        window.touch("Selesai", "welcome");
        scans.push(scan);
        touches.push(touch);
        both.push(scan + touch);
    }
    report("card read to purposes laid out", scans, "");
    report("purpose touched to row committed to thanks laid out", touches, "");
    report("scan to committed to laid out and tessellated, without the visitor's own time", both, "20 ms");
}

/// Cards that are in order, spread over the list.
fn good_cards(book: &Book, members: u64) -> Vec<String> {
    let today = Utc::now().date_naive();
    let spread = (0..members.min(5_000)).map(|n| demo::card_number(n.wrapping_mul(7_919_777) % members));
    let good = |card: &String| match book.look_up(&CardNumber::from_store(card)).unwrap().listing {
        Listing::Listed(member) => member.standing(today) == Standing::Valid,
        _ => false,
    };
    let mut cards: Vec<String> = spread.filter(good).collect();
    cards.dedup();
    cards
}

fn report(what: &str, mut times: Vec<Duration>, target: &str) {
    times.sort_unstable();
    let at = |part: usize| times[(times.len() * part / 100).min(times.len() - 1)].as_secs_f64() * 1e3;
    println!("{what:<80} {:>8.2} ms {:>8.2} ms {:>8.2} ms", at(50), at(95), at(100));
    println!("figure|{what}, median and p95 of {}|{:.1}, {:.1} ms|{target}", times.len(), at(50), at(95));
}

/// What a reader sends, all in one frame.
fn burst(card: &str) -> Vec<Event> {
    let key = |pressed| Event::Key {
        key: Key::Enter,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    card.chars().map(|c| Event::Text(c.to_string())).chain([key(true), key(false)]).collect()
}

/// The kiosk in a window of which nothing is painted.
struct Window {
    ctx: Context,
    kit: Kit,
    kiosk: Kiosk,
    woken: Receiver<()>,
    seconds: f64,
}

impl Window {
    fn new(kiosk: Kiosk, woken: Receiver<()>) -> Self {
        let ctx = Context::default();
        let kit = Kit::install(&ctx, Theme::normal().still());
        Self { ctx, kit, kiosk, woken, seconds: 0.0 }
    }

    /// One frame with these events, laid out and tessellated, as the window does it: what it tells the system, and which
    /// screen it shows.
    fn frame(&mut self, events: Vec<Event>) -> (egui::PlatformOutput, &'static str) {
        // Frames are seconds apart for the widgets, so that no touch is taken for a second one.
        self.seconds += 1.0;
        let mut raw = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, WINDOW)),
            time: Some(self.seconds),
            focused: true,
            events,
            ..RawInput::default()
        };
        self.kiosk.filter(&mut raw, None);
        let (kiosk, kit) = (&mut self.kiosk, &mut self.kit);
        let mut shown = "";
        let mut output = self.ctx.run_ui(raw, |ui| {
            kiosk.logic(&ui.ctx().clone());
            shown = kiosk.engine().state().screen.name();
            kiosk.ui(ui, kit);
        });
        let shapes = std::mem::take(&mut output.shapes);
        let meshes = self.ctx.tessellate(shapes, output.pixels_per_point);
        assert!(!meshes.is_empty());
        output.textures_delta.clear();
        (std::mem::take(&mut output.platform_output), shown)
    }

    /// How long it takes from these events until that screen is laid out.
    fn time(&mut self, events: Vec<Event>, screen: &str) -> Duration {
        while self.woken.try_recv().is_ok() {}
        let began = Instant::now();
        let mut events = Some(events);
        loop {
            let (_, shown) = self.frame(events.take().unwrap_or_default());
            if shown == screen {
                return began.elapsed();
            }
            assert!(began.elapsed() < Duration::from_secs(20), "{screen} did not come after {shown}");
            // Nothing is painted until the book answers, unless the touch itself has changed something.
            if self.kiosk.engine().state().screen.name() == shown {
                let _ = self.woken.recv_timeout(Duration::from_millis(50));
            }
        }
    }

    /// Touches a control, and how long it takes from the finger's lifting until that screen is laid out.
    fn touch(&mut self, name: &str, screen: &str) -> Duration {
        let pos = self.place(name);
        let button =
            |pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
        self.frame(vec![Event::PointerMoved(pos), button(true)]);
        self.time(vec![button(false)], screen)
    }

    /// The middle of the control of that name, as assistive software is told.
    fn place(&mut self, name: &str) -> Pos2 {
        self.ctx.enable_accesskit();
        let (said, _) = self.frame(vec![]);
        self.ctx.disable_accesskit();
        let nodes = said.accesskit_update.map(|update| update.nodes).unwrap_or_default();
        let found = nodes.iter().find(|(_, node)| node.label() == Some(name) && node.bounds().is_some());
        let bounds = found.unwrap_or_else(|| panic!("there is no {name}")).1.bounds().unwrap();
        #[expect(clippy::cast_possible_truncation, reason = "a window has some thousand pixels")]
        let middle = |from: f64, to: f64| f64::midpoint(from, to) as f32;
        Pos2::new(middle(bounds.x0, bounds.x1), middle(bounds.y0, bounds.y1))
    }
}
