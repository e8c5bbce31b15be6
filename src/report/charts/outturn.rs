//! `outturn`: two columns a year, what was approved and what was executed of the lines that have both.

use super::findings::magnitude;
use super::kind::{ChartError, ChartKind};
use super::material::ChartMaterial;
use super::phrases;
use super::scale::{Scale, per_cent};
use super::shape::{ChartShape, ColumnMeasure, Ink, Segment, StackedColumn, StackedColumns, YearPhase};
use super::spec::{ChartSpec, Draft, Span};
use crate::domain::Fraction;
use crate::language::{Between, Message, Value};
use crate::measures::{CostError, Dimension, Query, YearOutturn, outturn};
use crate::message;
use crate::report::outturn::PHASES;

pub(super) struct Outturn;

/// A year with both of its sums.
struct Known<'y> {
    year: &'y YearOutturn,
    approved: Fraction,
    executed: Fraction,
}

impl ChartKind for Outturn {
    fn name(&self) -> &'static str {
        "outturn"
    }

    fn takes_phase(&self) -> bool {
        false
    }

    fn spec(&self, material: &ChartMaterial<'_>) -> Result<ChartSpec, ChartError> {
        let nothing = || ChartError::Nothing(message!("chart-nothing-outturn"));
        let both = material.both.ok_or_else(nothing)?;
        let query = Query { by: vec![Dimension::Agency.into()], measures: Vec::new(), ..material.query.clone() };
        let mut found = outturn(material.project, both, &query).map_err(CostError::from)?;
        found.years.retain(|year| !year.groups.is_empty());
        let known: Vec<Known<'_>> = found
            .years
            .iter()
            .filter_map(|year| Some(Known { year, approved: year.approved()?, executed: year.executed()? }))
            .collect();
        if known.is_empty() {
            return Err(nothing());
        }
        let (language, currency) = (material.language, material.query.basis.currency);
        let amounts = known.iter().flat_map(|of| [&of.approved, &of.executed]);
        let scale = Scale::of(language, currency, amounts);
        let columns = known.iter().flat_map(|of| {
            let column = |name: Message, phase: YearPhase, amount: &Fraction| StackedColumn {
                name: language.say(&name),
                phase,
                parts: vec![Segment { ink: Ink::Total, figure: scale.figure(amount) }],
                total: Some(scale.figure(amount)),
                range: None,
                remark: None,
            };
            let year = of.year.year.to_string();
            [
                column(message!("chart-outturn-approved", year = &year), YearPhase::Approved, &of.approved),
                column(message!("chart-outturn-executed", year = &year), YearPhase::Executed, &of.executed),
            ]
        });
        let columns: Vec<StackedColumn> = columns.collect();
        let values = columns.iter().map(|column| {
            let label = column.total.as_ref().map(|total| total.label.clone()).unwrap_or_default();
            Value::Message(message!("chart-alt-value", name = &column.name, figure = label))
        });
        let alt = message!("chart-alt-columns", unit = scale.unit(), values = Value::list(values, Between::Semicolons));
        let cost = found.without_figures();
        let draft = Draft {
            title: message!("chart-title-outturn", span = phrases::span(&cost)),
            finding: known.last().and_then(|last| finding(material, last)),
            shape: ChartShape::Columns(StackedColumns { measure: ColumnMeasure::Amounts, columns }),
            inks: Vec::new(),
            scale,
            span: Span::Years,
            notes: notes(material, &known, found.left_out.len()),
            alt,
        };
        let mut spec = draft.finish(self.name(), material, &cost);
        spec.phase = PHASES;
        Ok(spec)
    }
}

/// How much of what was approved was executed in the last year.
fn finding(material: &ChartMaterial<'_>, last: &Known<'_>) -> Option<Message> {
    let share = per_cent(material.language, &magnitude(&last.year.pi_1()?)).label;
    Some(message!("chart-finding-outturn", year = last.year.year.to_string(), share = share))
}

/// The indicators of each year, and how many lines are in no column.
fn notes(material: &ChartMaterial<'_>, known: &[Known<'_>], left_out: usize) -> Vec<Message> {
    let share = |share: Option<Fraction>| {
        share.map_or_else(|| "\u{2013}".to_owned(), |share| per_cent(material.language, &share).label)
    };
    let years = known.iter().map(|of| {
        Value::Message(message!(
            "chart-outturn-year",
            year = of.year.year.to_string(),
            overall = share(of.year.pi_1()),
            composition = share(of.year.pi_2_1())
        ))
    });
    let mut notes = vec![message!("chart-note-outturn", years = Value::list(years, Between::Semicolons))];
    if left_out > 0 {
        notes.push(message!("chart-note-outturn-left-out", count = left_out));
    }
    notes
}
