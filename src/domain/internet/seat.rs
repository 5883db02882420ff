//! The computers of the room, and which free one is suggested.

use chrono::{DateTime, Utc};

use crate::domain::demographics::AgeGroup;
use crate::domain::id_enum;

id_enum! {
    /// For whom a computer is meant: dewasa, anak, aksesibel.
    SeatGroup { Adult = "adult", Child = "child", Accessible = "accessible" }
}

id_enum! {
    /// Whether a computer can be used.
    SeatState { Ready = "ready", Broken = "broken" }
}

/// One computer of the internet room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Its name, unique, as it stands on the computer and in the book: "PC 07".
    pub name: String,
    /// For whom.
    pub group: SeatGroup,
    /// Column on the map, from 1 at the left.
    pub column: u8,
    /// Row on the map, from 1 at the top.
    pub row: u8,
    /// Whether it can be used, as the configuration says.
    pub state: SeatState,
}

impl SeatGroup {
    /// The groups in the order in which somebody of that age is given a seat. A seat that a wheelchair reaches is kept
    /// as long as there is another; a child's seat is only then an adult's when nothing else is free.
    const fn order(age: Option<AgeGroup>) -> [Self; 3] {
        match age {
            Some(AgeGroup::Child) => [Self::Child, Self::Adult, Self::Accessible],
            // Whoever is old may not walk well.
            Some(AgeGroup::Senior) => [Self::Adult, Self::Accessible, Self::Child],
            Some(AgeGroup::Teen | AgeGroup::Adult) | None => [Self::Adult, Self::Child, Self::Accessible],
        }
    }
}

/// The seat that is suggested among `free` ones (each with the moment since when it is free, `None`: not used lately),
/// in the order of the configuration: of the group that fits best, the one idle the longest.
pub fn suggest<'s>(
    free: impl IntoIterator<Item = (&'s Seat, Option<DateTime<Utc>>)>,
    age: Option<AgeGroup>,
) -> Option<&'s Seat> {
    let order = SeatGroup::order(age);
    let rank = |seat: &Seat| order.iter().position(|g| *g == seat.group);
    // The first of equals wins, and `None` is before every moment.
    free.into_iter().min_by_key(|(seat, since)| (rank(seat), *since)).map(|(seat, _)| seat)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    fn seat(name: &str, group: SeatGroup) -> Seat {
        Seat { name: name.to_owned(), group, column: 1, row: 1, state: SeatState::Ready }
    }

    #[test]
    fn the_seat_idle_the_longest_of_the_fitting_group_is_suggested() {
        let (child, first, second, last) = (
            seat("PC 01", SeatGroup::Child),
            seat("PC 02", SeatGroup::Adult),
            seat("PC 03", SeatGroup::Adult),
            seat("PC 04", SeatGroup::Accessible),
        );
        let at = |minutes| Some(DateTime::UNIX_EPOCH + TimeDelta::minutes(minutes));
        let all = [(&child, None), (&first, at(9)), (&second, at(5)), (&last, None)];
        assert_eq!(suggest(all, Some(AgeGroup::Adult)).unwrap().name, "PC 03");
        assert_eq!(suggest(all, Some(AgeGroup::Child)).unwrap().name, "PC 01");
        assert_eq!(suggest([(&child, None)], Some(AgeGroup::Adult)).unwrap().name, "PC 01");
        assert_eq!(suggest([(&child, None), (&last, None)], Some(AgeGroup::Senior)).unwrap().name, "PC 04");
        assert_eq!(suggest([(&first, at(3)), (&second, None)], None).unwrap().name, "PC 03", "never used");
        assert_eq!(suggest([], None), None);
    }
}
