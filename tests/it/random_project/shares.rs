//! Strategies for shares and splits of every form, nearly always with shares within 0 and 1.

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::{select, subsequence};

use super::pool;
use super::spec::{JudgementSpec, PartShare, ShareSpec, SplitBy, SplitSpec, WeightSpec, Written};

/// Any share but units and overheads, whose rules have matches of their own kind.
pub(crate) fn share() -> impl Strategy<Value = ShareSpec> {
    prop_oneof![
        2 => Just(ShareSpec::All),
        2 => Just(ShareSpec::None),
        4 => fixed().prop_map(ShareSpec::Fixed),
        3 => interval(),
        8 => ratio(),
        2 => pool_of_judgements(),
        3 => product(),
        2 => gappy_missing().prop_map(|missing| ShareSpec::Amount { driver: pool::GAPPY_GRANT.to_string(), missing }),
        1 => Just(ShareSpec::Amount { driver: pool::GRANT.to_string(), missing: None }),
    ]
}

/// Units times unit cost; its rule wants a narrow match, to meet a line that is blank and alone.
pub(crate) fn units() -> ShareSpec {
    ShareSpec::Units { units: pool::UNITS.to_string(), unit_cost: pool::UNIT_COST.to_string(), missing: None }
}

fn fixed() -> impl Strategy<Value = Written> {
    let long = select(vec![
        Written::Bare("0.1234567890123456789".to_string()),
        Written::Text("0.3333333333333333333333333333".to_string()),
        Written::Percent("0.0763".to_string()),
        Written::Bare("1.0".to_string()),
        Written::Percent("0".to_string()),
    ]);
    prop_oneof![5 => (0..=1_000_u32, manner()).prop_map(|(n, m)| written(n, m)), 1 => long]
}

fn manner() -> impl Strategy<Value = u8> {
    0..3_u8
}

/// A number of thousandths in one of the ways to write it.
fn written(thousandths: u32, manner: u8) -> Written {
    let decimal = format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000);
    match manner {
        0 if thousandths.is_multiple_of(10) => Written::Percent((thousandths / 10).to_string()),
        0 => Written::Percent(format!("{}.{}", thousandths / 10, thousandths % 10)),
        1 => Written::Text(decimal),
        _ => Written::Bare(decimal),
    }
}

fn interval() -> impl Strategy<Value = ShareSpec> {
    let names = vec!["pert".to_string(), "triangular".to_string(), "uniform".to_string()];
    let distribution = proptest::option::of(select(names));
    (vec(0..=1_000_u32, 3), manner(), distribution).prop_map(|(mut ends, manner, distribution)| {
        ends.sort_unstable();
        ShareSpec::Interval {
            low: written(ends[0], manner),
            central: written(ends[1], manner),
            high: written(ends[2], manner),
            distribution,
        }
    })
}

fn ratio() -> impl Strategy<Value = ShareSpec> {
    let ratio = |numerator: &str, denominator: &str, weight, missing| ShareSpec::Ratio {
        numerator: numerator.to_string(),
        denominator: denominator.to_string(),
        weight,
        missing,
    };
    let complete = (
        select(&pool::NUMERATORS[..]),
        select(&pool::DENOMINATORS[..]),
        proptest::option::weighted(0.3, weight()),
        select(vec![None, None, Some("error"), Some("previous"), Some("skip"), Some("interpolate")]),
    );
    let gappy = (proptest::option::weighted(0.3, weight()), gappy_missing());
    prop_oneof![
        1 => complete.prop_map(move |(n, d, weight, missing)| ratio(n, d, weight, missing.map(str::to_string))),
        1 => gappy.prop_map(move |(weight, missing)| {
            ratio(pool::GAPPY_NUMERATOR, pool::GAPPY_DENOMINATOR, weight, missing)
        }),
    ]
}

/// What is said of drivers with gaps, nearly always something.
fn gappy_missing() -> impl Strategy<Value = Option<String>> {
    let words = ["previous", "previous", "skip", "skip", "interpolate", "index:HICP", "index:CPI"];
    let words = words.into_iter().map(Some).chain([None]).collect::<Vec<_>>();
    select(words).prop_map(|word| word.map(str::to_string))
}

/// A weight above 0: numbers in both manners, ranges, a driver.
fn weight() -> impl Strategy<Value = WeightSpec> {
    let tenths = |n: u32| format!("{}.{}", n / 10, n % 10);
    prop_oneof![
        (1..=200_u32).prop_map(move |n| WeightSpec::Number(Written::Bare(tenths(n)))),
        (1..=9_u32).prop_map(|n| WeightSpec::Number(Written::Text(n.to_string()))),
        vec(1..=99_u32, 3).prop_map(move |mut ends| {
            ends.sort_unstable();
            WeightSpec::Range([ends[0], ends[1], ends[2]].map(tenths))
        }),
        Just(WeightSpec::Driver(pool::WEIGHT.to_string())),
    ]
}

fn pool_of_judgements() -> impl Strategy<Value = ShareSpec> {
    let one = (vec(0..=1_000_u32, 3), manner(), proptest::option::weighted(0.5, 1..=30_u32));
    vec(one, 1..=3).prop_map(|judgements| {
        let judgements = judgements.into_iter().map(|(mut ends, manner, weight)| {
            ends.sort_unstable();
            JudgementSpec {
                bounds: [ends[0], ends[1], ends[2]].map(|end| written(end, manner)),
                weight: weight.map(|weight| format!("{}.{}", weight / 10, weight % 10)),
            }
        });
        ShareSpec::Pool { judgements: judgements.collect(), distribution: None }
    })
}

fn product() -> impl Strategy<Value = ShareSpec> {
    let factor = prop_oneof![
        2 => fixed().prop_map(ShareSpec::Fixed),
        1 => interval(),
        1 => pool_of_judgements(),
        4 => ratio(),
    ];
    vec(factor, 2..=3).prop_map(ShareSpec::Product)
}

/// A split that says nothing, one dimension, or both.
pub(crate) fn split() -> impl Strategy<Value = SplitSpec> {
    let by_area = prop_oneof![
        3 => fixed_parts(&pool::SPLIT_AREAS),
        1 => driver_parts(&pool::SPLIT_AREAS),
    ];
    let by_form = prop_oneof![
        2 => fixed_parts(&pool::EXPLOITATIONS),
        1 => driver_parts(&pool::EXPLOITATIONS),
        3 => select(&pool::MEASURES[..]).prop_map(|m| SplitBy::Victims(m.to_string())),
    ];
    (proptest::option::weighted(0.35, by_area), proptest::option::weighted(0.35, by_form))
        .prop_map(|(area, exploitation)| SplitSpec { area, exploitation })
}

/// Parts that add up to 1: cuts of the whole at percentages, one of them perhaps `rest`.
fn fixed_parts<const N: usize>(names: &'static [&'static str; N]) -> impl Strategy<Value = SplitBy> {
    let cut = prop_oneof![2 => 0..=1_000_u32, 1 => Just(500), 1 => Just(250)];
    let names = subsequence(&names[..], 1..=3).prop_shuffle();
    (names, vec(cut, 2), 0..5_usize, manner(), any::<bool>()).prop_map(|(names, cuts, rest, manner, thirds)| {
        let mut cuts: Vec<u32> = cuts.into_iter().take(names.len() - 1).collect();
        cuts.extend([0, 1_000]);
        cuts.sort_unstable();
        let widths = cuts.windows(2).map(|ends| ends[1] - ends[0]);
        let parts = names.iter().zip(widths).enumerate().map(|(place, (name, width))| {
            let share = match place == rest {
                true => PartShare::Rest,
                false => PartShare::Written(written(width, manner)),
            };
            ((*name).to_string(), share)
        });
        let mut parts: Vec<(String, PartShare)> = parts.collect();
        if thirds && parts.len() == 3 {
            let third = || PartShare::Written(Written::Text("0.3333333333".to_string()));
            parts[0].1 = third();
            parts[1].1 = third();
            parts[2].1 = PartShare::Rest;
        }
        SplitBy::Fixed(parts)
    })
}

fn driver_parts<const N: usize>(names: &'static [&'static str; N]) -> impl Strategy<Value = SplitBy> {
    let drivers = [pool::DENOMINATORS, pool::NUMERATORS].concat();
    let names = subsequence(&names[..], 1..=3).prop_shuffle();
    (names, Just(drivers).prop_shuffle()).prop_map(|(names, mut drivers)| {
        // the first weight is above zero in every year
        if drivers[0] == pool::NUMERATORS[0] {
            drivers.swap(0, 1);
        }
        let parts = names.iter().zip(drivers);
        SplitBy::Drivers(parts.map(|(name, driver)| ((*name).to_string(), driver.to_string())).collect())
    })
}
