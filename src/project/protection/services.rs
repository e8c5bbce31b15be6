//! Users of services: small ones are not shown, and nothing that is worked out with them.

use super::super::Services;
use super::counts::{Hiding, Told};
use super::is_small;
use crate::domain::{Count, Fraction, Protected, Service, Users};

pub(super) fn protect(services: &mut Services, counts: &Hiding, told: &Told) {
    let rows = services.rows().map(|service| match hidden(service, counts, told) {
        None => service.clone(),
        Some(why) => Service { users: Users::Protected(why), note: "".into(), ..service.clone() },
    });
    *services = Services::new(rows.collect());
}

/// Why the users of a service are not shown.
fn hidden(service: &Service, counts: &Hiding, told: &Told) -> Option<Protected> {
    let below = counts.below;
    match &service.users {
        Users::Unknown => None,
        Users::Protected(why) => Some(*why),
        Users::Count(count) if is_small(*count, below) => {
            Some(if count.high() < below { Protected::Below(below) } else { Protected::Beside })
        }
        Users::Count(count) => {
            let tells = count.whole().is_some_and(|number| told.contains(&(service.year, number)));
            tells.then_some(Protected::Beside)
        }
        Users::Share(share) => {
            let same = |row: &crate::domain::VictimCount| {
                row.measure == service.measure && row.year == service.year && row.exploitation == service.exploitation
            };
            let index = counts.rows.iter().position(same)?;
            let victims = counts.rows[index].count?;
            if counts.hidden[index].is_some() {
                return Some(Protected::Beside);
            }
            let users = |share: &Fraction, victims: u64| share * &Fraction::whole(victims);
            let (low, high) = (users(&share.low, victims.low()), users(&share.high, Count::high(victims)));
            let may_be_small = low < Fraction::whole(below) && !high.is_zero();
            may_be_small.then_some(if high < Fraction::whole(below) {
                Protected::Below(below)
            } else {
                Protected::Beside
            })
        }
    }
}
