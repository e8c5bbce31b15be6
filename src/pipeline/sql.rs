//! The reduction of an input as SQL: the columns of its files, or of a table like it, with the defaults and the words of the
//! input.

use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{Currency, Label, NamedCurrency, Origin, Phase, clean_text};
use crate::ingest::{
    Defaults, Groups, InputFile, InputName, LABEL_WORDS, MadeColumn, Manifest, MappedLayout, Mapping, Mark, Missing,
    Reader, Totals, YearForm, mapping,
};
use crate::language::Message;
use crate::message;
use crate::report::BUDGET_LINE_COLUMNS;
use crate::sql::{
    Amounts, Engine, File, From, Key, Layout, Made, Missing as OfBlank, Rows, Source, Step, Sums, Words, YearText,
    statement,
};

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
        refuse_keys(&mapping, table.is_some())?;
        let from = match table {
            Some(table) => From::Table(table.to_owned(), names(&mapping)),
            None => match of_file(&mapping, file) {
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
    let known = LABEL_WORDS;
    let words = Words {
        sums: known.sums,
        behind: known.behind,
        before: known.before,
        parts: known.parts,
        wholes: known.wholes,
    };
    let text = statement(&Step { input: input.word(), words, sources }, engine);
    text.map(Some).ok_or_else(|| SqlFault::NeedsTable { engine: engine.name(), why: message!("sql-reads-tables") })
}

/// Refuses the keys of a dialect that an engine cannot be told, by name.
fn refuse_keys(mapping: &Mapping, is_table: bool) -> Result<(), SqlFault> {
    let mut keys: Vec<String> = mapping.of_order.clone();
    // A factor with decimals, or one before rounding, gives more digits than the decimals of an engine hold.
    if mapping.layouts.iter().any(|layout| factor(layout).is_none()) {
        keys.push("amounts".to_owned());
    }
    let has_name = |cell: &usize| mapping.names.get(*cell).is_some_and(|name| !clean_text(name).is_empty());
    let used = mapping.columns.iter().flat_map(|made| &made.cells).copied();
    let mut used = used.chain(mapping.layouts.iter().filter_map(|layout| layout.amount));
    if is_table && !used.all(|cell| has_name(&cell)) {
        keys.push("columns".to_owned());
    }
    if !is_table && mapping.breaks_above {
        keys.push("skip".to_owned());
    }
    if keys.is_empty() {
        return Ok(());
    }
    Err(SqlFault::NotTold { what: message!("sql-keys", keys = keys), next: message!("sql-make-rows") })
}

/// One or minus one; `None` for any other factor.
fn factor(layout: &MappedLayout) -> Option<i64> {
    let factor = layout.scale.factor.map_or(Some(1), |factor| i64::try_from(factor.normalize()).ok())?;
    ([1, -1].contains(&factor) && layout.scale.factor.is_none_or(|known| known.normalize().scale() == 0))
        .then_some(factor)
}

/// The names of a file's columns, each once: what has none of its own is named after its position.
fn names(mapping: &Mapping) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (index, name) in mapping.names.iter().enumerate() {
        let name = name.trim_start_matches('\u{feff}');
        let is_known = names.iter().any(|known| known.to_lowercase() == name.to_lowercase());
        names.push(match is_known || name.trim().is_empty() {
            true => format!("column {}", index + 1),
            false => name.to_owned(),
        });
    }
    names
}

/// The fault of a header that names another currency than rows that name none are in.
fn other_currency(manifest: &Manifest, file: &InputFile, mapping: &Mapping) -> Option<Diagnostic> {
    let named = mapping.layouts.iter().find_map(|layout| of_header(layout, manifest.currency))?;
    let says = |layout: &MappedLayout| layout.constants.iter().any(|(column, _)| column == "currency");
    if mapping.columns.iter().any(|made| made.column == "currency") || mapping.layouts.iter().all(says) {
        return None;
    }
    let assumed = manifest.currency;
    let message = message!("amounts-other-currency", named = named, assumed = assumed);
    let help = message!("amounts-name-currency", named = named);
    Some(
        Diagnostic::new(Code::OtherCurrency, message, help)
            .at(&Origin { file: file.name.clone(), row: mapping.reading.header })
            .expected(message!("amounts-currency-named", assumed = assumed)),
    )
}

/// The currency that the header of the amounts names, where it cannot be the project's.
fn of_header(layout: &MappedLayout, of_project: Currency) -> Option<Currency> {
    let named = NamedCurrency::all_in(&layout.head);
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
    Ok(File {
        path: path.to_string_lossy().into_owned(),
        delimiter: char::from(settled.delimiter.unwrap_or(b',')),
        skip: mapping.first_row - 1,
        names: names(mapping),
        fills: mapping.short_rows,
    })
}

fn made(of: &MadeColumn) -> Made {
    let missing = match &of.missing {
        Some(Missing::Text(text)) => OfBlank::Text(text.clone()),
        Some(Missing::LeaveOut) => OfBlank::LeaveOut,
        Some(Missing::Above) | None => OfBlank::Blank,
    };
    Made { cells: of.cells.clone(), missing, words: of.words.clone() }
}

fn source(manifest: &Manifest, input: InputName, mapping: &Mapping, from: From) -> Source {
    let currency = manifest.currency;
    let column = |name: &str| mapping.columns.iter().find(|made| made.column == name).map(made);
    let defaults = Defaults::new(input, currency, &manifest.dimensions);
    // A row that names no currency under a header of another one stops the statement.
    let is_assumed = mapping.layouts.iter().all(|layout| of_header(layout, currency).is_none());
    let columns = BUDGET_LINE_COLUMNS.into_iter().filter(|column| !["amount", "note", "rows"].contains(column));
    let keys = columns.chain(manifest.dimensions.iter().map(AsRef::as_ref)).map(|name| Key {
        name: name.to_owned(),
        made: column(name),
        default: defaults.of(name).filter(|_| is_assumed || name != "currency"),
        pattern: pattern(name, currency),
    });
    let leaves_out = mapping.leave_out_blank_amounts;
    let of_entry = |cell: usize| Made {
        cells: vec![cell],
        missing: if leaves_out { OfBlank::LeaveOut } else { OfBlank::Blank },
        words: Vec::new(),
    };
    let layout = |layout: &MappedLayout| Layout {
        amount: layout.amount.map(of_entry).or_else(|| column("amount")).unwrap_or_default(),
        says: layout.constants.clone(),
        power: layout.scale.power,
        factor: factor(layout).unwrap_or(1),
        round: layout.scale.round,
    };
    let marks = mapping.reading.settled.marks;
    let groups = match marks.groups {
        Groups::Only(mark) => vec![mark],
        Groups::Any | Groups::Forbidden => Vec::new(),
    };
    Source {
        from,
        rows_taken: Rows {
            keep: mapping.keep.clone(),
            except: mapping.except.clone(),
            blank: mapping.blank.clone(),
            sums: match mapping.totals {
                Totals::Refuse => Sums::Stop,
                Totals::Exclude => Sums::LeaveOut,
                Totals::Count => Sums::Count,
            },
            labels: mapping.labels.clone(),
        },
        keys: keys.collect(),
        year: match &mapping.year_form {
            None => YearText::Plain,
            Some(YearForm::Ends) => YearText::Ends,
            Some(YearForm::Starts) => YearText::Starts,
            Some(YearForm::Date(form)) => YearText::Form(form.clone()),
        },
        amounts: Amounts {
            decimal: marks.decimal.unwrap_or(Mark::Point).letter(),
            is_said: marks.decimal.is_some(),
            groups,
            digits: currency.digits(),
        },
        layouts: mapping.layouts.iter().map(layout).collect(),
        note: column("note"),
        rows: column("rows"),
        says: says(mapping),
    }
}

/// What the dialect says, a line a key.
fn says(mapping: &Mapping) -> Vec<String> {
    let keys = mapping.reading.settled.written_keys().into_iter().filter(|_| mapping.reading.pinned);
    let keys = keys.filter(|(key, _)| !["files", "name", "encoding", "skip", "delimiter"].contains(&key.as_str()));
    keys.map(|(key, value)| format!("{key} = {value}")).collect()
}

/// What a text of a column must match. An engine knows no other currency's minor digits, so that rows are all in the
/// project's.
fn pattern(column: &str, currency: Currency) -> Option<String> {
    match column {
        "label" => Some(Label::WORDS.join("|")),
        "phase" => Some(Phase::WORDS.join("|")),
        "currency" => Some(Currency::with_digits(currency.digits()).join("|")),
        _ => None,
    }
}
