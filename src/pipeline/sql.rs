//! The reduction of an input as SQL: the columns of its files, or of a table like it, with the defaults and the words of the
//! input.

use std::sync::Arc;

use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{Currency, Label, NamedCurrency, Origin, Phase};
use crate::ingest::{Defaults, Groups, InputFile, InputName, Manifest, Mapping, Mark, Place, Reader, mapping};
use crate::language::Message;
use crate::message;
use crate::report::BUDGET_LINE_COLUMNS;
use crate::sql::{Amounts, Cell, Engine, File, From, Key, Source, Step, statement};

/// Why there is no statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SqlFault {
    /// What the file's dialect says is nothing that SQL can be told.
    NotTold {
        /// What it says.
        what: Message,
        /// What to do.
        next: Message,
    },
    /// The engine reads tables only, or cannot read this file.
    NeedsTable {
        /// The engine.
        engine: &'static str,
        /// Why it cannot read the file.
        why: Message,
    },
}

impl SqlFault {
    /// The fault as a person reads it.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NotTold { what, next } => message!("sql-not-told", what = what.clone(), next = next.clone()),
            Self::NeedsTable { engine, why } => message!("sql-needs-table", engine = *engine, why = why.clone()),
        }
    }
}

/// The statement for all files of an input, or for a table like them; `None` after diagnostics.
///
/// # Errors
///
/// Where the step cannot be said in SQL.
pub fn sql(
    manifest: &Manifest,
    input: InputName,
    files: &[InputFile],
    table: Option<&str>,
    engine: &dyn Engine,
    diagnostics: &mut Diagnostics,
) -> Result<Option<String>, SqlFault> {
    let reader = Reader::of(manifest);
    let mut sources: Vec<Source> = Vec::new();
    for file in files {
        let Some(mapping) = mapping(file, input, &reader, diagnostics) else { return Ok(None) };
        let from = match (table, told(&mapping)?) {
            (Some(table), ()) => From::Table(table.to_owned()),
            (None, ()) => match of_file(&mapping, file) {
                Ok(file) => From::File(file),
                Err(why) => return Err(SqlFault::NeedsTable { engine: engine.name(), why }),
            },
        };
        if let Some(fault) = other_currency(manifest, file, &mapping) {
            diagnostics.push(fault);
            return Ok(None);
        }
        sources.push(source(manifest, input, &mapping, from));
    }
    if table.is_some() {
        // One table holds the rows of all files, and so must have the columns of each.
        sources.dedup();
        if sources.len() > 1 {
            return Err(SqlFault::NotTold { what: message!("sql-files-differ"), next: message!("sql-name-one-file") });
        }
    }
    let text = statement(&Step { input: input.word(), sources }, engine);
    text.map(Some).ok_or_else(|| SqlFault::NeedsTable { engine: engine.name(), why: message!("sql-reads-tables") })
}

/// Refuses what the dialect of a file says and an engine cannot be told.
fn told(mapping: &Mapping) -> Result<(), SqlFault> {
    if !mapping.keys.is_empty() {
        return Err(SqlFault::NotTold {
            what: message!("sql-keys", keys = mapping.keys.clone()),
            next: message!("sql-make-rows"),
        });
    }
    Ok(())
}

/// The fault of a header that names another currency than rows that name none are in.
fn other_currency(manifest: &Manifest, file: &InputFile, mapping: &Mapping) -> Option<Diagnostic> {
    let named = of_header(mapping, manifest.currency)?;
    if mapping.columns.iter().any(|(column, _)| column == "currency") {
        return None;
    }
    let assumed = manifest.currency;
    let message = message!("amounts-other-currency", named = named, assumed = assumed);
    let help = message!("amounts-name-currency", named = named);
    Some(
        Diagnostic::new(Code::OtherCurrency, message, help)
            .at(&Origin { file: Arc::clone(&file.name), row: mapping.reading.header })
            .expected(message!("amounts-currency-named", assumed = assumed)),
    )
}

/// The currency that the header of the amounts names, where it cannot be the project's.
fn of_header(mapping: &Mapping, of_project: Currency) -> Option<Currency> {
    let amounts = mapping.columns.iter().find(|(column, _)| column == "amount");
    let Some((_, Place::Column(header))) = amounts else { return None };
    let named = NamedCurrency::all_in(header);
    let agrees = named.iter().any(|named| named.may_be(of_project));
    named.first().filter(|_| !agrees).map(NamedCurrency::likeliest)
}

fn of_file(mapping: &Mapping, file: &InputFile) -> Result<File, Message> {
    let settled = &mapping.reading.settled;
    if mapping.reading.format != "csv" {
        return Err(message!("sql-no-spreadsheets"));
    }
    if settled.encoding.is_some_and(|encoding| !encoding.is_utf8()) {
        return Err(message!("sql-utf8"));
    }
    if settled.skip_last > 0 {
        return Err(message!("sql-last-rows"));
    }
    let path = file.path().ok_or_else(|| message!("sql-inside"))?;
    let delimiter = char::from(settled.delimiter.unwrap_or(b','));
    Ok(File { path: path.to_string_lossy().into_owned(), delimiter, skip: mapping.reading.header - 1 })
}

fn source(manifest: &Manifest, input: InputName, mapping: &Mapping, from: From) -> Source {
    let currency = manifest.currency;
    let place = |column: &str| mapping.columns.iter().find(|(name, _)| *name == column).map(|(_, place)| place);
    let cell = |place: &Place| match place {
        Place::Column(name) => Cell::Column(name.clone()),
        Place::Constant(text) => Cell::Constant(text.clone()),
    };
    let defaults = Defaults::new(input, currency, &manifest.dimensions);
    // A row that names no currency under a header of another one stops the statement.
    let is_assumed = of_header(mapping, currency).is_none();
    let columns = BUDGET_LINE_COLUMNS.into_iter().filter(|column| !["amount", "note", "rows"].contains(column));
    let keys = columns.chain(manifest.dimensions.iter().map(AsRef::as_ref)).map(|name| Key {
        name: name.to_owned(),
        cell: place(name).map(cell),
        default: defaults.of(name).filter(|_| is_assumed || name != "currency"),
        pattern: place(name).and_then(|_| pattern(name, currency)),
    });
    let column = |name: &str| match place(name) {
        Some(Place::Column(column)) => Some(column.clone()),
        _ => None,
    };
    let marks = mapping.reading.settled.marks;
    let groups = match marks.groups {
        Groups::Only(mark) => vec![mark],
        Groups::Any | Groups::Forbidden => Vec::new(),
    };
    let amounts = Amounts {
        column: column("amount").unwrap_or_default(),
        decimal: marks.decimal.unwrap_or(Mark::Point).letter(),
        groups,
        digits: currency.digits(),
    };
    Source { from, keys: keys.collect(), amounts, note: column("note"), rows: column("rows") }
}

/// What a text of a column must match. An engine knows no other currency's minor digits, so that rows are all in the
/// project's.
fn pattern(column: &str, currency: Currency) -> Option<String> {
    match column {
        "year" => Some("[0-9]{4}".to_owned()),
        "label" => Some(Label::WORDS.join("|")),
        "phase" => Some(Phase::WORDS.join("|")),
        "currency" => Some(Currency::with_digits(currency.digits()).join("|")),
        _ => None,
    }
}
