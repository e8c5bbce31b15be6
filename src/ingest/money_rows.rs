//! Money rows: the columns of `budget`, `external` and `agencies`, their defaults, and what each cell must hold.

use arcstr::ArcStr;

use super::input_name::InputName;

use super::header::{Columns, Header};
use super::labels::Standing;
use super::table::{Row, YearCell};
use super::texts::Texts;
use super::years::{self, YearFault};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{Currency, Financing, Label, NamedCurrency, Origin, Phase, Year, clean_text};
use crate::ingest::amounts::{AmountFault, Digits};
use crate::language::{Between, Message, Value};
use crate::message;

/// Columns that make a line of every project; all but `amount` and `note`.
pub(super) const KEY_COLUMNS: [&str; 10] =
    ["year", "agency", "funder", "label", "line", "function", "area", "phase", "currency", "source"];

/// The columns of an input of money rows, the project's own dimensions behind them.
#[must_use]
pub fn columns(input: InputName, own: &[ArcStr]) -> Columns<'_> {
    match input {
        InputName::External => Columns {
            needed: &["year", "amount", "line", "funder"],
            optional: &["agency", "label", "phase", "function", "area", "currency", "source", "note", "rows"],
            own,
            yearly: Some("amount"),
        },
        InputName::Agencies => Columns {
            needed: &["year", "amount", "line", "agency"],
            optional: &["funder", "label", "phase", "function", "area", "currency", "source", "note", "rows"],
            own,
            yearly: Some("amount"),
        },
        _ => Columns {
            needed: &["year", "amount", "line"],
            optional: &["agency", "funder", "label", "phase", "function", "area", "currency", "source", "note", "rows"],
            own,
            yearly: Some("amount"),
        },
    }
}

/// The defaults of an input's blank or absent cells.
#[derive(Debug, Clone, Copy)]
pub struct Defaults<'c> {
    input: InputName,
    currency: Currency,
    /// The project's own dimensions.
    pub(super) own: &'c [ArcStr],
}

impl<'c> Defaults<'c> {
    /// For an input of a project with this currency and these dimensions of its own.
    #[must_use]
    pub fn new(input: InputName, currency: Currency, own: &'c [ArcStr]) -> Self {
        Self { input, currency, own }
    }

    /// Columns that make a line, in the order in which a row's key is built.
    pub fn key_columns(self) -> impl Iterator<Item = &'c str> {
        KEY_COLUMNS.into_iter().chain(self.own.iter().map(AsRef::as_ref))
    }

    /// The currency of a row that names none.
    #[must_use]
    pub fn currency(self) -> Currency {
        self.currency
    }

    /// What stands for a blank cell of a key column; `None` where a blank one is a fault.
    #[must_use]
    pub fn of(self, column: &str) -> Option<String> {
        match column {
            "year" | "line" => None,
            "agency" => self.agency().map(str::to_owned),
            "funder" => self.funder().map(str::to_owned),
            "label" => Some(self.label().word().to_owned()),
            "phase" => Some(Phase::Executed.word().to_owned()),
            "currency" => Some(self.currency.code().to_owned()),
            _ => Some(String::new()),
        }
    }

    /// Who spends where a row says nobody.
    pub(super) fn agency(self) -> Option<&'static str> {
        (self.input != InputName::Agencies).then_some("NCCTHB")
    }

    /// Who pays where a row says nobody.
    pub(super) fn funder(self) -> Option<&'static str> {
        (self.input != InputName::External).then_some("State budget")
    }

    /// Of rows that do not say it.
    #[must_use]
    pub fn label(self) -> Label {
        if self.input == InputName::Agencies { Label::Unlabelled } else { Label::Labelled }
    }

    /// Who finances every row of the input.
    #[must_use]
    pub fn financing(self) -> Financing {
        if self.input == InputName::External { Financing::External } else { Financing::State }
    }
}

/// A needed cell of a money row that is blank.
pub(super) fn blank(row: &Row<'_>, column: &str) -> Diagnostic {
    row.fault(
        Code::MissingValue,
        column,
        message!("cell-blank", column = column),
        "",
        message!("cell-value-needed"),
        message!("cell-fill-in-only-amounts", column = column),
    )
}

/// The year of a row.
///
/// # Errors
///
/// Why it has none.
pub fn year_of(row: &Row<'_>) -> Result<Year, YearFault> {
    year_with(row, &clean_text(row.cell("year")))
}

/// The year of a row whose cell has this text.
fn year_with(row: &Row<'_>, text: &str) -> Result<Year, YearFault> {
    match row.year {
        YearCell::Read(year) => Ok(year),
        YearCell::Refused(fault) => Err(fault),
        YearCell::AsWritten => years::read(text, row.kind("year"), None),
    }
}

/// A year cell.
pub fn year(row: &Row<'_>, text: &str, diagnostics: &mut Diagnostics) -> Option<Year> {
    year_in(row, "year", text, diagnostics)
}

/// A cell of another column that holds a year.
pub fn year_in(row: &Row<'_>, column: &str, text: &str, diagnostics: &mut Diagnostics) -> Option<Year> {
    if text.is_empty() {
        diagnostics.push(blank(row, column));
        return None;
    }
    let read = match column {
        "year" => year_with(row, text),
        _ => years::read(text, row.kind(column), None),
    };
    let (message, help) = match read {
        Ok(year) => return Some(year),
        Err(YearFault::NotAYear) => (message!("cell-bad-year"), message!("cell-write-year")),
        Err(YearFault::OutOfRange) => (message!("cell-year-out-of-range"), message!("cell-correct-year")),
        Err(YearFault::FormNeeded(form)) => (message!("cell-year-form"), message!("cell-say-year-form", form = form)),
        Err(YearFault::OtherForm) => (message!("cell-year-of-other-form"), message!("cell-correct-year-form")),
    };
    diagnostics.push(row.fault(Code::BadYear, column, message, text, message!("cell-year"), help));
    None
}

/// A currency cell.
pub fn currency(row: &Row<'_>, column: &str, code: &str, diagnostics: &mut Diagnostics) -> Option<Currency> {
    let currency = Currency::parse(code);
    if currency.is_none() {
        diagnostics.push(row.fault(
            Code::BadCurrency,
            column,
            message!("cell-bad-currency"),
            code,
            message!("cell-currency"),
            message!("cell-correct-code"),
        ));
    }
    currency
}

/// A cell that holds one of a few words, with a default for a blank one.
pub fn word<T>(
    row: &Row<'_>,
    column: &str,
    text: &str,
    default: T,
    parse: impl Fn(&str) -> Option<T>,
    words: &[&str],
    diagnostics: &mut Diagnostics,
) -> Option<T> {
    if text.is_empty() {
        return Some(default);
    }
    let value = parse(text);
    if value.is_none() {
        let help = Message::did_you_mean(text, words.iter().copied())
            .unwrap_or_else(|| message!("cell-write-word", words = words.to_vec()));
        let message = message!("cell-bad-word", column = column);
        let expected = message!("verbatim", text = Value::list(words, Between::Or));
        diagnostics.push(row.fault(Code::BadWord, column, message, text, expected, help));
    }
    value
}

/// What is wrong with an amount cell.
pub fn amount_fault(row: &Row<'_>, text: &str, currency: Currency, digits: Digits, fault: AmountFault) -> Diagnostic {
    let whole = u64::from(digits.whole);
    let (code, message, help) = match fault {
        AmountFault::NotANumber => (Code::BadAmount, message!("amount-not-a-number"), message!("amount-write-digits")),
        AmountFault::OtherCurrency(named) => (
            Code::OtherCurrency,
            message!("amount-other-currency", named = named, currency = currency),
            message!("amount-correct-currency"),
        ),
        AmountFault::Percent => (Code::BadAmount, message!("amount-percent"), message!("amount-write-money")),
        AmountFault::MinorDigits => (
            Code::AmountDigits,
            message!("amount-minor-digits", digits = u64::from(digits.minor), currency = currency),
            message!("amount-correct-at-source"),
        ),
        AmountFault::Range => {
            (Code::AmountRange, message!("amount-out-of-range", whole = whole), message!("amount-check-unit"))
        }
    };
    let expected = match digits.minor {
        _ if code == Code::OtherCurrency => message!("amount-in-currency", currency = currency),
        0 => message!("amount-whole", whole = whole),
        minor => message!("amount-with-digits", whole = whole, digits = u64::from(minor)),
    };
    row.fault(code, "amount", message, text, expected, help)
}

/// An amount in a cell of a spreadsheet whose format shows another currency than its row's.
pub fn format_fault(row: &Row<'_>, amount: &[u8], currency: Currency, digits: Digits) -> Option<Diagnostic> {
    let shown = row.shown_currency("amount").filter(|shown| !shown.may_be(currency))?;
    let text = format!("{} {shown}", String::from_utf8_lossy(amount));
    Some(amount_fault(row, &text, currency, digits, AmountFault::OtherCurrency(shown.likeliest())))
}

/// Whether a row names its currency, in a column or by a constant.
pub fn names_currency(row: &Row<'_>) -> bool {
    !clean_text(row.cell("currency")).is_empty()
}

/// What the header of the amounts says of the currency of rows that name none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderCurrency {
    /// Nothing.
    Silent,
    /// It is the one that is assumed.
    Assumed,
    /// It is another.
    Other(Currency),
}

/// What the header of the amounts says where this currency would be assumed.
pub fn header_currency(header: &Header, assumed: Currency) -> HeaderCurrency {
    let named = NamedCurrency::all_in(&header.written("amount"));
    match named.first() {
        None => HeaderCurrency::Silent,
        Some(_) if named.iter().any(|named| named.may_be(assumed)) => HeaderCurrency::Assumed,
        Some(first) => HeaderCurrency::Other(first.likeliest()),
    }
}

/// Rows that name no currency, the first of them here, under a header that names another than would be assumed.
pub fn header_of_another_currency(origin: &Origin, header: &Header, named: Currency, assumed: Currency) -> Diagnostic {
    let message = message!("amounts-other-currency", named = named, assumed = assumed);
    Diagnostic::new(Code::OtherCurrency, message, message!("amounts-name-currency", named = named))
        .at(origin)
        .column(header.written("amount"))
        .found(header.written("amount"))
        .expected(message!("amounts-currency-named", assumed = assumed))
}

/// How many rows a row stands for, where it is itself a reduction; blank means one.
pub fn row_count(row: &Row<'_>, cell: &[u8], diagnostics: &mut Diagnostics) -> Option<u64> {
    let text = std::str::from_utf8(cell).unwrap_or_default().trim();
    if text.is_empty() {
        return Some(1);
    }
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let count = if digits { text.parse().ok().filter(|count| (1..1_u64 << 53).contains(count)) } else { None };
    if count.is_none() {
        diagnostics.push(row.fault(
            Code::BadCount,
            "rows",
            message!("cell-bad-row-count"),
            text,
            message!("cell-row-count"),
            message!("cell-write-row-count"),
        ));
    }
    count
}

/// How a row stands to others, with the cell that says so: of all cells that hold words.
pub fn standing(row: &Row<'_>, texts: &mut Texts) -> (Standing, Option<String>) {
    let said = |position: usize| {
        let standing = texts.standing(row.bytes_at(position));
        (standing != Standing::Plain).then(|| (standing, clean_text(row.at(position)).into_owned()))
    };
    let found = row.header.of_words().find_map(said);
    match (row.standing, found) {
        // Steps know more: words of the file before they were ours, and the rows above.
        (Some(standing), found) => {
            let first =
                || row.record.raw.split(|byte| matches!(byte, b';' | b',' | b'\t' | b'|')).next().unwrap_or_default();
            let label = || match clean_text(row.cell("line")) {
                line if line.is_empty() => clean_text(&String::from_utf8_lossy(first())).into_owned(),
                line => line.into_owned(),
            };
            let label = found.map_or_else(label, |(_, label)| label);
            (standing, (standing != Standing::Plain).then_some(label))
        }
        (None, Some((standing, label))) => (standing, Some(label)),
        (None, None) => (Standing::Plain, None),
    }
}
