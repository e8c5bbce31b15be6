//! Strategies for services: counted users and shares of victims, factors that nobody knows, currencies of their own.

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, prop_oneof};
use proptest::sample::select;

use super::pool;
use super::spec::ServiceRow;

/// Steps of the referral mechanism, one of a project's own, and none.
const STEPS: [&str; 4] = ["", "1.3", "2.1", "own step"];

/// Rows of some services in some years, or none at all.
pub(crate) fn services() -> impl Strategy<Value = Vec<ServiceRow>> {
    let cells: Vec<_> = pool::SERVICES
        .iter()
        .flat_map(|service| {
            pool::YEARS.iter().map(move |year| proptest::option::weighted(0.8, service_row(service, year)))
        })
        .collect();
    let rows = cells.prop_map(|rows| rows.into_iter().flatten().collect());
    prop_oneof![1 => Just(Vec::new()), 3 => rows]
}

fn service_row(service: &'static str, year: &'static str) -> impl Strategy<Value = ServiceRow> {
    let form = prop_oneof![3 => Just(None), 1 => select(&pool::EXPLOITATIONS[..]).prop_map(Some)];
    let used_by = prop_oneof![
        6 => (0..=9_u32).prop_map(|count| (Some(count.to_string()), [None, None, None])),
        1 => (1..=6_u32).prop_map(|end| (Some(format!("<{end}")), [None, None, None])),
        1 => (0..=4_u32, 1..=4_u32).prop_map(|(low, more)| (Some(format!("{low}-{}", low + more)), [None, None, None])),
        4 => tenths(0..=10, 10).prop_map(|share| (None, share)),
        1 => Just((None, [None, None, None])),
    ];
    let currency = prop_oneof![4 => Just(None), 1 => select(&pool::CURRENCIES[..]).prop_map(Some)];
    let factors = (used_by, known(tenths(0..=30, 99)), known(tenths(1..=20, 99)));
    let place = (select(&STEPS[..]), select(&pool::AREAS[..]));
    (factors, select(&pool::MEASURES[..]), form, place, currency).prop_map(
        move |(((users, share), units, unit_cost), measure, form, (step, area), currency)| ServiceRow {
            service: service.to_string(),
            year: year.to_string(),
            step: (!step.is_empty()).then(|| step.to_string()),
            area: (!area.is_empty()).then(|| area.to_string()),
            measure: share[0].is_some().then(|| measure.to_string()),
            exploitation: form.map(str::to_string),
            users,
            share,
            units,
            unit_cost,
            currency: currency.map(str::to_string),
        },
    )
}

/// Nearly always known.
fn known(factor: impl Strategy<Value = [Option<String>; 3]>) -> impl Strategy<Value = [Option<String>; 3]> {
    prop_oneof![12 => factor, 1 => Just([None, None, None])]
}

/// Central, low and high in tenths; an end may be left out.
fn tenths(values: std::ops::RangeInclusive<u32>, most: u32) -> impl Strategy<Value = [Option<String>; 3]> {
    let end = || proptest::option::weighted(0.5, 0..=9_u32);
    (values, vec(end(), 2)).prop_map(move |(value, ends)| {
        let text = |tenths: u32| format!("{}.{}", tenths / 10, tenths % 10);
        let low = ends[0].map(|less| text(value.saturating_sub(less)));
        let high = ends[1].map(|more| text((value + more).min(most.max(value))));
        [Some(text(value)), low, high]
    })
}
