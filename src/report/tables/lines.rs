//! The lines behind a year: labelled, attributed, not attributed, not estimated.

use super::super::citations::Citations;
use crate::attribution::{AttributedLine, Dimension};
use crate::domain::{BudgetLine, Label, State};
use crate::measures::BasisFault;
use crate::message;
use crate::report::context::Context;
use crate::report::sheet::{Align, Cell, Table};

/// Labelled lines that attribute something: who spends, who pays, in which phase.
pub(crate) fn labelled(context: Context<'_>, citations: &Citations) -> Result<Option<Table>, BasisFault> {
    let columns = vec![
        (message!("report-head-agency"), Align::Left),
        (message!("report-head-line"), Align::Left),
        (message!("report-head-financing"), Align::Left),
        (message!("report-head-phase"), Align::Left),
        (message!("report-head-amount"), Align::Money),
        (message!("report-head-source-short"), Align::Left),
    ];
    let mut table = Table::said(context.language, &message!("report-labelled-lines"), columns);
    for (attributed, line) in shown(context, Label::Labelled) {
        let key = line.key();
        table.push(vec![
            Cell::Text(context.value(Dimension::Agency, &key.agency)),
            Cell::Text(context.value(Dimension::Line, &key.line)),
            Cell::Text(context.language.term("financing", key.financing.word())),
            Cell::Text(context.language.term("phase", key.phase.word())),
            Cell::Figure(context.shown(line, attributed.attributed(context.query.exploitation.as_deref()).central)?),
            Cell::Text(citations.mark(&key.source)),
        ]);
    }
    Ok((!table.rows.is_empty()).then_some(table))
}

/// Unlabelled lines that attribute something: which rule, how it is known, which share, which range.
pub(crate) fn attributed(context: Context<'_>, citations: &Citations) -> Result<Option<Table>, BasisFault> {
    let columns = vec![
        (message!("report-head-agency"), Align::Left),
        (message!("report-head-line-decided"), Align::Left),
        (message!("report-head-low"), Align::Money),
        (message!("report-head-central"), Align::Money),
        (message!("report-head-high"), Align::Money),
        (message!("report-head-source-short"), Align::Left),
    ];
    let mut table = Table::said(context.language, &message!("report-attributed-of-unlabelled"), columns);
    for (attributed, line) in shown(context, Label::Unlabelled) {
        let sums = attributed.attributed(context.query.exploitation.as_deref());
        let rule = attributed.ruling.rule.as_deref();
        let rule = rule.map(|rule| format!("{}, ", context.value(Dimension::Rule, &rule.id))).unwrap_or_default();
        let share =
            attributed.ruling.share.as_ref().map(|share| format!(", {}", context.language.per_cent(&share.central)));
        let share = share.unwrap_or_default();
        let state = context.language.term("state", attributed.state.word());
        table.push(vec![
            Cell::Text(context.value(Dimension::Agency, &line.key().agency)),
            Cell::Text(format!("{} ({rule}{state}{share})", context.value(Dimension::Line, &line.key().line))),
            Cell::Figure(context.shown(line, sums.low)?),
            Cell::Figure(context.shown(line, sums.central)?),
            Cell::Figure(context.shown(line, sums.high)?),
            Cell::Text(all_marks(attributed, line, citations)),
        ]);
    }
    Ok((!table.rows.is_empty()).then_some(table))
}

/// The sources of a line, of its rule and of the drivers, each once.
fn all_marks(attributed: &AttributedLine, line: &BudgetLine, citations: &Citations) -> String {
    let rule = attributed.ruling.rule.as_deref();
    let worked = attributed.ruling.worked.as_deref();
    let drivers = worked.iter().flat_map(|worked| &worked.drivers);
    let services = worked.iter().flat_map(|worked| &worked.services).map(|used| &used.service.source);
    let sources = [&line.key().source].into_iter().chain(rule.map(|rule| &rule.source));
    let mut marks: Vec<String> = Vec::new();
    for source in sources.chain(drivers.flat_map(|driver| driver.rows().map(|row| &row.source))).chain(services) {
        let mark = citations.mark(source);
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    marks.concat()
}

/// Lines that no rule decides.
pub(crate) fn unattributed(context: Context<'_>, citations: &Citations) -> Result<Option<Table>, BasisFault> {
    let columns = vec![
        (message!("report-head-agency"), Align::Left),
        (message!("report-head-line"), Align::Left),
        (message!("report-head-amount"), Align::Money),
        (message!("report-head-source-short"), Align::Left),
    ];
    let mut table = Table::said(context.language, &message!("report-unattributed"), columns);
    for (_, line) in context.in_state(State::Unattributed) {
        table.push(vec![
            Cell::Text(context.value(Dimension::Agency, &line.key().agency)),
            Cell::Text(context.value(Dimension::Line, &line.key().line)),
            match line.amount() {
                Some(money) => Cell::Figure(context.shown(line, money)?),
                None => Cell::Unknown,
            },
            Cell::Text(citations.mark(&line.key().source)),
        ]);
    }
    Ok((!table.rows.is_empty()).then_some(table))
}

/// Lines whose amount nobody published, by name.
pub(crate) fn not_estimated(context: Context<'_>, citations: &Citations) -> Option<Table> {
    let columns = vec![
        (message!("report-head-agency"), Align::Left),
        (message!("report-head-line"), Align::Left),
        (message!("report-head-funder"), Align::Left),
        (message!("report-head-amount"), Align::Right),
        (message!("report-head-source-short"), Align::Left),
    ];
    let mut table = Table::said(context.language, &message!("report-not-estimated-lines"), columns);
    for (_, line) in context.in_state(State::NotEstimated) {
        table.push(vec![
            Cell::Text(context.value(Dimension::Agency, &line.key().agency)),
            Cell::Text(context.value(Dimension::Line, &line.key().line)),
            Cell::Text(context.value(Dimension::Funder, &line.key().funder)),
            Cell::Unknown,
            Cell::Text(citations.mark(&line.key().source)),
        ]);
    }
    (!table.rows.is_empty()).then_some(table)
}

/// Lines of a label that attribute something of what is asked for.
fn shown<'c>(context: Context<'c>, label: Label) -> impl Iterator<Item = (&'c AttributedLine, &'c BudgetLine)> {
    context.lines().filter(move |(attributed, line)| {
        let form = context.query.exploitation.as_ref();
        line.key().label == label
            && attributed.parts.iter().any(|part| form.is_none_or(|form| part.exploitation == *form))
    })
}
