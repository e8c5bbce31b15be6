//! The table of budget lines: each opens to its rule, share, drivers, rows and sources.

use super::restated;
use super::{FigureTrace, PageCell, PageColumn, PageRow, PageTable};
use crate::attribution::AttributedLine;
use crate::domain::{Fraction, Money, State, Year};
use crate::language::{Message, Value};
use crate::measures::BasisFault;
use crate::message;
use crate::project::Line;
use crate::report::context::Context;
use crate::report::sheet::{Align, RowKind};

/// Every line of the years shown.
pub(super) fn table(context: Context<'_>, figures: &mut Vec<FigureTrace>) -> Result<PageTable, BasisFault> {
    let mut rows = Vec::new();
    for (position, (attributed, line)) in context.lines().enumerate() {
        let key = line.key();
        let word = |kind: &str, word: &str| context.language.term(kind, word);
        let rule = attributed.decided_by(context.project).map(|rule| rule.id.to_string());
        let words = [
            key.year.to_string(),
            key.agency.to_string(),
            key.line.to_string(),
            key.funder.to_string(),
            word("label", key.label.word()),
            word("phase", key.phase.word()),
            word("state", attributed.state.word()),
            rule.unwrap_or_default(),
        ];
        let mut cells: Vec<PageCell> = words.into_iter().map(PageCell::words).collect();
        let amounts = [
            (message!("report-head-amount"), line.amount),
            (message!("report-head-attributed"), given(context, attributed, line)),
        ];
        let parts = [None, parts_of_form(context, attributed)];
        for ((head, money), parts) in amounts.into_iter().zip(parts) {
            let shown = Shown { head, position, year: key.year, money, parts };
            cells.push(money_cell(context, shown, figures)?);
        }
        rows.push(PageRow { kind: RowKind::Body, cells });
    }
    let column = |key, title: Message, align| PageColumn::new(context.language, key, &title, align);
    let columns = vec![
        column("year", message!("report-head-year"), Align::Left),
        column("agency", message!("report-head-agency"), Align::Left),
        column("line", message!("report-head-line"), Align::Left),
        column("funder", message!("report-head-funder"), Align::Left),
        column("label", message!("page-head-label"), Align::Left),
        column("phase", message!("report-head-phase"), Align::Left),
        column("state", message!("page-head-state"), Align::Left),
        column("rule", message!("page-head-rule"), Align::Left),
        column("amount", message!("report-head-amount"), Align::Right),
        column("attributed", message!("report-head-attributed"), Align::Right),
    ];
    let caption = message!("page-lines", currency = context.query.basis.currency.to_string());
    Ok(PageTable { id: "lines", caption: context.say(&caption), columns, rows })
}

/// What a line attributes of what is asked for; `None` where nobody knows.
fn given(context: Context<'_>, attributed: &AttributedLine, line: &Line) -> Option<Money> {
    let form = context.query.exploitation.as_deref();
    match attributed.state {
        State::Unattributed | State::NotEstimated => None,
        State::Excluded => line.amount.map(|_| Money::ZERO),
        _ => Some(attributed.attributed(form).central),
    }
}

/// The parts of a line that are of the form of exploitation asked for, in a sentence.
fn parts_of_form(context: Context<'_>, attributed: &AttributedLine) -> Option<String> {
    let form = context.query.exploitation.as_ref()?;
    let digits = context.project.currency.digits();
    let parts = attributed.parts.iter().filter(|part| part.exploitation == *form);
    let parts: Vec<String> = parts
        .map(|part| {
            let figure = context.language.figure(&part.amounts.central.to_plain(digits));
            format!("{} {figure}", context.language.term("area", &part.area))
        })
        .collect();
    let form = Value::Word("exploitation", form.to_string());
    Some(if parts.is_empty() {
        context.say(&message!("page-no-parts-of-form", form = form))
    } else {
        context.say(&message!("page-parts-of-form", form = form, parts = parts))
    })
}

/// An amount of a line before it is a cell.
struct Shown {
    head: Message,
    position: usize,
    year: Year,
    money: Option<Money>,
    parts: Option<String>,
}

fn money_cell(context: Context<'_>, shown: Shown, figures: &mut Vec<FigureTrace>) -> Result<PageCell, BasisFault> {
    let Shown { head, position, year, money, parts } = shown;
    let digits = context.project.currency.digits();
    let plain = money.map(|money| money.to_plain(digits));
    if parts.is_none() && restated::is_as_in_ledger(context) {
        return Ok(PageCell::line(plain, position));
    }
    let factor = context.query.basis.factor(context.project, year)?;
    let shown = money.map(|money| context.amount(&(&Fraction::from_money(money) * &factor)));
    let restated = plain.as_ref().zip(shown.as_ref());
    let restated = restated.and_then(|(plain, shown)| restated::sentence(context, year, plain, shown));
    let given = plain.map(|plain| context.language.figure(&plain));
    let trace = FigureTrace {
        title: format!("{year}: {}", context.say(&head)),
        sentences: parts.into_iter().chain(restated).collect(),
        lines: vec![(position, given)],
    };
    Ok(PageCell::traced(shown, trace, figures))
}
