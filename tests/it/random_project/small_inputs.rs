//! Strategies for the small inputs: drivers, victims, exchange rates.

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::{select, subsequence};

use super::pool;
use super::spec::{DriverRow, PriceRow, RateRow, VictimRow};

/// The years of the drivers and rates: one before the money begins, for the carried shares.
const DRIVER_YEARS: [&str; 5] = ["2013", "2014", "2015", "2016", "2017"];

/// Rows of every driver of the pool; numerators stay below 45, denominators above 50.
pub(crate) fn drivers() -> impl Strategy<Value = Vec<DriverRow>> {
    let known = |driver: &'static str, values: std::ops::RangeInclusive<u32>, spread: u32| {
        vec(driver_value(values, spread), DRIVER_YEARS.len()).prop_map(move |values| {
            let years = DRIVER_YEARS.iter().zip(values);
            years.map(|(year, value)| driver_row(driver, year, Some(value))).collect::<Vec<_>>()
        })
    };
    let gappy = |driver: &'static str, values: std::ops::RangeInclusive<u32>, spread: u32| {
        let gap = prop_oneof![5 => Just(0_u8), 2 => Just(1), 2 => Just(2)];
        vec((driver_value(values, spread), gap), DRIVER_YEARS.len()).prop_map(move |values| {
            let mut rows = Vec::new();
            for (place, (value, gap)) in values.into_iter().enumerate() {
                // the first year is nearly always there, to be carried from
                let gap = if place == 0 && gap < 2 { 0 } else { gap };
                match gap {
                    0 => rows.push(driver_row(driver, DRIVER_YEARS[place], Some(value))),
                    1 => {}
                    _ => rows.push(driver_row(driver, DRIVER_YEARS[place], None)),
                }
            }
            rows
        })
    };
    (
        known(pool::NUMERATORS[0], 0..=400, 50),
        known(pool::NUMERATORS[1], 1..=300, 20),
        known(pool::DENOMINATORS[0], 600..=2_000, 100),
        known(pool::DENOMINATORS[1], 700..=900, 100),
        gappy(pool::GAPPY_NUMERATOR, 0..=400, 50),
        gappy(pool::GAPPY_DENOMINATOR, 600..=2_000, 100),
        known(pool::GRANT, 0..=100, 20),
        known(pool::UNITS, 0..=40, 10),
        known(pool::UNIT_COST, 1..=90, 30),
        gappy(pool::GAPPY_GRANT, 0..=100, 20),
        known(pool::WEIGHT, 11..=90, 10),
    )
        .prop_map(|(a, b, c, d, e, f, g, h, i, j, k)| [a, b, c, d, e, f, g, h, i, j, k].concat())
        .prop_flat_map(|rows| (Just(rows), vec(currency_of_driver(), pool::MONEY.len())))
        .prop_map(|(mut rows, currencies)| {
            for (driver, currency) in pool::MONEY.iter().zip(currencies) {
                for row in rows.iter_mut().filter(|row| row.driver == *driver) {
                    row.currency = currency.of(&row.year).map(str::to_string);
                }
            }
            rows
        })
}

/// In which currency a driver is, and in which from a year on.
#[derive(Clone, Debug)]
struct CurrencyOfDriver {
    first: Option<&'static str>,
    from: &'static str,
    then: Option<&'static str>,
}

impl CurrencyOfDriver {
    fn of(&self, year: &str) -> Option<&'static str> {
        if year < self.from { self.first } else { self.then }
    }
}

fn currency_of_driver() -> impl Strategy<Value = CurrencyOfDriver> {
    let currency = || proptest::option::weighted(0.6, select(&pool::CURRENCIES[..]));
    let change = (currency(), select(&DRIVER_YEARS[2..]), currency());
    prop_oneof![
        3 => currency().prop_map(|first| CurrencyOfDriver { first, from: "2013", then: first }),
        1 => change.prop_map(|(first, from, then)| CurrencyOfDriver { first, from, then }),
    ]
}

/// Value, low and high in tenths; a bound may be left out.
type Tenths = (u32, Option<u32>, Option<u32>);

fn driver_value(values: std::ops::RangeInclusive<u32>, spread: u32) -> impl Strategy<Value = Tenths> {
    let bound = || proptest::option::weighted(0.5, 0..=spread);
    (values, bound(), bound())
        .prop_map(|(value, below, above)| (value, below.map(|b| value.saturating_sub(b)), above.map(|a| value + a)))
}

fn driver_row(driver: &str, year: &str, value: Option<Tenths>) -> DriverRow {
    let text = |tenths: u32| match tenths % 10 {
        0 => (tenths / 10).to_string(),
        _ => format!("{}.{}", tenths / 10, tenths % 10),
    };
    DriverRow {
        driver: driver.to_string(),
        year: year.to_string(),
        value: value.map(|(v, _, _)| text(v)),
        low: value.and_then(|(_, low, _)| low.map(text)),
        high: value.and_then(|(_, _, high)| high.map(text)),
        currency: None,
    }
}

/// Counts of each measure in each year: parts by exploitation, the total, a row of another group.
pub(crate) fn victims() -> impl Strategy<Value = Vec<VictimRow>> {
    let cells: Vec<_> = pool::MEASURES
        .iter()
        .flat_map(|measure| pool::YEARS.iter().map(move |year| counts_of(measure, year)))
        .collect();
    cells.prop_map(|rows| rows.concat())
}

/// One count and its two ends.
#[derive(Clone, Debug)]
enum Count {
    Exactly(u32),
    Below(u32),
    Between(u32, u32),
    Unknown,
}

impl Count {
    fn text(&self) -> Option<String> {
        match self {
            Count::Exactly(count) => Some(count.to_string()),
            Count::Below(end) => Some(format!("<{end}")),
            Count::Between(low, high) => Some(format!("{low}-{high}")),
            Count::Unknown => None,
        }
    }

    fn high(&self) -> u32 {
        match self {
            Count::Exactly(count) => *count,
            Count::Below(end) => end - 1,
            Count::Between(_, high) => *high,
            Count::Unknown => 0,
        }
    }
}

fn counts_of(measure: &'static str, year: &'static str) -> impl Strategy<Value = Vec<VictimRow>> {
    let forms = subsequence(&pool::EXPLOITATIONS[..], 1..=3).prop_shuffle();
    let total = prop_oneof![6 => (0..=9_u32).prop_map(Some), 2 => Just(None)];
    (forms, 1..=20_u32, vec(count(), 2), total, 0..=5_u8).prop_map(move |(forms, first, others, spare, place)| {
        // the first part is a count above zero, so that there is something to divide by
        let counts: Vec<Count> = [Count::Exactly(first)].into_iter().chain(others).collect();
        let row = |form: Option<&str>, group: Option<&str>, count: Option<String>| VictimRow {
            year: year.to_string(),
            measure: measure.to_string(),
            exploitation: form.map(str::to_string),
            group: group.map(str::to_string),
            count,
        };
        let mut rows: Vec<VictimRow> = forms
            .iter()
            .zip(&counts)
            .map(|(form, count)| row(Some(form), (place % 2 == 0).then_some("all"), count.text()))
            .collect();
        let sum: u32 = counts.iter().take(forms.len()).map(Count::high).sum();
        let total = match (spare, place) {
            (Some(spare), 5) => Some(Some(format!("{}-{}", sum + spare, sum + 2 * spare + 1))),
            (Some(spare), _) => Some(Some((sum + spare).to_string())),
            (None, 0..=2) => Some(None),
            (None, _) => None,
        };
        if let Some(count) = total {
            let all = row((place % 3 == 0).then_some("all"), None, count);
            rows.insert(if place < 3 { 0 } else { rows.len() }, all);
        }
        rows.push(row(None, Some("women"), Some("3".to_string())));
        rows
    })
}

fn count() -> impl Strategy<Value = Count> {
    prop_oneof![
        4 => (0..=20_u32).prop_map(Count::Exactly),
        2 => (1..=6_u32).prop_map(Count::Below),
        2 => (0..=9_u32, 1..=6_u32).prop_map(|(low, more)| Count::Between(low, low + more)),
        1 => Just(Count::Unknown),
    ]
}

/// Two indices: one over all years, one that begins late.
pub(crate) fn prices() -> impl Strategy<Value = Vec<PriceRow>> {
    vec(-30..=130_i32, 8).prop_map(|rates| {
        let years = ["2014", "2015", "2016", "2017"].map(|year| ("HICP", year));
        let late = ["2015", "2016", "2017"].map(|year| ("CPI", year));
        let rows = years.into_iter().chain(late).zip(rates);
        rows.map(|((index, year), rate)| PriceRow {
            index: index.to_string(),
            year: year.to_string(),
            rate: format!("{}{}.{}", if rate < 0 { "-" } else { "" }, rate.abs() / 10, rate.abs() % 10),
        })
        .collect()
    })
}

/// Rates of every foreign currency of the pool in every year, from it and to it, but for the pair that is built in.
pub(crate) fn rates(currency: &'static str) -> impl Strategy<Value = Vec<RateRow>> {
    let built_in = |from: &str| matches!((from, currency), ("EUR", "BGN") | ("BGN", "EUR"));
    let pairs: Vec<(&str, &str, &str)> = pool::CURRENCIES
        .iter()
        .filter(|from| **from != currency && !built_in(from))
        .flat_map(|from| DRIVER_YEARS.iter().flat_map(move |year| [(*from, currency, *year), (currency, *from, *year)]))
        .collect();
    vec((1_000..=250_000_u32, any::<bool>()), pairs.len()).prop_map(move |rates| {
        let row = |((from, to, year), (rate, zeros)): (&(&str, &str, &str), (u32, bool))| {
            let text = format!("{}.{:05}", rate / 100_000, rate % 100_000);
            let short = text.trim_end_matches('0').trim_end_matches('.').to_string();
            RateRow {
                from: (*from).to_string(),
                to: (*to).to_string(),
                year: (*year).to_string(),
                rate: if zeros { text } else { short },
            }
        };
        pairs.iter().zip(rates).map(row).collect()
    })
}
