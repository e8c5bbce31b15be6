//! The drivers that rules and splits use, and those of them that stand nowhere.

use std::collections::BTreeSet;

use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::Origin;
use crate::language::Message;
use crate::message;
use crate::project::Project;
use crate::rules::Split;
use crate::rules::share::Share;

/// Tells every driver that is used and stands nowhere in `drivers`, once for each use and for all years.
pub fn unknown_drivers(project: &Project, diagnostics: &mut Diagnostics) {
    for (driver, origin, owner) in driver_uses(project) {
        if project.drivers.contains(driver) {
            continue;
        }
        let help =
            Message::did_you_mean(driver, project.drivers.names()).unwrap_or_else(|| message!("rule-add-driver"));
        let message = message!("rule-driver-nowhere", driver = driver);
        diagnostics.push(Diagnostic::new(Code::UnknownDriver, message, help).at(origin).column(owner).found(driver));
    }
}

/// Every use of a driver in a rule or a split, with its place and how a message names that.
#[must_use]
pub fn driver_uses(project: &Project) -> Vec<(&str, &Origin, String)> {
    let mut uses: Vec<(&str, &Origin, String)> = Vec::new();
    let rules = &project.rules;
    for rule in &rules.rules {
        let drivers = rule.share.drivers().into_iter();
        uses.extend(drivers.map(|driver| (driver.as_ref(), &rule.origin, format!("rule.{}", rule.id))));
    }
    let splits = rules.rules.iter().map(|rule| &rule.split).chain([&rules.default_split]);
    for split in splits.flat_map(Split::parts) {
        uses.extend(split.weights.drivers().map(|driver| (driver.as_ref(), &split.origin, split.owner.clone())));
    }
    uses
}

/// The drivers that rules take as money: amounts, unit costs, and whatever names its currency; of a ratio that has one of
/// these, both, since one that is money makes money of the other.
#[must_use]
pub fn money_drivers(project: &Project) -> BTreeSet<&str> {
    let named = project.drivers.all_rows().filter(|row| row.currency.is_some());
    let mut money: BTreeSet<&str> = named.map(|row| row.driver.as_ref()).collect();
    let shares = || project.rules.rules.iter().map(|rule| &rule.share);
    money.extend(shares().filter_map(|share| match share {
        Share::Amount(amount) => Some(amount.driver.as_str()),
        Share::Units(units) => Some(units.unit_cost.as_str()),
        _ => None,
    }));
    loop {
        let before = money.len();
        for ratio in shares().flat_map(Share::ratios) {
            let both: [&str; 2] = [&ratio.numerator, &ratio.denominator];
            if both.iter().any(|driver| money.contains(driver)) {
                money.extend(both);
            }
        }
        if money.len() == before {
            return money;
        }
    }
}
