//! The strategy for whole projects.

use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop_oneof};

use super::flaw;
use super::money::money_files;
use super::rules::rules;
use super::services::services;
use super::shares::{split, units};
use super::small_inputs::{drivers, prices, rates, victims};
use super::spec::{Field, FieldMatch, ProjectSpec, ShareSpec, SplitSpec};

/// A random project: mostly valid, mostly in BGN. Its parts are boxed: what a whole project is drawn with does not fit the
/// stack of a test otherwise.
pub(crate) fn project() -> BoxedStrategy<ProjectSpec> {
    let currency = prop_oneof![
        5 => Just(None),
        2 => Just(Some("BGN")),
        1 => Just(Some("EUR")),
        1 => Just(Some("JPY")),
    ];
    let flaw = prop_oneof![11 => Just(None), 1 => (0..flaw::COUNT).prop_map(Some)];
    (currency.prop_flat_map(sound_project), flaw)
        .prop_map(|(project, flaw)| match flaw {
            Some(number) => flaw::with_flaw(project, number),
            None => project,
        })
        .boxed()
}

/// A random project in a currency, without flaws.
pub(crate) fn sound_project(currency: Option<&'static str>) -> BoxedStrategy<ProjectSpec> {
    let reporting = currency.unwrap_or("BGN");
    let defaults = prop_oneof![2 => Just(SplitSpec::default()), 1 => split()].boxed();
    let tables = (victims().boxed(), drivers().boxed(), rates(reporting).boxed(), prices().boxed());
    let rules = (rules(), services().boxed()).prop_map(|(mut rules, services)| {
        // what a rule takes of services stands somewhere
        if services.is_empty() {
            for rule in rules.iter_mut().filter(|rule| matches!(rule.share, ShareSpec::Services(_))) {
                rule.share = units();
            }
        }
        (rules, services)
    });
    let ways = (any::<bool>(), any::<bool>());
    let whole = (money_files(reporting).boxed(), ways, tables.boxed(), rules.boxed(), defaults).prop_map(
        move |(money, (by_glob, has_region), (victims, drivers, rates, prices), (rules, services), default_split)| {
            ProjectSpec {
                currency: currency.map(str::to_string),
                has_region,
                money,
                by_glob,
                victims,
                drivers,
                rates,
                prices,
                services,
                rules,
                default_split,
            }
        },
    );
    whole.prop_map(|project| if project.has_region { project } else { without_region(project) }).boxed()
}

/// Nothing of a dimension that the project does not have.
fn without_region(mut project: ProjectSpec) -> ProjectSpec {
    for row in project.money.iter_mut().flat_map(|file| &mut file.rows) {
        row.region = None;
    }
    for rule in &mut project.rules {
        let own = std::iter::once(&mut rule.matches);
        let served = if let ShareSpec::OverheadOf(served) = &mut rule.share { Some(served) } else { None };
        for matches in own.chain(served) {
            matches.0.retain(|entry| entry.field != Field::Region);
            if matches.0.is_empty() {
                // every line has one
                matches.0.push(FieldMatch { field: Field::Financing, any_of: vec!["*".to_string()] });
            }
        }
    }
    project
}
