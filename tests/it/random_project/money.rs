//! Strategies for money rows: a few identities of lines, twins of them that differ in one column,
//! and rows that say the same identity in different words, files and phases.

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::{Index, select};

use super::pool;
use super::spec::{Input, MoneyFile, MoneyRow};

/// What names a line, but for year and phase; every field as it is after defaults.
#[derive(Clone, Debug)]
struct Identity {
    line: &'static str,
    agency: &'static str,
    funder: &'static str,
    external: bool,
    labelled: bool,
    function: &'static str,
    area: &'static str,
    currency: &'static str,
    source: Option<&'static str>,
    region: &'static str,
    /// Every amount of it is blank.
    unpublished: bool,
}

/// What one row adds to an identity.
#[derive(Clone, Debug)]
struct Telling {
    identity: Index,
    year: Index,
    approved: bool,
    amount: Option<Amount>,
    spelling: u8,
    /// Which input (of the two that hold state money), and which file of it.
    in_agencies: bool,
    second_file: bool,
    /// Cells that equal their default are left empty.
    terse: bool,
    note: bool,
}

/// An amount in minor units, and whether zeros at its end are written.
#[derive(Clone, Debug)]
struct Amount {
    minor: i64,
    zeros: bool,
}

/// The money files of a project in `currency`; at least one row.
pub(crate) fn money_files(currency: &'static str) -> impl Strategy<Value = Vec<MoneyFile>> {
    let twins = vec((any::<Index>(), 0..7_u8, identity(currency)), 0..3);
    let tellings = prop_oneof![1 => vec(telling(), 1..=4), 6 => vec(telling(), 8..=24)];
    let years = (any::<Index>(), prop_oneof![4 => Just(1_usize), 2 => Just(2), 2 => Just(3)]);
    let identities = (vec(identity(currency), 2..=8), twins);
    (identities, years, tellings).prop_map(move |((mut identities, twins), (first, count), tellings)| {
        for (of, column, other) in twins {
            let twin = twin(of.get(&identities), column, &other);
            identities.push(twin);
        }
        let first = first.index(pool::YEARS.len());
        let years: Vec<&str> = (0..count).map(|step| pool::YEARS[(first + step) % pool::YEARS.len()]).collect();
        let mut files = Vec::new();
        for told in &tellings {
            let year = years[told.year.index(years.len())];
            add_row(&mut files, told.identity.get(&identities), told, year, currency);
        }
        files.sort_by(|a: &MoneyFile, b| (a.input, &a.name).cmp(&(b.input, &b.name)));
        files
    })
}

fn identity(currency: &'static str) -> impl Strategy<Value = Identity> {
    let currencies = prop_oneof![6 => Just(currency), 4 => select(&pool::CURRENCIES[..])];
    let names = (
        select(&pool::LINES[..]),
        select(&pool::AGENCIES[..]),
        select(&pool::STATE_FUNDERS[..]),
        select(&pool::EXTERNAL_FUNDERS[..]),
    );
    let codes = (
        select(&pool::FUNCTIONS[..]),
        select(&pool::AREAS[..]),
        currencies,
        proptest::option::weighted(0.3, select(&pool::SOURCES[..])),
        select(&pool::REGIONS[..]),
    );
    let odds = (prop_one_in(4), any::<bool>(), prop_one_in(5));
    (names, codes, odds).prop_map(
        |(
            (line, agency, state, abroad),
            (function, area, currency, source, region),
            (external, labelled, unpublished),
        )| {
            let funder = if external { abroad } else { state };
            Identity { line, agency, funder, external, labelled, function, area, currency, source, region, unpublished }
        },
    )
}

/// The same identity, but for one column, taken from `other`.
fn twin(of: &Identity, column: u8, other: &Identity) -> Identity {
    let mut twin = of.clone();
    match column {
        0 => twin.source = other.source,
        1 => twin.area = other.area,
        2 => twin.function = other.function,
        3 => twin.currency = other.currency,
        4 => twin.labelled = other.labelled,
        5 => twin.region = other.region,
        _ => twin.agency = other.agency,
    }
    twin.unpublished = other.unpublished;
    twin
}

fn telling() -> impl Strategy<Value = Telling> {
    let place = (any::<Index>(), any::<Index>(), prop_one_in(4));
    let amount = proptest::option::weighted(0.85, amount());
    let spelling = prop_oneof![3 => Just(0_u8), 2 => 1..=7_u8];
    let manner = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (place, amount, spelling, manner).prop_map(
        |((identity, year, approved), amount, spelling, (in_agencies, second_file, terse, note))| Telling {
            identity,
            year,
            approved,
            amount,
            spelling,
            in_agencies,
            second_file,
            terse,
            note,
        },
    )
}

fn amount() -> impl Strategy<Value = Amount> {
    let minor = prop_oneof![
        12 => 1_000..=2_000_000_i64,
        4 => (10..=20_000_i64).prop_map(|whole| whole * 100),
        2 => 1..=9_i64,
        1 => Just(0_i64),
        2 => -4_000..=-1_i64,
        1 => -900_000..=-100_i64,
        1 => 90_000_000_000_000_000..=99_999_999_999_999_999_i64,
    ];
    (minor, any::<bool>()).prop_map(|(minor, zeros)| Amount { minor, zeros })
}

fn prop_one_in(count: u8) -> impl Strategy<Value = bool> {
    (0..count).prop_map(move |drawn| drawn == count - 1)
}

fn add_row(files: &mut Vec<MoneyFile>, identity: &Identity, told: &Telling, year: &str, project_currency: &str) {
    let (input, stem) = match (identity.external, told.in_agencies) {
        (true, _) => (Input::External, "external"),
        (false, true) => (Input::Agencies, "agencies"),
        (false, false) => (Input::Budget, "budget"),
    };
    let name = format!("{stem}-{}.csv", if told.second_file { 2 } else { 1 });
    let row = row(identity, told, year, input, project_currency);
    match files.iter_mut().find(|file| file.name == name) {
        Some(file) => file.rows.push(row),
        None => files.push(MoneyFile { input, name, rows: vec![row] }),
    }
}

fn row(identity: &Identity, told: &Telling, year: &str, input: Input, project_currency: &str) -> MoneyRow {
    let cell = |value: &str, default: Option<&str>| {
        let left_out = value.is_empty() || (told.terse && default == Some(value));
        (!left_out).then(|| spelled(value, told.spelling))
    };
    let default_agency = (input != Input::Agencies).then_some("NCCTHB");
    let default_funder = (input != Input::External).then_some("State budget");
    let default_label = if input == Input::Agencies { "unlabelled" } else { "labelled" };
    let label = if identity.labelled { "labelled" } else { "unlabelled" };
    let phase = if told.approved { "approved" } else { "executed" };
    let digits = pool::minor_digits(identity.currency);
    MoneyRow {
        year: year.to_string(),
        amount: told.amount.as_ref().filter(|_| !identity.unpublished).map(|a| amount_text(a, digits)),
        line: spelled(identity.line, told.spelling),
        agency: cell(identity.agency, default_agency),
        funder: cell(identity.funder, default_funder),
        label: cell(label, Some(default_label)),
        phase: cell(phase, Some("executed")),
        function: cell(identity.function, None),
        area: cell(identity.area, None),
        currency: cell(identity.currency, Some(project_currency)),
        source: identity.source.map(str::to_string),
        region: cell(identity.region, None),
        note: told.note.then(|| format!("note {}", told.spelling)),
    }
}

/// The same text in other white space, or not composed.
fn spelled(text: &str, spelling: u8) -> String {
    match spelling {
        1 => format!(" {text}  "),
        2 => text.replace(' ', "  "),
        3 => text.replace(' ', "\u{a0}"),
        4 => text.replace(' ', "\u{2009}\u{3000}"),
        5 => format!("\u{a0}{text}\u{202f}"),
        6 => text.replace('й', "и\u{306}"),
        7 => text.replacen(' ', " \n ", 1),
        _ => text.to_string(),
    }
}

fn amount_text(amount: &Amount, digits: usize) -> String {
    if digits == 0 {
        // 15 digits before the mark at most
        return (amount.minor % 1_000_000_000_000_000).to_string();
    }
    let sign = if amount.minor < 0 { "-" } else { "" };
    let whole = amount.minor.unsigned_abs() / 100;
    let cents = amount.minor.unsigned_abs() % 100;
    let text = format!("{sign}{whole}.{cents:02}");
    if amount.zeros {
        return text;
    }
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}
