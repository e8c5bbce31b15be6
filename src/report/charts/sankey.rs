//! `sankey`: funder, agency, area; widths to scale.

use std::collections::BTreeMap;

use super::findings;
use super::kind::{ChartError, ChartKind};
use super::material::{ChartMaterial, Counts};
use super::phrases;
use super::scale::Scale;
use super::shape::{ChartShape, Flows, Link, Node, Stage};
use super::spec::{ChartSpec, Draft, Span};
use crate::domain::Fraction;
use crate::language::{Between, Value};
use crate::measures::{Dimension, Grouping};
use crate::message;

/// Most nodes of a stage; beyond it the smallest are gathered.
const MOST_NODES: usize = 12;

pub(super) struct Sankey;

/// The nodes of a stage, largest first: each with what flows through it, and where each value of the dimension went.
struct Sorted {
    nodes: Vec<(String, Fraction)>,
    places: BTreeMap<String, usize>,
    gathered: Vec<String>,
}

impl ChartKind for Sankey {
    fn name(&self) -> &'static str {
        "sankey"
    }

    fn spec(&self, material: &ChartMaterial<'_>) -> Result<ChartSpec, ChartError> {
        let language = material.language;
        let by = [Dimension::Funder, Dimension::Agency, Dimension::Area].map(Grouping::from);
        let cost = material.cost(&by, Counts::NotShown)?;
        let mut flows: BTreeMap<&[String], Fraction> = BTreeMap::new();
        for row in &cost.rows {
            let Some(total) = row.figures.total() else { continue };
            let flow = flows.entry(&row.by).or_insert_with(Fraction::zero);
            *flow = &*flow + &total.central;
        }
        let negative: Fraction = flows.values().filter(|flow| flow.is_negative()).cloned().sum();
        flows.retain(|_, flow| !flow.is_negative() && !flow.is_zero());
        if flows.is_empty() {
            return Err(ChartError::Nothing(message!("chart-nothing-attributed")));
        }
        let scale = Scale::of(language, material.query.basis.currency, flows.values());
        let sorted: Vec<Sorted> = (0..by.len()).map(|stage| sort(&flows, stage)).collect();
        let mut notes = Vec::new();
        let stages = by.iter().zip(&sorted).map(|(dimension, sorted)| {
            let name = |value: &str| phrases::value(material, *dimension, value);
            let mut nodes: Vec<Node> = sorted
                .nodes
                .iter()
                .map(|(value, amount)| Node { name: name(value), figure: scale.figure(amount) })
                .collect();
            let count = sorted.gathered.len();
            if let (Some(last), true) = (nodes.last_mut(), count > 0) {
                last.name = language.say(&message!("chart-other", count = count));
                let names: Vec<String> = sorted.gathered.iter().map(|value| name(value)).collect();
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                notes.push(message!("chart-note-other", count = count, names = phrases::some(&names)));
            }
            Stage {
                name: phrases::capital(&language.name("dimension", &dimension.name(&material.project.dimensions))),
                nodes,
            }
        });
        let stages: Vec<Stage> = stages.collect();
        let mut links: BTreeMap<(usize, usize, usize), Fraction> = BTreeMap::new();
        for (values, amount) in &flows {
            let place = |stage: usize| -> Option<usize> {
                let value: &String = values.get(stage)?;
                sorted.get(stage)?.places.get(value).copied()
            };
            for stage in 0..by.len() - 1 {
                let (Some(from), Some(to)) = (place(stage), place(stage + 1)) else { continue };
                let link = links.entry((stage, from, to)).or_insert_with(Fraction::zero);
                *link = &*link + amount;
            }
        }
        let links = links.iter().map(|((stage, from, to), amount)| Link {
            stage: *stage,
            from: *from,
            to: *to,
            figure: scale.figure(amount),
        });
        let links: Vec<Link> = links.collect();
        if negative.is_negative() {
            notes.push(message!("chart-note-negative-flows", amount = scale.with_unit(&negative)));
        }
        let values = stages.iter().map(|stage| {
            let nodes = stage.nodes.iter().map(|node| {
                Value::Message(message!("chart-alt-value", name = &node.name, figure = &node.figure.label))
            });
            Value::Message(message!(
                "chart-alt-panel",
                name = &stage.name,
                values = Value::list(nodes, Between::Semicolons)
            ))
        });
        let shares: Vec<(String, Fraction)> = sorted.first().map(|funders| funders.nodes.clone()).unwrap_or_default();
        let names = stages.first().map(|stage| stage.nodes.iter().map(|node| node.name.clone()));
        let shares: Vec<(String, Fraction)> =
            names.into_iter().flatten().zip(shares).map(|(name, (_, amount))| (name, amount)).collect();
        let draft = Draft {
            finding: findings::largest(language, &scale, &shares, phrases::span(&cost)),
            span: Span::Sum,
            title: message!("chart-title-sankey", span = phrases::span(&cost)),
            alt: message!("chart-alt-sankey", unit = scale.unit(), values = Value::list(values, Between::Nothing)),
            shape: ChartShape::Flows(Flows { stages, links }),
            inks: Vec::new(),
            scale,
            notes,
        };
        Ok(draft.finish(self.name(), material, &cost))
    }
}

fn sort(flows: &BTreeMap<&[String], Fraction>, stage: usize) -> Sorted {
    let mut sums: BTreeMap<&str, Fraction> = BTreeMap::new();
    for (values, amount) in flows {
        let value = values.get(stage).map(String::as_str).unwrap_or_default();
        let sum = sums.entry(value).or_insert_with(Fraction::zero);
        *sum = &*sum + amount;
    }
    let mut nodes: Vec<(String, Fraction)> = sums.into_iter().map(|(value, sum)| (value.to_owned(), sum)).collect();
    nodes.sort_by(|(_, one), (_, other)| other.cmp(one));
    let gathered = if nodes.len() > MOST_NODES { nodes.split_off(MOST_NODES - 1) } else { Vec::new() };
    let mut places: BTreeMap<String, usize> =
        nodes.iter().enumerate().map(|(place, (value, _))| (value.clone(), place)).collect();
    if !gathered.is_empty() {
        places.extend(gathered.iter().map(|(value, _)| (value.clone(), nodes.len())));
        nodes.push((String::new(), gathered.iter().map(|(_, amount)| amount.clone()).sum()));
    }
    Sorted { nodes, places, gathered: gathered.into_iter().map(|(value, _)| value).collect() }
}
