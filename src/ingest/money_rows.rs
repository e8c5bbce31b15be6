//! Money rows: the columns of `budget`, `external` and `agencies`, their defaults, and what each cell must hold.

use std::sync::Arc;

use super::input_name::InputName;

use super::header::Columns;
use super::table::Row;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::numbers::{self, AmountFault};
use crate::domain::{Currency, Financing, Label, LineKey, Money, Phase, Year, clean_text, did_you_mean};

/// Columns that make a line, in the order in which a row's key is built; all but `amount` and `note`.
pub const KEY_COLUMNS: [&str; 10] =
    ["year", "agency", "funder", "label", "line", "function", "area", "phase", "currency", "source"];

/// The columns of an input of money rows.
#[must_use]
pub fn columns(input: InputName) -> Columns {
    match input {
        InputName::External => Columns {
            needed: &["year", "amount", "line", "funder"],
            optional: &["agency", "label", "phase", "function", "area", "currency", "source", "note"],
        },
        InputName::Agencies => Columns {
            needed: &["year", "amount", "line", "agency"],
            optional: &["funder", "label", "phase", "function", "area", "currency", "source", "note"],
        },
        _ => Columns {
            needed: &["year", "amount", "line"],
            optional: &["agency", "funder", "label", "phase", "function", "area", "currency", "source", "note"],
        },
    }
}

/// The defaults of an input's blank or absent cells.
#[derive(Debug, Clone, Copy)]
pub struct Defaults {
    input: InputName,
    currency: Currency,
}

impl Defaults {
    /// For an input of a project with this reporting currency.
    #[must_use]
    pub fn new(input: InputName, currency: Currency) -> Self {
        Self { input, currency }
    }

    /// The currency of a row that names none.
    #[must_use]
    pub fn currency(self) -> Currency {
        self.currency
    }

    fn agency(self) -> Option<&'static str> {
        (self.input != InputName::Agencies).then_some("NCCTHB")
    }

    fn funder(self) -> Option<&'static str> {
        (self.input != InputName::External).then_some("State budget")
    }

    fn label(self) -> Label {
        if self.input == InputName::Agencies { Label::Unlabelled } else { Label::Labelled }
    }

    fn financing(self) -> Financing {
        if self.input == InputName::External { Financing::External } else { Financing::State }
    }
}

/// What makes a row's line, from its cells; `None` after diagnostics where a cell is faulty.
pub fn line_key(row: &Row<'_>, defaults: Defaults, diagnostics: &mut Diagnostics) -> Option<LineKey> {
    let text = row.text();
    let cell = |column: &str| {
        row.header.position(column).and_then(|position| text.get(position)).map(clean_text).unwrap_or_default()
    };
    let mut needed = |column: &str, default: Option<&str>| {
        let value = cell(column);
        if !value.is_empty() {
            return Some(Arc::from(value.as_ref()));
        }
        if default.is_none() {
            diagnostics.push(blank(row, column));
        }
        default.map(Arc::from)
    };
    let agency = needed("agency", defaults.agency());
    let funder = needed("funder", defaults.funder());
    let line = needed("line", None);
    let year = year(row, &cell("year"), diagnostics);
    let label = word(row, "label", &cell("label"), defaults.label(), Label::parse, Label::WORDS, diagnostics);
    let phase = word(row, "phase", &cell("phase"), Phase::Executed, Phase::parse, Phase::WORDS, diagnostics);
    let currency = match cell("currency").as_ref() {
        "" => Some(defaults.currency),
        code => currency(row, "currency", code, diagnostics),
    };
    Some(LineKey {
        year: year?,
        agency: agency?,
        funder: funder?,
        financing: defaults.financing(),
        label: label?,
        line: line?,
        function: Arc::from(cell("function").as_ref()),
        area: Arc::from(cell("area").as_ref()),
        phase: phase?,
        currency: currency?,
        source: Arc::from(cell("source").as_ref()),
    })
}

/// A needed cell of a money row that is blank.
fn blank(row: &Row<'_>, column: &str) -> Diagnostic {
    row.fault(
        Code::MissingValue,
        column,
        format!("the cell {column} is blank"),
        "",
        "a value in every row",
        format!("fill in {column}; only an amount may be blank"),
    )
}

/// A year cell.
pub fn year(row: &Row<'_>, text: &str, diagnostics: &mut Diagnostics) -> Option<Year> {
    if text.is_empty() {
        diagnostics.push(blank(row, "year"));
        return None;
    }
    let year = Year::parse(text);
    if year.is_none() {
        diagnostics.push(row.fault(
            Code::BadYear,
            "year",
            "the year is not four digits",
            text,
            "four digits, such as 2017",
            "write the budget year with four digits",
        ));
    }
    year
}

/// A currency cell.
pub fn currency(row: &Row<'_>, column: &str, code: &str, diagnostics: &mut Diagnostics) -> Option<Currency> {
    let currency = Currency::parse(code);
    if currency.is_none() {
        diagnostics.push(row.fault(
            Code::BadCurrency,
            column,
            "the currency is not in ISO 4217",
            code,
            "three capital letters of ISO 4217, such as BGN or EUR",
            "correct the code",
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
    words: &[&'static str],
    diagnostics: &mut Diagnostics,
) -> Option<T> {
    if text.is_empty() {
        return Some(default);
    }
    let value = parse(text);
    if value.is_none() {
        let help = did_you_mean(text, words.iter().copied())
            .unwrap_or_else(|| format!("write one of these: {}", words.join(", ")));
        let message = format!("the cell {column} has a word that is not known");
        diagnostics.push(row.fault(Code::BadWord, column, message, text, words.join(" or "), help));
    }
    value
}

/// An amount cell that is not blank, in minor units of the row's currency.
pub fn amount(row: &Row<'_>, text: &str, currency: Currency) -> Result<Money, Box<Diagnostic>> {
    numbers::amount(text, currency.digits()).map_err(|fault| {
        let digits = currency.digits();
        let (code, message, help) = match fault {
            AmountFault::NotPlain => (
                Code::BadAmount,
                "the amount is not a plain decimal number".to_owned(),
                "write digits with a point before the minor digits and no groups, a minus in front of a correction; \
                 leave the cell blank where the amount is not published",
            ),
            AmountFault::MinorDigits => (
                Code::AmountDigits,
                format!("the amount has more than the {digits} minor digits of {currency}"),
                "correct the amount at its source; it is not rounded here",
            ),
            AmountFault::Range => (
                Code::AmountRange,
                "the amount has more than 15 digits before the mark".to_owned(),
                "check the unit, and that no cell is missing before it",
            ),
        };
        let expected = match digits {
            0 => "at most 15 digits, such as 395118".to_owned(),
            _ => format!("at most 15 digits, a point and at most {digits} more, such as 395118.00"),
        };
        Box::new(row.fault(code, "amount", message, text, expected, help))
    })
}
