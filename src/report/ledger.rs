//! The ledger as flat records, as JSON and as a sheet.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::rows::FlatTable;
use super::sheet::{Align, Cell, Sheet, Table};
use crate::attribution::{LEDGER_COLUMNS, Ledger, LedgerError};
use crate::domain::Money;
use crate::language::{Language, Value};
use crate::message;

/// The document that `ledger --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LedgerDocument {
    /// `thb-cost/ledger/1`.
    pub schema: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// `best`, `approved` or `executed`.
    pub phase: &'static str,
    /// One record for each part of each budget line, in the order of the ledger.
    pub records: Vec<RecordDocument>,
}

macro_rules! record_document {
    ($($(#[$doc:meta])* $field:ident),+ $(,)?) => {
        /// One record of the ledger. Every value is text; blank is not known or does not apply.
        #[derive(Debug, Default, Serialize, JsonSchema)]
        pub struct RecordDocument { $($(#[$doc])* pub $field: String),+ }

        impl RecordDocument {
            fn new(cells: Vec<Cow<'_, str>>) -> Self {
                let mut cells = cells.into_iter();
                Self { $($field: cells.next().unwrap_or_default().into_owned()),+ }
            }
        }
    };
}

record_document! {
    /// Budget year.
    year,
    /// Who spends.
    agency,
    /// Who pays.
    funder,
    /// `state` or `external`.
    financing,
    /// `labelled` or `unlabelled`.
    label,
    /// Name of the budget line.
    line,
    /// COFOG code.
    function,
    /// `approved` or `executed`.
    phase,
    /// The currency the line was published in.
    line_currency,
    /// Number of money rows of the line.
    rows,
    /// The currency of all amounts.
    currency,
    /// The line's amount.
    line_amount,
    /// Programme area.
    area,
    /// Form of exploitation.
    exploitation,
    /// `attributed`, `remainder`, `unattributed` or `not-estimated`.
    part,
    /// How the figure is known.
    state,
    /// The rule that decided the line.
    rule,
    /// The central share in lowest terms, above the line.
    share_numerator,
    /// The central share in lowest terms, below the line.
    share_denominator,
    /// The amount at low.
    low,
    /// The amount.
    central,
    /// The amount at high.
    high,
    /// An id in the sources.
    source,
}

/// The ledger with the columns of the contract, as plain text.
///
/// # Errors
///
/// Where a column is not there, which is a fault of the program.
pub fn flat_ledger(ledger: &Ledger) -> Result<FlatTable<'_>, LedgerError> {
    let digits = ledger.currency.digits();
    let mut rows: Vec<Vec<Cow<'_, str>>> =
        (0..ledger.frame.height()).map(|_| Vec::with_capacity(LEDGER_COLUMNS.len())).collect();
    for name in LEDGER_COLUMNS {
        let column = ledger.frame.column(name)?;
        if let Ok(text) = column.str() {
            for (row, text) in rows.iter_mut().zip(text.iter()) {
                row.push(Cow::Borrowed(text.unwrap_or_default()));
            }
        } else if let Ok(money) = column.i128() {
            for (row, units) in rows.iter_mut().zip(money.iter()) {
                row.push(units.map(|units| Money::from_minor_units(units).to_plain(digits)).unwrap_or_default().into());
            }
        } else {
            for (row, count) in rows.iter_mut().zip(column.u64()?.iter()) {
                row.push(count.unwrap_or_default().to_string().into());
            }
        }
    }
    Ok(FlatTable { header: LEDGER_COLUMNS.map(str::to_owned).to_vec(), rows })
}

/// The ledger as JSON.
///
/// # Errors
///
/// As [`flat_ledger`].
pub fn ledger_document(ledger: &Ledger) -> Result<LedgerDocument, LedgerError> {
    Ok(LedgerDocument {
        schema: "thb-cost/ledger/1",
        version: env!("CARGO_PKG_VERSION"),
        phase: ledger.phase.word(),
        records: flat_ledger(ledger)?.rows.into_iter().map(RecordDocument::new).collect(),
    })
}

/// The ledger as a sheet: what a reader follows a line by. CSV and JSON have all columns.
///
/// # Errors
///
/// As [`flat_ledger`].
pub fn ledger_sheet(title: &str, ledger: &Ledger, language: Language) -> Result<Sheet, LedgerError> {
    let records = ledger_document(ledger)?.records;
    let ranged = records.iter().any(|record| record.low != record.central || record.high != record.central);
    let mut heads = vec![
        (message!("report-head-year"), Align::Left),
        (message!("report-head-line"), Align::Left),
        (message!("report-head-part"), Align::Left),
    ];
    if ranged {
        heads.extend([
            (message!("report-head-low"), Align::Right),
            (message!("report-head-central"), Align::Right),
            (message!("report-head-high"), Align::Right),
        ]);
    } else {
        heads.push((message!("report-head-amount"), Align::Right));
    }
    let mut table = Table::said(language, &message!("ledger-caption", currency = ledger.currency), heads);
    for record in records {
        let words = |words: &[&str], between: &str| {
            words.iter().copied().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(between)
        };
        let known = if record.state == record.part { String::new() } else { language.term("state", &record.state) };
        let how = words(&[&known, &record.rule], ", ");
        let [part, area, form] =
            [("part", &record.part), ("area", &record.area), ("exploitation", &record.exploitation)]
                .map(|(kind, word)| language.term(kind, word));
        let part = words(&[&part, &area, &form], ", ");
        let part = if how.is_empty() { part } else { format!("{part} ({how})") };
        let figure = |amount: String| if amount.is_empty() { Cell::Unknown } else { Cell::Figure(amount) };
        let mut cells =
            vec![Cell::Text(record.year), Cell::Text(format!("{}: {}", record.agency, record.line)), Cell::Text(part)];
        if ranged {
            cells.extend([record.low, record.central, record.high].map(figure));
        } else {
            cells.push(figure(record.central));
        }
        table.push(cells);
    }
    Ok(Sheet {
        title: title.to_owned(),
        subtitle: language
            .say(&message!("ledger-subtitle", phase = Value::Word("phase", ledger.phase.word().to_owned()))),
        tables: vec![table],
        language,
        ..Sheet::default()
    })
}
