//! The whole of a sensitivity analysis: interval, Monte Carlo, tornado and Sobol indices of every figure.

use std::collections::BTreeMap;

use super::compile::{Figure, Measures, Program, Variant, What, compile};
use super::input::Input;
use super::plan::Plan;
use super::sample::{Sample, sample};
use super::sobol::Indices;
use super::spread::Spread;
use super::tornado::{Bar, tornado};
use crate::domain::{Fraction, Interval, Year};
use crate::language::Message;
use crate::measures::basis::BasisFault;
use crate::measures::cost::{Cost, CostRow};
use crate::measures::query::Query;

/// How much is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawing {
    /// Rows of each matrix of draws, at least 1.
    pub draws: usize,
    /// What all streams are keyed by, beside the names of inputs.
    pub seed: u64,
}

/// How sure the figures of a query are.
#[derive(Debug, Clone)]
pub struct Sensitivity {
    /// The uncertain inputs.
    pub inputs: Vec<Input>,
    /// The figures, in order of year and group.
    pub figures: Vec<Uncertain>,
    /// How much was drawn.
    pub drawing: Drawing,
}

/// One figure and how sure it is. All amounts are minor units of the basis. What draws and inputs do to it is said as what
/// they move it by, so that no digit of a large figure is lost.
#[derive(Debug, Clone)]
pub struct Uncertain {
    /// Which figure.
    pub figure: Figure,
    /// The least, the figure itself, the greatest: no draw is outside. `None` where the report has none.
    pub interval: Interval<Option<Fraction>>,
    /// All low, central and all high, as the report has it for the project's own rules.
    pub report: Interval<Option<Fraction>>,
    /// Why the report has none of it.
    pub reason: Option<Message>,
    /// What it is moved from: the report's figure, or 0 where the project's own rules have none.
    pub base: Fraction,
    /// How it is moved over the draws; `None` where no input moves it.
    pub spread: Option<Spread>,
    /// What each input moves it by, the largest swing first.
    pub tornado: Vec<Bar>,
    /// The indices of each input that moves it in some draw, the largest total index first.
    pub indices: Vec<(usize, Indices)>,
}

/// Below this a number of minor units has digits after the point in floating point.
const EXACT: f64 = 1e15;

impl Uncertain {
    /// The figure as it is when moved, within its interval: what floating point rounds is no value beyond what the inputs
    /// allow.
    #[must_use]
    pub fn at(&self, moved: f64) -> Fraction {
        let sum = added(&self.base, moved);
        let Interval { low, high, .. } = &self.interval;
        match (low, high) {
            (Some(low), _) if sum < *low => low.clone(),
            (_, Some(high)) if sum > *high => high.clone(),
            _ => sum,
        }
    }

    /// How far apart two values of a figure are, or may be.
    #[must_use]
    pub fn width(width: f64) -> Fraction {
        added(&Fraction::zero(), width)
    }
}

/// A figure and what is added to it. Of a number that is too large to have all of its digits, those that it does not have
/// are 0.
#[expect(clippy::float_arithmetic, reason = "a random draw is no money")]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the size is looked at before")]
fn added(base: &Fraction, moved: f64) -> Fraction {
    let parts = Fraction::power_of_ten(4);
    if moved.abs() < EXACT {
        let moved = Fraction::whole((moved * 1e4).round() as i128).checked_div(&parts);
        return base + &moved.unwrap_or_else(Fraction::zero);
    }
    let unit = Fraction::power_of_ten((moved.abs() / EXACT).log10().ceil().max(1.0) as u32);
    let sum = base + &Fraction::whole(moved.round() as i128);
    let units = sum.checked_div(&unit).map_or_else(Fraction::zero, |units| Fraction::whole(units.round_half_away()));
    &units * &unit
}

/// Works out how sure the figures of a query are. The first set of rules is the project's own, and `cost` is what the
/// report gives for it.
///
/// # Errors
///
/// A basis that cannot be had for a year shown.
pub fn sensitivity(
    variants: &[Variant<'_>],
    query: &Query,
    cost: &Cost,
    measures: Measures,
    drawing: Drawing,
) -> Result<Sensitivity, BasisFault> {
    let (programs, inputs) = compile(variants, query, cost, measures)?;
    let plan = Plan::new(&programs, &inputs);
    let bars = tornado(&plan);
    let samples = sample(&plan, drawing);
    let rows: Rows<'_> = cost.rows.iter().map(|row| ((row.year, row.by.as_slice()), row)).collect();
    let figures = programs.into_iter().zip(samples).zip(bars).zip(&plan.figures);
    let figures = figures.map(|(((program, sampled), bars), of_plan)| {
        let Sample { spread, indices } = sampled;
        let mut indices: Vec<(usize, Indices)> = of_plan.used.iter().copied().zip(indices).collect();
        indices.retain(|(_, of)| of.is_seen());
        indices.sort_by(|(_, a), (_, b)| b.total.total_cmp(&a.total));
        let report = report(&program.figure, cost, &rows);
        let interval = interval(&program, &report);
        let base = base(&program);
        let Program { figure, reason, .. } = program;
        Uncertain { figure, interval, report, reason, base, spread, tornado: bars, indices }
    });
    let figures = figures.collect();
    Ok(Sensitivity { inputs: plan.inputs, figures, drawing })
}

fn base(program: &Program) -> Fraction {
    program.branches.first().map_or_else(Fraction::zero, |branch| branch.central.clone())
}

/// From the least to the greatest under any set of rules and measure; where nothing can be drawn, what the report has.
fn interval(program: &Program, report: &Interval<Option<Fraction>>) -> Interval<Option<Fraction>> {
    let (low, high) = (program.branches.iter().map(|of| &of.bounds.0), program.branches.iter().map(|of| &of.bounds.1));
    if program.branches.is_empty() {
        return report.clone();
    }
    // A group that only a draw, or other rules, put money into is a known 0.00 here.
    let central = report.central.clone().or_else(|| program.branches.first().map(|branch| branch.central.clone()));
    Interval { low: low.min().cloned(), central, high: high.max().cloned() }
}

/// The rows of a report by year and group.
type Rows<'c> = BTreeMap<(Year, &'c [String]), &'c CostRow>;

/// All low, central and all high, as the report has it.
fn report(figure: &Figure, cost: &Cost, rows: &Rows<'_>) -> Interval<Option<Fraction>> {
    let row = figure.year.and_then(|year| rows.get(&(year, figure.by.as_slice())));
    let of_measure = |measure: &str| {
        let found = row?.per_victim.iter().find(|per_victim| &*per_victim.measure == measure);
        found.map(|per_victim| per_victim.total.clone())
    };
    match &figure.what {
        What::Cost => {
            let figures = if figure.year.is_none() { Some(&cost.total) } else { row.map(|row| &row.figures) };
            let total = figures.and_then(|figures| figures.total());
            total.map(|total| total.map(|amount| Some(amount.clone()))).unwrap_or_default()
        }
        What::PerVictim(measure) => of_measure(measure).unwrap_or_default(),
        What::PerVictimOfAny(measures) => {
            let all: Vec<_> = measures.iter().filter_map(|measure| of_measure(measure)).collect();
            Interval {
                low: all.iter().filter_map(|total| total.low.clone()).min(),
                central: all.first().and_then(|total| total.central.clone()),
                high: all.iter().filter_map(|total| total.high.clone()).max(),
            }
        }
    }
}
