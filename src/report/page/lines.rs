//! The table of budget lines: each opens to its rule, share, drivers, rows and sources.

use super::restated;
use super::{FigureTrace, PageCell, PageColumn, PageRow, PageTable};
use crate::attribution::{AttributedLine, Dimension};
use crate::domain::{BudgetLine, Money, State};
use crate::language::{Message, Value};
use crate::measures::BasisFault;
use crate::message;
use crate::report::context::Context;
use crate::report::sheet::{Align, RowKind};

/// Every line of the years shown.
pub(super) fn table(context: Context<'_>, figures: &mut Vec<FigureTrace>) -> Result<PageTable, BasisFault> {
    let mut rows = Vec::new();
    for (position, (attributed, line)) in context.lines().enumerate() {
        let key = line.key();
        let word = |kind: &str, word: &str| context.language.term(kind, word);
        let rule = attributed.ruling.rule.as_ref().map(|rule| context.value(Dimension::Rule, &rule.id));
        let words = [
            key.year.to_string(),
            context.value(Dimension::Agency, &key.agency),
            context.value(Dimension::Line, &key.line),
            context.value(Dimension::Funder, &key.funder),
            word("label", key.label.word()),
            word("phase", key.phase.word()),
            word("state", attributed.state.word()),
            rule.unwrap_or_default(),
        ];
        let amounts = [
            (message!("report-head-amount"), line.amount()),
            (message!("report-head-attributed"), given(context, attributed, line)),
        ];
        let mut cells = Vec::with_capacity(words.len() + amounts.len());
        cells.extend(words.into_iter().map(PageCell::words));
        let parts = [None, parts_of_form(context, attributed)];
        for ((head, money), parts) in amounts.into_iter().zip(parts) {
            let shown = Shown { head, position, line, money, parts };
            cells.push(money_cell(context, shown, figures)?);
        }
        rows.push(PageRow { kind: RowKind::Body, key: String::new(), cells });
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
        column("amount", message!("report-head-amount"), Align::Money),
        column("attributed", message!("report-head-attributed"), Align::Money),
    ];
    let caption = message!("page-lines", currency = context.currencies());
    Ok(PageTable { id: "lines".to_owned(), caption: context.say(&caption), is_of_lines: true, columns, rows })
}

/// What a line attributes of what is asked for; `None` where nobody knows.
fn given(context: Context<'_>, attributed: &AttributedLine, line: &BudgetLine) -> Option<Money> {
    let form = context.query.exploitation.as_deref();
    match attributed.state {
        State::Unattributed | State::NotEstimated | State::NotReported => None,
        State::Excluded => line.amount().map(|_| Money::ZERO),
        _ => Some(attributed.attributed(form).central),
    }
}

/// The parts of a line that are of the form of exploitation asked for, in a sentence.
fn parts_of_form(context: Context<'_>, attributed: &AttributedLine) -> Option<String> {
    let form = context.query.exploitation.as_ref()?;
    let parts = attributed.parts.iter().filter(|part| part.exploitation == *form);
    let parts: Vec<String> = parts
        .map(|part| {
            let figure = context.language.figure(&attributed.line.plain(part.amounts.central));
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
struct Shown<'l> {
    head: Message,
    position: usize,
    line: &'l BudgetLine,
    money: Option<Money>,
    parts: Option<String>,
}

fn money_cell(context: Context<'_>, shown: Shown<'_>, figures: &mut Vec<FigureTrace>) -> Result<PageCell, BasisFault> {
    let Shown { head, position, line, money, parts } = shown;
    let (own, year) = (line.key().currency, line.key().year);
    if parts.is_none() && context.is_as_in_ledger(own) {
        return Ok(PageCell::line(money.map(|money| line.plain(money)), position));
    }
    let shown = money.map(|money| context.shown(line, money)).transpose()?;
    let restated = money.zip(shown.as_ref());
    let restated = restated.and_then(|(money, shown)| restated::sentence(context, year, &[(own, money)], shown));
    let given = money.map(|money| restated::in_own_currency(context, money, own));
    let trace = FigureTrace {
        title: format!("{year}: {}", context.say(&context.in_currency(head))),
        sentences: parts.into_iter().chain(restated).collect(),
        lines: vec![(position, given)],
    };
    Ok(PageCell::traced(shown, trace, figures))
}
