//! A power cut loses no session that was acknowledged, and leaves none by half.
//!
//! The test runs its own program again as a child that seats visitors and lets every third of them leave; the parent kills
//! it in the midst.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Instant;

use buku_pengunjung::domain::internet::{Ask, CheckOut, NewSession, Place, Placed, Reply, SeatUse, Tidy};
use buku_pengunjung::storage::Book;
use chrono::TimeDelta;

use super::super::support::{folder, id, visit};
use super::support::*;

const FOLDER: &str = "BUKU_ROOM_POWER";
const COMPUTERS: u8 = 200;

/// The child. Run without its variable, as any test, it does nothing.
#[test]
fn child() {
    let Ok(data) = std::env::var(FOLDER) else { return };
    let data = buku_pengunjung::storage::folder::prepare(data.as_ref()).unwrap();
    let mut book = Book::open(&data, settings(rules(COMPUTERS))).unwrap();
    let say = |word: &str, seat: &str| {
        let mut out = std::io::stdout().lock();
        writeln!(out, "{word} {seat}").unwrap();
        out.flush().unwrap();
    };
    for n in 1..=COMPUTERS {
        let now = at(MORNING) + TimeDelta::minutes(i64::from(n));
        let seat = format!("PC {n:02}");
        let mut one = visit(id(n.into()), now, visitor(Some(&format!("KTA-{n:03}"))), "internet");
        one.session = Some(NewSession { place: Place::Seat(seat.clone()), allowed: None });
        let Some(Placed::Seated(seated)) = book.record(&one, Instant::now()).unwrap().placed else { panic!("no seat") };
        say("seated", &seat);
        if n % 3 == 0 {
            let tidy = Tidy::new([true; 3], None).unwrap();
            let out = CheckOut { session: seated.session, tidy, rating: None, since: now, at: now };
            assert!(matches!(book.answer(&Ask::CheckOut(Box::new(out))).unwrap(), Reply::Left(_)));
            say("left", &seat);
        }
    }
}

#[test]
fn a_power_cut_loses_no_session() {
    for lines in [1, 2, 7, 23, 60] {
        let (_dir, data) = folder();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["storage::room::power::child", "--exact", "--nocapture", "--test-threads=1"])
            .env(FOLDER, data.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let said = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let said: Vec<String> =
            said.filter(|l| l.starts_with("seated ") || l.starts_with("left ")).take(lines).collect();
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(said.len(), lines, "the child writes until it is killed");

        let book = Book::open(&data, settings(rules(COMPUTERS))).unwrap();
        for check in book.verify().unwrap() {
            assert!(check.ok, "{}: {}", check.name, check.detail);
        }
        let room = book.room(at(MORNING)).unwrap();
        let sits = |seat: &str| matches!(room.seat(seat).unwrap().usage, SeatUse::Taken(_));
        for line in &said {
            let (word, seat) = line.split_once(' ').unwrap();
            let left = said.iter().any(|l| *l == format!("left {seat}"));
            // The one after the last word may have been acknowledged in the moment of the cut.
            let may_have_left =
                said.last() == Some(line) && seat.trim_start_matches("PC ").parse::<u32>().unwrap() % 3 == 0;
            match word {
                "left" => assert!(!sits(seat), "{seat} has left"),
                _ => assert!(sits(seat) || left || may_have_left, "{seat} was lost"),
            }
        }
    }
}
