//! The ledger as flat records, as JSON and as a sheet, made by walking its columns.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};

use super::rows::{FlatTable, only_document, only_of};
use super::sheet::{Align, Cell, Sheet, Table};
use crate::attribution::{Attribution, Entry, LEDGER, LedgerColumn, ledger_columns};
use crate::domain::{Currency, Fraction, YearRange};
use crate::language::{Language, Message, Value};
use crate::measures::{Basis, BasisFault};
use crate::message;
use crate::project::Project;

/// What a ledger is reported from.
#[derive(Debug, Clone, Copy)]
pub struct LedgerReport<'l> {
    /// The project.
    pub project: &'l Project,
    /// Its lines, attributed.
    pub attribution: &'l Attribution,
    /// The years shown.
    pub years: YearRange,
    /// Currencies that every record is brought to, beside its own, in order.
    pub currencies: &'l [Currency],
    /// The language of its words.
    pub language: Language,
}

/// The column behind the last where lines are selected.
pub const SELECTION: &str = "selection";

/// The columns behind the last where records are brought to a currency; those of a second one end in `_2`.
pub const IN_CURRENCY: [&str; 4] = ["in_currency", "in_low", "in_central", "in_high"];

impl<'l> LedgerReport<'l> {
    /// The entries of the years shown, in order.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'l>> + use<'l> {
        let years = self.years;
        self.attribution.entries().filter(move |entry| years.contains(entry.key().year))
    }

    /// The names of its columns.
    #[must_use]
    pub fn header(&self) -> Vec<String> {
        let columns = ledger_columns(&self.project.dimensions).map(|column| column.name.to_owned());
        let extra = (1..=self.currencies.len()).flat_map(|number| {
            IN_CURRENCY.map(|name| if number == 1 { name.to_owned() } else { format!("{name}_{number}") })
        });
        columns.chain(extra).collect()
    }

    /// Those of a file of flat records, which has no other place to say which lines were selected.
    #[must_use]
    pub fn flat_header(&self) -> Vec<String> {
        self.header().into_iter().chain(self.selection().map(|_| SELECTION.to_owned())).collect()
    }

    /// Which lines are taken, where not all are.
    pub(super) fn selection(&self) -> Option<String> {
        only_of(self.attribution, self.project)
    }

    /// Phase and selection, for a person.
    #[must_use]
    pub fn subtitle(&self) -> String {
        let phase = Value::Word("phase", self.attribution.phase.word().to_owned());
        let only = self.selection().map(|only| message!("report-subtitle-only", only = only));
        self.language.say(&message!("ledger-subtitle", phase = phase, only = Value::optional(only)))
    }

    /// The records of the years shown, in order, as plain text.
    fn records(&self) -> impl Iterator<Item = Result<Vec<Cow<'l, str>>, BasisFault>> + use<'l> {
        let view = *self;
        let columns: Vec<LedgerColumn<'l>> = ledger_columns(&view.project.dimensions).collect();
        self.entries().map(move |entry| {
            let digits = entry.currency().digits();
            let mut cells: Vec<Cow<'l, str>> = Vec::with_capacity(columns.len() + 1);
            cells.extend(columns.iter().map(|column| column.cell(&entry).plain(digits)));
            for currency in view.currencies {
                cells.push(currency.to_string().into());
                cells.extend(view.in_currency(&entry, *currency)?.map(Cow::Owned));
            }
            Ok(cells)
        })
    }

    /// Low, central and high in another currency, each rounded on its own; blank where they are not known.
    pub(super) fn in_currency(&self, entry: &Entry<'_>, currency: Currency) -> Result<[String; 3], BasisFault> {
        let Some(amounts) = entry.amounts else { return Ok(Default::default()) };
        let basis = Basis { currency, prices: None };
        let rate = basis.rate(self.project, entry.currency(), entry.key().year)?;
        let plain = amounts.map(|money| (&Fraction::from_money(*money) * &rate).minor_to_decimal(currency.digits()));
        Ok([plain.low, plain.central, plain.high])
    }
}

/// The document that `ledger --format json` prints.
#[derive(Debug, serde::Serialize, JsonSchema)]
pub struct LedgerDocument<'l> {
    /// `thb-cost/ledger/2`.
    pub schema: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// Title of the project.
    pub project: &'l str,
    /// `best`, `approved` or `executed`.
    pub phase: &'static str,
    /// Only lines that match: patterns by dimension; empty where all lines are taken.
    #[serde(rename = "where")]
    pub only: BTreeMap<String, Vec<String>>,
    /// Counts of people above 0 and below this are not shown; absent where all are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protect: Option<u64>,
    /// One record for each part of each budget line, in the order of the ledger.
    #[schemars(with = "Vec<RecordDocument<'l>>")]
    pub records: RecordDocuments<'l>,
}

/// The records of a ledger, made one by one as they are written.
#[derive(Debug)]
pub struct RecordDocuments<'l>(LedgerReport<'l>);

impl Serialize for RecordDocuments<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let header: Arc<[String]> = self.0.header().into();
        let mut records = serializer.serialize_seq(None)?;
        for cells in self.0.records() {
            let cells = cells.map_err(S::Error::custom)?;
            records.serialize_element(&RecordDocument { header: Arc::clone(&header), cells })?;
        }
        records.end()
    }
}

/// One record of the ledger. Every value is text; blank is not known or does not apply.
#[derive(Debug)]
pub struct RecordDocument<'l> {
    header: Arc<[String]>,
    cells: Vec<Cow<'l, str>>,
}

impl Serialize for RecordDocument<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut record = serializer.serialize_map(Some(self.cells.len()))?;
        for (name, cell) in self.header.iter().zip(&self.cells) {
            record.serialize_entry(name, cell)?;
        }
        record.end()
    }
}

impl JsonSchema for RecordDocument<'_> {
    fn schema_name() -> Cow<'static, str> {
        "RecordDocument".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let properties = LEDGER.iter().map(|column| {
            let schema = serde_json::json!({ "type": "string", "description": column.about });
            (column.name.to_owned(), schema)
        });
        let properties: serde_json::Map<String, serde_json::Value> = properties.collect();
        let needed: Vec<&str> = LEDGER.iter().map(|column| column.name).collect();
        // A project's own dimensions stand behind the columns that every ledger has, and amounts in another currency.
        json_schema!({
            "type": "object",
            "description": "One record of the ledger. Every value is text; blank is not known or does not apply.",
            "properties": properties,
            "required": needed,
            "additionalProperties": { "type": "string" },
        })
    }
}

/// The ledger with the columns of the contract, as plain text.
///
/// # Errors
///
/// A rate to the currency asked for that nobody gives.
pub fn flat_ledger(view: LedgerReport<'_>) -> Result<FlatTable<'_>, BasisFault> {
    let mut table = FlatTable { header: view.flat_header(), rows: Vec::new() };
    let selection = view.selection();
    for record in view.records() {
        let mut cells = record?;
        cells.extend(selection.clone().map(Cow::Owned));
        table.rows.push(cells);
    }
    Ok(table)
}

/// The header and the records of [`flat_ledger`], each as it comes.
///
/// # Errors
///
/// As [`flat_ledger`].
pub(super) fn each_flat_record(
    view: LedgerReport<'_>,
    take: &mut dyn FnMut(&[Cow<'_, str>]),
) -> Result<(), BasisFault> {
    take(&view.flat_header().into_iter().map(Cow::Owned).collect::<Vec<_>>());
    let selection = view.selection();
    for record in view.records() {
        let mut cells = record?;
        cells.extend(selection.as_deref().map(Cow::Borrowed));
        take(&cells);
    }
    Ok(())
}

/// The ledger as JSON.
///
/// # Errors
///
/// As [`flat_ledger`].
pub fn ledger_document(view: LedgerReport<'_>) -> Result<LedgerDocument<'_>, BasisFault> {
    // What cannot be worked out is told before anything is written.
    if !view.currencies.is_empty() {
        view.records().try_for_each(|record| record.map(drop))?;
    }
    Ok(LedgerDocument {
        schema: "thb-cost/ledger/2",
        version: env!("CARGO_PKG_VERSION"),
        project: view.project.title_in(view.language),
        phase: view.attribution.phase.word(),
        only: only_document(view.attribution, view.project),
        protect: view.project.protection.below(),
        records: RecordDocuments(view),
    })
}

/// The ledger as a sheet: what a reader follows a line by. CSV and JSON have all columns.
///
/// # Errors
///
/// As [`flat_ledger`].
pub fn ledger_sheet(view: LedgerReport<'_>) -> Result<Sheet, BasisFault> {
    let language = view.language;
    let ranged = view.entries().any(|entry| entry.amounts.is_some_and(|amounts| !amounts.is_point()));
    let mut heads = vec![
        (message!("report-head-year"), Align::Left),
        (message!("report-head-line"), Align::Left),
        (message!("report-head-part"), Align::Left),
        (message!("report-head-currency"), Align::Left),
    ];
    let amounts = if ranged {
        vec![message!("report-head-low"), message!("report-head-central"), message!("report-head-high")]
    } else {
        vec![message!("report-head-amount")]
    };
    heads.extend(amounts.iter().map(|head| (head.clone(), Align::Right)));
    for currency in view.currencies {
        let head = |head: &Message| message!("report-head-in", head = head.clone(), currency = currency);
        heads.extend(amounts.iter().map(|of| (head(of), Align::Right)));
    }
    let mut table = Table::said(language, &message!("ledger-caption"), heads);
    for entry in view.entries() {
        let key = entry.key();
        let figure = |amount: String| if amount.is_empty() { Cell::Unknown } else { Cell::Figure(amount) };
        let chosen = |all: [String; 3]| {
            let [low, central, high] = all;
            if ranged { vec![low, central, high] } else { vec![central] }
        };
        let own = entry.amounts.map(|amounts| amounts.map(|money| entry.line.plain(*money)));
        let own = own.map(|own| [own.low, own.central, own.high]).unwrap_or_default();
        let mut cells = vec![
            Cell::Text(key.year.to_string()),
            Cell::Text(format!("{}: {}", key.agency, key.line)),
            Cell::Text(part(&entry, language)),
            Cell::text(key.currency.code()),
        ];
        cells.extend(chosen(own).into_iter().map(figure));
        for currency in view.currencies {
            cells.extend(chosen(view.in_currency(&entry, *currency)?).into_iter().map(figure));
        }
        table.push(cells);
    }
    Ok(Sheet {
        title: view.project.title_in(language).to_owned(),
        subtitle: view.subtitle(),
        tables: vec![table],
        language,
        ..Sheet::default()
    })
}

/// Part, area and form of an entry, with how it is known and the rule in brackets.
fn part(entry: &Entry<'_>, language: Language) -> String {
    let words = |words: [String; 3], between: &str| {
        words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(between)
    };
    let [part, state] = [entry.part.word(), entry.state.word()];
    let known = if state == part { String::new() } else { language.term("state", state) };
    let rule = entry.rule.map(|rule| rule.id.to_string()).unwrap_or_default();
    let how = words([known, rule, String::new()], ", ");
    let named = [("part", part), ("area", entry.area), ("exploitation", entry.exploitation)];
    let part = words(named.map(|(kind, word)| language.term(kind, word)), ", ");
    if how.is_empty() { part } else { format!("{part} ({how})") }
}
