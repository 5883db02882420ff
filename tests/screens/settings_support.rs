//! Pengaturan without a window behind it: the real machine and the real check over the shipped file, with a book and a
//! disk that are only told of.

use buku_pengunjung::config::{self, SHIPPED, settings};
use buku_pengunjung::domain::name::Name;
use buku_pengunjung::domain::settings::{Section, Settings};
use buku_pengunjung::domain::staff::{Role, Staff, StaffId};
use buku_pengunjung::flow::staff::page::{Ask as AnyAsk, PageEvent, Reply as AnyReply};
use buku_pengunjung::flow::staff::settings::people::{self, Person};
use buku_pengunjung::flow::staff::settings::{
    Ask, Copied, Copy, Event as Act, Hindrance, Loaded, NotSaved, Outside, Page, Reply, Told,
};
use buku_pengunjung::flow::staff::{Effect, Event, Side, Tab};
use buku_pengunjung::i18n::{Lang, Words};
use chrono::{DateTime, NaiveDate};
use egui::accesskit;
use egui_kittest::kittest::Queryable as _;

use crate::reports_support::{self, stick};
use crate::staff_support::{Office, Window, window};
use crate::support::SIZES;

/// What is behind the page.
pub struct Behind {
    pub text: String,
    pub hindrance: Option<Hindrance>,
    pub outside: Option<Outside>,
    pub people: Vec<Person>,
    /// What was asked of the list of staff.
    pub asked: Vec<people::Ask>,
}

pub fn read(text: &str) -> Settings {
    settings::read(text, &config::parse(text, "kiosk-config.toml").unwrap()).unwrap()
}

fn person(id: i64, name: &str, role: Role) -> Person {
    let staff = Staff { id: StaffId(id), name: Name::new(name).unwrap(), role };
    Person { staff, pin_set_at: DateTime::from_timestamp(1_763_000_000, 0).unwrap() }
}

impl Behind {
    pub fn new() -> Self {
        let people = vec![person(2, "Budi Uji", Role::Librarian), person(1, "Sri Uji", Role::Administrator)];
        Self { text: SHIPPED.to_owned(), hindrance: None, outside: None, people, asked: Vec::new() }
    }

    fn loaded(&self) -> Loaded {
        let (hindrance, outside) = (self.hindrance, self.outside.clone());
        Loaded { settings: read(&self.text), hindrance, outside }
    }

    fn told(text: &str, problems: &[config::Problem]) -> Vec<Told> {
        let words = Words::of(Lang::Id);
        problems.iter().map(|p| Told { spot: settings::spot(text, p), sentence: p.sentence(words) }).collect()
    }

    fn answer(&mut self, ask: Ask) -> Reply {
        let before = read(&self.text);
        let copies = || {
            let day = |d| NaiveDate::from_ymd_opt(2026, 11, d).unwrap();
            vec![
                Copy { date: day(25), bytes: 42_300_000, second: true },
                Copy { date: day(24), bytes: 42_100_000, second: false },
            ]
        };
        match ask {
            Ask::Load | Ask::Reload => Reply::Loaded(Box::new(self.loaded())),
            Ask::Check(draft) => match settings::revise(&self.text, &before, &draft, "kiosk-config.toml") {
                Ok(_) => Reply::Checked(Vec::new()),
                Err(refused) => Reply::Checked(Self::told(&refused.text, &refused.problems)),
            },
            Ask::Save(draft) => match settings::revise(&self.text, &before, &draft, "kiosk-config.toml") {
                Ok(text) => {
                    self.text = text;
                    Reply::Saved(Box::new(read(&self.text)))
                }
                Err(refused) => Reply::NotSaved(NotSaved::Wrong(Self::told(&refused.text, &refused.problems))),
            },
            Ask::Copies => Reply::Copies(copies()),
            Ask::BackUp => Reply::Copied(Copied { second: None, copies: copies() }),
            Ask::People(people::Ask::List) => Reply::People(people::Reply::List(self.people.clone())),
            Ask::People(ask) => {
                let notice = match &ask {
                    people::Ask::SetPin { whose, .. } if whose.role.is_some() => people::Notice::Added,
                    people::Ask::SetPin { .. } => people::Notice::PinSet,
                    people::Ask::SetRole { .. } => people::Notice::RoleSet,
                    _ => people::Notice::Removed,
                };
                self.asked.push(ask);
                Reply::People(people::Reply::Done(notice, self.people.clone()))
            }
        }
    }

    /// Answers what the page asked.
    pub fn serve(&mut self, office: &mut Office) {
        for effect in std::mem::take(&mut office.effects) {
            match effect {
                Effect::Ask { ticket, ask: AnyAsk::Settings(ask), .. } => {
                    let reply = Ok(AnyReply::Settings(self.answer(ask)));
                    office.send(Event::Replied { ticket, reply });
                }
                other => office.effects.push(other),
            }
        }
    }
}

/// An office at one tab of the settings.
pub fn at(behind: &mut Behind, role: Role, section: Section) -> Office {
    let mut office = Office::new(Lang::Id);
    office.role = role;
    let mut office = office.in_tab(Tab::Settings);
    behind.serve(&mut office);
    office.send(act(Act::Section(section)));
    behind.serve(&mut office);
    office
}

pub fn act(act: Act) -> Event {
    Event::Page(PageEvent::Settings(act))
}

pub fn page(office: &Office) -> &Page {
    let Side::Panel(panel) = &office.desk.side else { panic!("no panel") };
    &panel.pages.settings
}

pub fn open(office: Office) -> Window {
    window(office, SIZES[0].1)
}

/// The page in a window, and what stands behind it.
pub struct Scene {
    pub behind: Behind,
    pub window: Window,
}

pub fn scene(behind: Behind, role: Role, section: Section) -> Scene {
    let mut behind = behind;
    let office = at(&mut behind, role, section);
    Scene { behind, window: open(office) }
}

pub fn admin(section: Section) -> Scene {
    scene(Behind::new(), Role::Administrator, section)
}

impl Scene {
    pub fn settle(&mut self) {
        self.window.run_steps(3);
        self.behind.serve(self.window.state_mut());
        self.window.run_steps(2);
    }

    pub fn press(&mut self, name: &str) {
        let found = self.window.query_all_by_role_and_label(accesskit::Role::Button, name).next();
        found.unwrap_or_else(|| panic!("no button {name}")).click();
        self.settle();
    }

    /// Opens a row, on whatever part of the tab it stands.
    pub fn row(&mut self, name: &str) {
        while self.window.query_by_role_and_label(accesskit::Role::Button, name).is_none() {
            let before = page(self.window.state()).part;
            self.press("Berikutnya");
            assert_ne!(page(self.window.state()).part, before, "no row {name}");
        }
        self.press(name);
    }

    pub fn types(&mut self, text: &str) {
        for c in text.chars() {
            self.window.state_mut().send(Event::Typed(c));
        }
        self.settle();
    }

    pub fn wipe(&mut self) {
        self.window.state_mut().send(Event::Clear);
        self.settle();
    }

    /// Tells the page of the drives and of what lies on them.
    pub fn answer_drives(&mut self) {
        reports_support::answer(self.window.state_mut(), &[stick()]);
        self.settle();
    }

    pub fn shows(&self, text: &str) -> bool {
        self.window.query_all_by_label(text).next().is_some()
    }

    pub fn office(&self) -> &Office {
        self.window.state()
    }
}
