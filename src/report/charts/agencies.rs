//! `agencies`: horizontal bars by agency, or by the dimensions asked for, longest first.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;

use super::findings;
use super::kind::{ChartError, ChartKind};
use super::material::{ChartMaterial, Counts};
use super::phrases;
use super::scale::Scale;
use super::shape::{BarList, ChartShape, Ink, NamedBar, Segment};
use super::spec::{ChartSpec, Draft, Span};
use crate::domain::Fraction;
use crate::language::{Between, Value};
use crate::measures::{Dimension, Figures, Grouping};
use crate::message;

/// Most bars; beyond it the smallest are gathered.
const MOST_BARS: usize = 25;

pub(super) struct Agencies;

impl ChartKind for Agencies {
    fn name(&self) -> &'static str {
        "agencies"
    }

    fn takes_by(&self) -> bool {
        true
    }

    fn takes_top(&self) -> bool {
        true
    }

    fn spec(&self, material: &ChartMaterial<'_>) -> Result<ChartSpec, ChartError> {
        let language = material.language;
        let by: Vec<Grouping> = match material.query.by.as_slice() {
            [] => vec![Dimension::Agency.into()],
            asked => asked.to_vec(),
        };
        let cost = material.cost(&by, Counts::NotShown)?;
        let mut groups: BTreeMap<&[String], Figures> = BTreeMap::new();
        for row in &cost.rows {
            let group = groups.entry(&row.by).or_insert_with(Figures::zero);
            *group = group.plus(&row.figures);
        }
        let name = |values: &[String]| {
            let values = by.iter().zip(values).map(|(dimension, value)| phrases::value(material, *dimension, value));
            values.collect::<Vec<_>>().join(" \u{b7} ")
        };
        let mut bars: Vec<(String, Figures)> = groups
            .iter()
            .filter(|(_, figures)| {
                let total = figures.total();
                total.is_some_and(|total| !is_nothing(&total) || figures.unattributed.is_zero())
            })
            .map(|(values, figures)| (name(values), figures.clone()))
            .collect();
        if bars.iter().all(|(_, figures)| figures.total().is_none_or(|total| is_nothing(&total))) {
            return Err(ChartError::Nothing(message!("chart-nothing-attributed")));
        }
        // Those alike stay in the order of the ledger.
        let central = |figures: &Figures| figures.total().map(|total| total.central);
        bars.sort_by_key(|(_, figures)| std::cmp::Reverse(central(figures)));
        let mut notes = Vec::new();
        let top = material.query.layout.top.map(NonZeroUsize::get);
        if bars.len() > top.unwrap_or(MOST_BARS) {
            let rest = bars.split_off(top.unwrap_or(MOST_BARS - 1));
            let names: Vec<&str> = rest.iter().map(|(name, _)| name.as_str()).collect();
            let other = message!("chart-other", count = rest.len());
            notes.push(message!("chart-note-other", count = rest.len(), names = phrases::some(&names)));
            let sum = rest.iter().fold(Figures::zero(), |sum, (_, figures)| sum.plus(figures));
            bars.push((language.say(&other), sum));
        }
        let totals: Vec<Fraction> = bars
            .iter()
            .filter_map(|(_, figures)| figures.total())
            .flat_map(|total| [total.low, total.central, total.high])
            .collect();
        let scale = Scale::of(language, material.query.basis.currency, &totals);
        let parts: Vec<(String, Fraction)> =
            bars.iter().filter_map(|(name, figures)| Some((name.clone(), figures.total()?.central))).collect();
        let finding = findings::largest(language, &scale, &parts, phrases::span(&cost));
        let bars: Vec<NamedBar> = bars.into_iter().filter_map(|(name, figures)| bar(name, &figures, &scale)).collect();
        let absent = groups.iter().filter(|(_, figures)| figures.not_estimated > 0);
        let absent = absent.map(|(values, figures)| {
            let count = figures.not_estimated;
            message!("chart-lines-of", name = name(values), count = count)
        });
        let absent: Vec<String> = absent.map(|message| language.say(&message)).collect();
        let absent: Vec<&str> = absent.iter().map(String::as_str).collect();
        let not_estimated = message!("chart-not-estimated", names = phrases::some(&absent));
        let values = bars
            .iter()
            .map(|bar| Value::Message(message!("chart-alt-value", name = &bar.name, figure = &bar.total.label)));
        let alt = message!("chart-alt-bars", unit = scale.unit(), values = Value::list(values, Between::Semicolons));
        let by = by.iter().map(|grouping| phrases::by(material, *grouping));
        let draft = Draft {
            finding,
            span: Span::Sum,
            title: message!("chart-title-by", by = Value::list(by, Between::And), span = phrases::span(&cost)),
            inks: bars.iter().flat_map(|bar| bar.parts.iter().map(|part| part.ink)).collect(),
            shape: ChartShape::Bars(BarList {
                bars,
                not_estimated: (!absent.is_empty()).then(|| language.say(&not_estimated)),
            }),
            scale,
            notes,
            alt,
        };
        Ok(draft.finish(self.name(), material, &cost))
    }
}

fn is_nothing(amounts: &crate::domain::Interval<Fraction>) -> bool {
    amounts.is_point() && amounts.central.is_zero()
}

/// `None` where nobody knows what it costs.
fn bar(name: String, figures: &Figures, scale: &Scale) -> Option<NamedBar> {
    let total = figures.total()?;
    let sides = [(Ink::Labelled, figures.labelled()), (Ink::Attributed, figures.attributed.clone())];
    let parts = sides.into_iter().filter_map(|(ink, known)| Some((ink, known?.central)));
    let parts = parts.filter(|(_, amount)| !amount.is_zero());
    let parts = parts.map(|(ink, amount)| Segment { ink, figure: scale.figure(&amount) });
    Some(NamedBar { name, parts: parts.collect(), total: scale.figure(&total.central), range: scale.range(&total) })
}
