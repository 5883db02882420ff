//! What the audit log says: who did what to what, when. Ids, names of fields and reason codes, never values.

use chrono::{DateTime, NaiveDateTime, Utc};

use super::id_enum;
use super::report::Content;
use super::span::{Span, parse_date};
use super::staff::StaffId;
use super::visit::VisitId;

id_enum! {
    /// An act that stands in the log.
    Act {
        /// The panel was opened by a right PIN.
        PanelOpened = "panel_opened",
        /// The panel was locked, by hand or by itself (reason).
        PanelLocked = "panel_locked",
        /// A PIN was wrong.
        PinWrong = "pin_wrong",
        /// Wrong PINs closed the pad; the reason says for how long.
        PinLocked = "pin_locked",
        /// A PIN allowed one act of a visitor (reason: which).
        PermissionGiven = "permission_given",
        /// A PIN had allowed this visit the internet room without a valid KTA.
        InternetAllowed = "internet_allowed",
        /// A session in the internet room was ended for its visitor.
        SeatFreed = "seat_freed",
        /// A session was moved to another computer.
        SeatMoved = "seat_moved",
        /// A queue number was given a computer.
        SeatAssigned = "seat_assigned",
        /// A computer was closed for repair (reason).
        SeatClosed = "seat_closed",
        /// A computer was opened again.
        SeatReopened = "seat_reopened",
        /// All queue numbers were ended.
        QueueCleared = "queue_cleared",
        /// A visitor's report on the room was seen to.
        NoteTicked = "note_ticked",
        /// The name of a visitor in the internet room was shown.
        NameShown = "name_shown",
        /// Masked names were shown in the panel (reason: on which page).
        NamesShown = "names_shown",
        /// The program was ended from the panel.
        KioskLeft = "kiosk_left",
        /// A member of staff was added.
        StaffAdded = "staff_added",
        /// PIN or role of a member of staff was changed (fields).
        StaffChanged = "staff_changed",
        /// A member of staff was removed.
        StaffRemoved = "staff_removed",
        /// Settings were changed in the panel (fields: their keys).
        SettingsChanged = "settings_changed",
        /// A copy of the book was made on request.
        BackupMade = "backup_made",
        /// A backup was put in the place of the book.
        BookRestored = "book_restored",
        /// A membership list was imported.
        MembersImported = "members_imported",
        /// The last import of a membership list was undone.
        ImportUndone = "import_undone",
        /// A report, or rows of the book, were written into a file (subject: what of which days; reason: its form;
        /// fields: `names` where names of people stand in it).
        ReportMade = "report_made",
        /// A visit was entered by hand.
        VisitEntered = "visit_entered",
        /// A visit was taken back (reason).
        VisitVoided = "visit_voided",
        /// A visit was taken back and entered anew (fields).
        VisitCorrected = "visit_corrected",
        /// The personal data of a visit was erased on request.
        VisitErased = "visit_erased",
    }
}

/// Who acted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// A member of staff in the panel.
    Staff(StaffId),
    /// Whoever may use the command line of this computer.
    Console,
    /// The kiosk by itself, or somebody before it who is not known.
    Kiosk,
}

/// What was acted upon. A member's card number is no such id: it is personal data, and the log cannot be erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Nothing in particular.
    None,
    /// A visit.
    Visit(VisitId),
    /// A member of staff.
    Staff(StaffId),
    /// An import of a membership list and what it changed, in counts.
    Import {
        /// Its number.
        n: i64,
        /// Members that were new.
        added: u64,
        /// Members who were changed.
        updated: u64,
        /// Members who became inactive.
        deactivated: u64,
    },
    /// What a file holds, and of which days.
    File(Content, Span),
    /// A computer of the internet room.
    Seat(SeatTag),
}

/// The name of a computer in the letters of the log: "PC 07" is `pc-07`. Names have at most twelve characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatTag([u8; 12]);

impl SeatTag {
    /// The tag of a name; other letters than the log's become hyphens.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let mut tag = [0; 12];
        for (place, c) in tag.iter_mut().zip(name.chars()) {
            let byte = u8::try_from(c.to_ascii_lowercase()).ok();
            *place = byte.filter(|b| b.is_ascii_lowercase() || b.is_ascii_digit()).unwrap_or(b'-');
        }
        Self(tag)
    }

    fn id(self) -> String {
        self.0.iter().take_while(|b| **b != 0).map(|b| char::from(*b)).collect()
    }
}

impl Subject {
    /// What a file held and of which days, from the id that is stored of it.
    #[must_use]
    pub fn file_of(id: &str) -> Option<(Content, Span)> {
        let (content, days) = id.strip_prefix("file:")?.split_once(':')?;
        let (from, to) = days.split_once(':')?;
        let span = Span::recognised(parse_date(from).ok()?, parse_date(to).ok()?).ok()?;
        Some((Content::from_id(content)?, span))
    }

    /// The id that is stored, empty for nothing; an import has its number and how many it added, updated and made
    /// inactive: `import:3:120-14-0`.
    #[must_use]
    pub fn id(&self) -> String {
        match self {
            Self::None => String::new(),
            Self::Visit(id) => format!("visit:{id}"),
            Self::Staff(StaffId(id)) => format!("staff:{id}"),
            Self::Import { n, added, updated, deactivated } => format!("import:{n}:{added}-{updated}-{deactivated}"),
            Self::File(content, span) => format!("file:{}:{}:{}", content.id(), span.from(), span.to()),
            Self::Seat(tag) => format!("seat:{}", tag.id()),
        }
    }
}

/// An act to be written down. Field names and reason codes are the program's own words, so that no value can slip in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// Who.
    pub actor: Actor,
    /// Did what.
    pub act: Act,
    /// To what.
    pub subject: Subject,
    /// Names of the fields that changed.
    pub fields: Vec<&'static str>,
    /// Code of the reason, or empty.
    pub reason: &'static str,
    /// Free text of the person, such as why a visit was voided. Kept apart and erased after its time; the chain
    /// holds its salted hash alone.
    pub text: Option<String>,
}

impl Deed {
    /// An act without subject, fields, reason or text.
    #[must_use]
    pub const fn of(actor: Actor, act: Act) -> Self {
        Self { actor, act, subject: Subject::None, fields: Vec::new(), reason: "", text: None }
    }

    /// Done to that.
    #[must_use]
    pub const fn to(mut self, subject: Subject) -> Self {
        self.subject = subject;
        self
    }

    /// Fields of these names changed.
    #[must_use]
    pub fn fields(mut self, fields: &[&'static str]) -> Self {
        self.fields = fields.to_vec();
        self
    }

    /// For the reason of that code.
    #[must_use]
    pub const fn because(mut self, reason: &'static str) -> Self {
        self.reason = reason;
        self
    }

    /// With the person's own words.
    #[must_use]
    pub fn saying(mut self, text: String) -> Self {
        self.text = Some(text);
        self
    }
}

/// The end of the log: how many entries there are, and the hash of the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuditHead {
    /// How many entries.
    pub count: u64,
    /// The hash that depends on all of them; zeros for an empty log.
    pub hash: [u8; 32],
}

impl AuditHead {
    /// The end of an empty log.
    pub const EMPTY: Self = Self { count: 0, hash: [0; 32] };

    /// The hash in 64 hexadecimal digits.
    #[must_use]
    pub fn hex(&self) -> String {
        use std::fmt::Write;
        self.hash.iter().fold(String::with_capacity(64), |mut hex, byte| {
            // Writing into a text cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}

/// The count and the hash in hexadecimal, as they are written into backups and reports: `17:3f…`.
impl std::fmt::Display for AuditHead {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.count, self.hex())
    }
}

impl std::str::FromStr for AuditHead {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (count, hex) = text.split_once(':').ok_or(())?;
        let mut hash = [0; 32];
        if hex.len() != 64 || !hex.is_ascii() {
            return Err(());
        }
        for (place, byte) in hash.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&hex[2 * place..2 * place + 2], 16).map_err(|_| ())?;
        }
        Ok(Self { count: count.parse().map_err(|_| ())?, hash })
    }
}

/// What happened to a visit, with the name of who did it.
#[derive(Clone, PartialEq, Eq)]
pub struct Happened {
    /// The entry of the log.
    pub line: AuditLine,
    /// When, by the library's clock.
    pub at: NaiveDateTime,
    /// The name of the member of staff.
    pub who: Option<String>,
    /// Their own words, unless there were none or they are erased.
    pub words: Option<String>,
}

impl std::fmt::Debug for Happened {
    /// Without anybody's words.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Happened({})", self.line.n)
    }
}

/// An entry as it is read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLine {
    /// Its number, from 1.
    pub n: u64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: Actor,
    /// Did what; the id of an act that this version does not know is kept as it is.
    pub act: String,
    /// To what, as [`Subject::id`] gives it.
    pub subject: String,
    /// Names of the fields that changed.
    pub fields: Vec<String>,
    /// Code of the reason, or empty.
    pub reason: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_back_as_it_was_written() {
        let span = Span::parse_month("2026-11").unwrap();
        let id = Subject::File(Content::Groups, span).id();
        assert_eq!(id, "file:groups:2026-11-01:2026-11-30");
        assert_eq!(Subject::file_of(&id), Some((Content::Groups, span)));
        for id in ["", "staff:1", "file:groups:2026-11-01", "file:shoes:2026-11-01:2026-11-30"] {
            assert_eq!(Subject::file_of(id), None, "{id}");
        }
    }

    #[test]
    fn a_head_is_read_back_as_it_was_written() {
        let mut hash = [0; 32];
        hash[0] = 0x3f;
        hash[31] = 0x0a;
        let head = AuditHead { count: 17, hash };
        let text = head.to_string();
        assert!(text.starts_with("17:3f00") && text.ends_with("000a"), "{text}");
        assert_eq!(text.parse(), Ok(head));
        for text in ["", "17", "17:", "x:00", "1:zz", &format!("1:{}é", "0".repeat(62))] {
            assert_eq!(text.parse::<AuditHead>(), Err(()), "{text}");
        }
    }
}
