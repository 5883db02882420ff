//! What Statistik asks.

use chrono::Timelike;

use crate::domain::audit::{Act, Actor, Deed};
use crate::domain::dashboard::Question;
use crate::domain::lang::Lang;
use crate::domain::staff::StaffId;
use crate::flow::staff::statistics::{Ask, Figures, Reply};
use crate::runtime::clock::Clock;
use crate::storage::{Book, StorageError};

/// Answers; `check_out_seconds` is SOP step 3, by which the reports go as well.
pub(super) fn answer(
    book: &mut Book,
    clock: &dyn Clock,
    by: StaffId,
    check_out_seconds: u32,
    ask: Ask,
) -> Result<Reply, StorageError> {
    match ask {
        Ask::Figures(choice) => {
            let now = clock.utc();
            let at = book.wall_clock(now);
            let today = at.date();
            let span = choice.span(today).ok_or(StorageError::OutOfRange("the computer's date"))?;
            // The page has the words of the purposes; the book helps out with those that are retired.
            let question = Question { span, today, hour: at.hour() };
            let dashboard = book.dashboard(question, &[], Lang::Id)?;
            let room = book.room_standing(question, check_out_seconds)?;
            Ok(Reply::Figures(Box::new(Figures { at, dashboard, room, now: book.room(now)? })))
        }
        Ask::Regulars(span) => Ok(Reply::Regulars(span, book.regulars(span)?)),
        Ask::ShowNames => {
            let deed = Deed::of(Actor::Staff(by), Act::NamesShown).because("statistics");
            book.log(&deed, clock.utc())?;
            Ok(Reply::NamesLogged)
        }
    }
}
