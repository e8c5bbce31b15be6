//! The tornado: what each input moves a figure by, alone.

#![expect(clippy::float_arithmetic, reason = "swings are worked out in floating point, as draws are")]

use super::input::Shape;
use super::plan::{Columns, Plan, Program};
use crate::domain::Fraction;

/// What one input does to a figure while all others are at their central values. Both ends may be on one side of the
/// centre.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The input, as a position in the inputs.
    pub input: usize,
    /// The figure with the input at its low end; of a choice the lowest over its alternatives.
    pub at_low: f64,
    /// The figure with the input at its high end; of a choice the highest over its alternatives.
    pub at_high: f64,
    /// Of a choice: the figure under each alternative, in their order.
    pub alternatives: Vec<f64>,
}

impl Bar {
    /// How far apart the ends are.
    #[must_use]
    pub fn swing(&self) -> f64 {
        (self.at_high - self.at_low).abs()
    }
}

/// One row of values: all central but one.
struct Row {
    values: Vec<[f64; 1]>,
}

impl Columns for Row {
    fn of(&self, input: usize) -> &[f64] {
        self.values.get(input).map(|value| value.as_slice()).unwrap_or_default()
    }

    fn rows(&self) -> usize {
        1
    }
}

/// The figure with all inputs at their centres, and a bar for each input that it uses, the largest swing first.
pub(super) fn tornado(plan: &Plan, program: &Program, used: &[usize]) -> (f64, Vec<Bar>) {
    let mut row = Row { values: plan.inputs.iter().map(|input| [input.ends.central.approximate()]).collect() };
    let at = |row: &Row| plan.evaluate(program, row).first().copied().unwrap_or_default();
    let central = at(&row);
    let mut bars = Vec::new();
    for input in used {
        let known = &plan.inputs[*input];
        let mut with = |value: f64| {
            let before = std::mem::replace(&mut row.values[*input], [value]);
            let figure = at(&row);
            row.values[*input] = before;
            figure
        };
        bars.push(if known.shape == Shape::Choice {
            let positions = (0..known.alternatives().len()).filter_map(|position| u32::try_from(position).ok());
            let alternatives: Vec<f64> = positions.map(|position| with(f64::from(position))).collect();
            let at_low = alternatives.iter().copied().reduce(f64::min).unwrap_or(central);
            let at_high = alternatives.iter().copied().reduce(f64::max).unwrap_or(central);
            Bar { input: *input, at_low, at_high, alternatives }
        } else {
            let [low, high] = [&known.ends.low, &known.ends.high].map(Fraction::approximate);
            Bar { input: *input, at_low: with(low), at_high: with(high), alternatives: Vec::new() }
        });
    }
    bars.sort_by(|a, b| b.swing().total_cmp(&a.swing()));
    (central, bars)
}
