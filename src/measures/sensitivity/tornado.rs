//! The tornado: what each input moves a figure by, alone.

#![expect(clippy::float_arithmetic, reason = "swings are worked out in floating point, as draws are")]

use super::columns::Columns;
use super::plan::Plan;
use crate::domain::Fraction;

/// What one input does to a figure while all others are at their central values. Both ends may be on one side of the
/// centre.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The input, as a position in the inputs.
    pub input: usize,
    /// What the figure is moved by with all values of the input at their low ends; of a choice the lowest over its
    /// alternatives.
    pub at_low: f64,
    /// The same at their high ends; of a choice the highest over its alternatives.
    pub at_high: f64,
    /// Of a choice: what the figure is moved by under each alternative, in their order.
    pub alternatives: Vec<f64>,
}

impl Bar {
    /// How far apart the ends are.
    #[must_use]
    pub fn swing(&self) -> f64 {
        (self.at_high - self.at_low).abs()
    }
}

/// The bars of each figure, the largest swing first.
pub(super) fn tornado(plan: &Plan) -> Vec<Vec<Bar>> {
    let central = Columns::central(plan);
    let moved: Vec<_> = plan.figures.iter().map(|figure| central.moved(plan, figure)).collect();
    let mut bars: Vec<Vec<Bar>> = vec![Vec::new(); plan.figures.len()];
    let mut of_input: Vec<Vec<(usize, usize)>> = vec![Vec::new(); plan.inputs.len()];
    for (number, figure) in plan.figures.iter().enumerate() {
        figure.used.iter().enumerate().for_each(|(position, input)| of_input[*input].push((number, position)));
    }
    let mut mixed = central.clone();
    let mut difference = Vec::new();
    for (input, figures) in of_input.into_iter().enumerate() {
        let known = &plan.inputs[input];
        let ends: Vec<Box<dyn Fn(usize) -> f64>> = match known.alternatives() {
            [] => vec![
                Box::new(|member: usize| known.members[member].ends.low.approximate()),
                Box::new(|member: usize| known.members[member].ends.high.approximate()),
            ],
            alternatives => (0..alternatives.len())
                .map(|position| Box::new(move |_| Fraction::whole(position).approximate()) as Box<dyn Fn(usize) -> f64>)
                .collect(),
        };
        let mut found: Vec<Vec<f64>> = vec![Vec::new(); figures.len()];
        for end in &ends {
            central.mix(plan, input, &mut mixed, |member, column, _| column.fill(end(member)));
            for ((number, position), found) in figures.iter().zip(&mut found) {
                let figure = &plan.figures[*number];
                central.differences((plan, figure, *position), &mixed, &moved[*number], &mut difference);
                found.extend(difference.first());
            }
        }
        for ((number, _), found) in figures.into_iter().zip(found) {
            bars[number].push(bar(input, found, !known.alternatives().is_empty()));
        }
    }
    bars.iter_mut().for_each(|bars| bars.sort_by(|a, b| b.swing().total_cmp(&a.swing())));
    bars
}

fn bar(input: usize, ends: Vec<f64>, is_choice: bool) -> Bar {
    let of = |take: fn(f64, f64) -> f64| ends.iter().copied().reduce(take).unwrap_or_default();
    if is_choice {
        return Bar { input, at_low: of(f64::min), at_high: of(f64::max), alternatives: ends };
    }
    let [at_low, at_high] = [ends.first(), ends.last()].map(|end| end.copied().unwrap_or_default());
    Bar { input, at_low, at_high, alternatives: Vec::new() }
}
