//! The sheet of checks: that parts add up to their lines and that published totals are met, live; then what `check` found.

use super::Basics;
use super::cells::{Look, WorkCell, WorkSheet};
use super::formula::{Criterion, RECORD, cell, text};
use crate::domain::{Control, Money, PhaseChoice, State};
use crate::language::Message;
use crate::message;
use crate::report::context::Context;

/// One finding of `check`, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckLine {
    /// Error, warning or note.
    pub severity: String,
    /// Its code.
    pub code: String,
    /// What was found.
    pub words: String,
    /// File, row and column.
    pub place: String,
    /// What to do next.
    pub help: String,
}

/// A sum that must meet another.
struct Comparison {
    what: String,
    expected: WorkCell,
    found: WorkCell,
    met: bool,
}

/// The sheet; `findings` are listed below the comparisons.
pub(super) fn checks_sheet(basics: &Basics<'_>, findings: &[CheckLine]) -> WorkSheet {
    let context = basics.context;
    let say = |message: Message| context.language.say(&message);
    let head = |name: &&str| WorkCell::words(context.language.say(&Message::word("check-head", name)), Look::Head);
    let mut rows = vec![["what", "expected", "found", "difference", "met"].iter().map(head).collect::<Vec<_>>()];
    let digits = context.project.currency.digits();
    let (yes, no) = (say(message!("workbook-yes")), say(message!("workbook-no")));
    for comparison in conservation(basics).into_iter().chain(controls(basics)) {
        let at = rows.len();
        let difference = format!("ROUND({}-{},{digits})", cell(at, 2), cell(at, 1));
        let verdict = format!("IF({}=0,{},{})", cell(at, 3), text(&yes), text(&no));
        let result = if comparison.met { Some(Money::ZERO.to_plain(digits)) } else { difference_of(&comparison) };
        rows.push(vec![
            WorkCell::words(comparison.what, Look::Wrapped),
            comparison.expected,
            comparison.found,
            WorkCell::formula(difference, result, Look::Money(digits)),
            WorkCell::formula(verdict, Some(if comparison.met { yes.clone() } else { no.clone() }), Look::Plain),
        ]);
    }
    if !findings.is_empty() {
        rows.push(Vec::new());
        rows.push(["finding", "severity", "code", "place", "next"].iter().map(head).collect());
        for finding in findings {
            rows.push(vec![
                WorkCell::words(&finding.words, Look::Wrapped),
                WorkCell::text(&finding.severity),
                WorkCell::text(&finding.code),
                WorkCell::words(&finding.place, Look::Wrapped),
                WorkCell::words(&finding.help, Look::Wrapped),
            ]);
        }
    }
    WorkSheet { name: say(message!("workbook-checks")), rows, ..WorkSheet::default() }
}

fn difference_of(comparison: &Comparison) -> Option<String> {
    use super::cells::CellValue::{Blank, Formula, Number, Text};
    let plain = |cell: &WorkCell| match &cell.value {
        Number(plain) | Formula { result: plain, .. } | Text(plain) => plain.parse::<rust_decimal::Decimal>().ok(),
        Blank => None,
    };
    plain(&comparison.found)?.checked_sub(plain(&comparison.expected)?).map(|difference| difference.to_string())
}

/// At low, central and high, what all records hold is what their lines hold; imputed lines have no published amount.
fn conservation(basics: &Basics<'_>) -> Vec<Comparison> {
    let context = basics.context;
    let digits = context.project.currency.digits();
    let whole: Money = context.lines().filter_map(|(_, line)| line.amount).sum();
    let whole = whole.to_plain(digits);
    let of_lines = basics.ledger.sum("line_amount", &[Criterion::Cell(RECORD, "1".to_owned())], digits);
    let of_parts = |column| basics.ledger.sum(column, &[Criterion::NotWord("state", "state", "imputed")], digits);
    let names = [
        ("low", message!("workbook-conserved-low")),
        ("central", message!("workbook-conserved-central")),
        ("high", message!("workbook-conserved-high")),
    ];
    names
        .into_iter()
        .map(|(column, what)| Comparison {
            what: context.language.say(&what),
            expected: WorkCell::formula(of_lines.clone(), Some(whole.clone()), Look::Money(digits)),
            found: WorkCell::formula(of_parts(column), Some(whole.clone()), Look::Money(digits)),
            met: true,
        })
        .collect()
}

/// Published totals against the ledger: those whose years are all on its sheet, in the phase that they are of.
fn controls(basics: &Basics<'_>) -> Vec<Comparison> {
    let context = basics.context;
    if context.attribution.phase != PhaseChoice::Best {
        return Vec::new();
    }
    let all_years = context.query.years == crate::domain::YearRange::default();
    let shown = |control: &&Control| {
        control.currency == context.project.currency
            && control.year.map_or(all_years, |year| context.query.years.contains(year))
    };
    context.project.controls.iter().filter(shown).map(|control| compared(basics, control)).collect()
}

fn compared(basics: &Basics<'_>, control: &Control) -> Comparison {
    let context = basics.context;
    let digits = context.project.currency.digits();
    let name = |kind: &str, word: &str| context.language.term(kind, word);
    let mut words = Vec::new();
    let mut factors = Vec::new();
    let mut exact = |column: &str, wanted: String| {
        factors.push(format!("EXACT({},{})", basics.ledger.range(column), text(&wanted)));
        words.push(wanted);
    };
    if let Some(agency) = &control.agency {
        exact("agency", agency.to_string());
    }
    if let Some(financing) = control.financing {
        exact("financing", name("financing", financing.word()));
    }
    if let Some(label) = control.label {
        exact("label", name("label", label.word()));
    }
    if let Some(line) = &control.line {
        exact("line", line.to_string());
    }
    if let Some(year) = control.year {
        factors.push(format!("({}={year})", basics.ledger.range("year")));
        words.insert(0, year.to_string());
    }
    let imputed = text(&name("state", State::Imputed.word()));
    factors.push(format!("({}<>{imputed})", basics.ledger.range("state")));
    let sum = matching(context, control);
    let formula = format!("ROUND(SUMPRODUCT({}*{}),{digits})", factors.join("*"), basics.ledger.range("central"));
    Comparison {
        what: context.language.say(&message!("workbook-control", of = words.join(", "))),
        expected: WorkCell::number(Some(control.amount.to_plain(digits)), Look::Money(digits)),
        found: WorkCell::formula(formula, Some(sum.to_plain(digits)), Look::Money(digits)),
        met: sum == control.amount,
    }
}

/// The sum of the lines that a control is the total of.
fn matching(context: Context<'_>, control: &Control) -> Money {
    let lines = context.lines().filter(|(_, line)| {
        let key = line.key();
        control.year.is_none_or(|year| year == key.year)
            && control.agency.as_ref().is_none_or(|agency| *agency == key.agency)
            && control.financing.is_none_or(|financing| financing == key.financing)
            && control.label.is_none_or(|label| label == key.label)
            && control.line.as_ref().is_none_or(|line| *line == key.line)
    });
    lines.filter_map(|(_, line)| line.amount).sum()
}
