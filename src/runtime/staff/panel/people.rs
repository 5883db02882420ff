//! What the tab PIN asks: staff and their PINs, in the book and its audit log.

use crate::domain::audit::Actor;
use crate::domain::staff::StaffId;
use crate::flow::staff::settings::people::{Ask, Notice, Person, Reply};
use crate::runtime::staff::shelf::Shelf;
use crate::storage::{PinChange, StorageError};

pub(super) fn answer(shelf: &mut Shelf, by: StaffId, ask: Ask) -> Result<Reply, StorageError> {
    let actor = Actor::Staff(by);
    let done = match ask {
        Ask::List => return list(shelf).map(Reply::List),
        Ask::SetPin { whose, pin } => shelf.with(|book, clock| {
            // Somebody who is known keeps their role; somebody who was removed meanwhile is not added again.
            if whose.role.is_none() && !book.knows_staff(&whose.name)? {
                return Err(StorageError::UnknownStaff);
            }
            let change = book.set_pin(&whose.name, whose.role, &pin, actor, clock.utc())?;
            Ok(match change {
                PinChange::Added(_) => Notice::Added,
                PinChange::Changed(_) => Notice::PinSet,
            })
        }),
        Ask::SetRole { name, role } => {
            shelf.with(|book, clock| book.set_role(&name, role, actor, clock.utc())).map(|()| Notice::RoleSet)
        }
        Ask::Remove { name } => {
            shelf.with(|book, clock| book.remove_staff(&name, actor, clock.utc())).map(|()| Notice::Removed)
        }
    };
    match done {
        Ok(notice) => Ok(Reply::Done(notice, list(shelf)?)),
        Err(StorageError::PinTaken) => Ok(Reply::Refused(Notice::Taken)),
        Err(StorageError::LastAdministrator) => Ok(Reply::Refused(Notice::LastAdministrator)),
        Err(StorageError::UnknownStaff) => Ok(Reply::Refused(Notice::Unknown)),
        Err(error) => Err(error),
    }
}

fn list(shelf: &mut Shelf) -> Result<Vec<Person>, StorageError> {
    let rows = shelf.with(|book, _| book.staff())?;
    Ok(rows.into_iter().map(|row| Person { staff: row.staff, pin_set_at: row.pin_set_at }).collect())
}
