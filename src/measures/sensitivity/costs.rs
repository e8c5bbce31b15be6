//! What each year and group costs under one set of rules: as a term over uncertain values, and as the report has it.

use std::collections::BTreeMap;

use super::algebra::Polynomial;
use super::coarse::{Toward, coarse};
use super::compile::Variant;
use super::inputs::{Alternative, Inputs};
use super::shares::Shares;
use super::splits::{Part as Piece, areas, forms};
use crate::attribution::{AttributedLine, Dimension, Entry};
use crate::domain::{Fraction, Interval, Part, Year};
use crate::measures::basis::{BasisFault, Factors};
use crate::measures::query::Query;
use crate::rules::share::Outcome;

/// A year and the values of the dimensions.
pub(super) type Key = (Year, Vec<String>);

/// A cost, in minor units of the basis.
#[derive(Debug, Clone)]
pub(super) struct Cost {
    /// Over uncertain values; nothing of it is rounded.
    pub term: Polynomial,
    /// All low, central, all high, as the report has it: rounded line by line.
    pub report: Interval<Fraction>,
    /// The same before rounding.
    pub exact: Interval<Fraction>,
    /// What it cannot be below or above, however what lines attribute is divided.
    pub room: (Fraction, Fraction),
    /// Whether a split that is drawn decides what of it stands here: then all low and all high are no bounds.
    pub is_divided: bool,
}

impl Cost {
    fn zero() -> Self {
        let zero = || Interval::point(Fraction::zero());
        Self {
            term: Polynomial::default(),
            report: zero(),
            exact: zero(),
            room: (Fraction::zero(), Fraction::zero()),
            is_divided: false,
        }
    }

    /// Both together.
    pub(super) fn add(&mut self, other: &Self) {
        self.term.add(&other.term, &Fraction::one());
        self.report = self.report.plus(&other.report);
        add_to(&mut self.exact, &other.exact);
        self.room.0 = coarse(&self.room.0 + &other.room.0, Toward::Low);
        self.room.1 = coarse(&self.room.1 + &other.room.1, Toward::High);
        self.is_divided |= other.is_divided;
    }
}

fn add_to(sum: &mut Interval<Fraction>, other: &Interval<Fraction>) {
    *sum = sum.plus(other).map(|end| coarse(end.clone(), Toward::Low));
}

/// All costs added up.
pub(super) fn together<'c>(costs: impl Iterator<Item = &'c Cost>) -> Option<Cost> {
    let mut sum: Option<Cost> = None;
    costs.for_each(|cost| sum.get_or_insert_with(Cost::zero).add(cost));
    sum
}

/// The costs of every year and group to which a line with a known amount attributes anything, at the centre or in some
/// draw.
///
/// # Errors
///
/// A basis that cannot be had for a year shown.
pub(super) fn costs(
    variant: &Variant<'_>,
    alternative: Option<&Alternative>,
    query: &Query,
    inputs: &mut Inputs,
) -> Result<BTreeMap<Key, Cost>, BasisFault> {
    let (project, attribution) = (variant.project, variant.attribution);
    let shares = Shares::new(project, attribution, alternative, inputs);
    let mut factors = Factors::new(project, query.basis);
    let mut costs: BTreeMap<Key, Cost> = BTreeMap::new();
    for (number, attributed) in attribution.taken().enumerate() {
        let key = attributed.line.key();
        if !query.years.contains(key.year) {
            continue;
        }
        let first = attributed.entries(number).find(|entry| entry.part == Part::Attributed);
        let (Some(first), Some(term)) = (first, shares.attributed(attributed)) else { continue };
        let factor = factors.of(key.currency, key.year)?.clone();
        let line = Line { term: term.scaled(&factor), exact: exact(attributed, &factor), first };
        line.divide(variant, attributed, query, inputs, &mut costs);
        let form = query.exploitation.as_deref();
        for entry in attributed.entries(number) {
            let (Part::Attributed, true, Some(amounts)) = (entry.part, entry.is_of_form(form), entry.amounts) else {
                continue;
            };
            let cost = costs.entry(group(&entry, query)).or_insert_with(Cost::zero);
            cost.report = cost.report.plus(&amounts.map(|money| &Fraction::from_money(*money) * &factor));
        }
    }
    Ok(costs)
}

fn group(entry: &Entry<'_>, query: &Query) -> Key {
    (entry.key().year, query.by.iter().map(|grouping| grouping.value(entry).to_owned()).collect())
}

/// What a line attributes, unrounded, at low, central and high as the report takes them.
fn exact(attributed: &AttributedLine, factor: &Fraction) -> Interval<Fraction> {
    let imputed = attributed.ruling.worked.as_ref().and_then(|worked| match &worked.outcome {
        Outcome::Imputed(amount) => Some(amount.clone()),
        Outcome::Share(_) | Outcome::NothingToShare => None,
    });
    let of_share = || {
        let amount = Fraction::from_money(attributed.amount()?);
        Some(attributed.ruling.share.as_ref()?.map(|share| share * &amount).ordered())
    };
    imputed.or_else(of_share).unwrap_or_else(|| Interval::point(Fraction::zero())).map(|end| end * factor)
}

/// A line that attributes something.
struct Line<'l> {
    term: Polynomial,
    exact: Interval<Fraction>,
    first: Entry<'l>,
}

impl Line<'_> {
    /// Adds what falls to each group, by the splits that matter to what is shown.
    fn divide(
        &self,
        variant: &Variant<'_>,
        attributed: &AttributedLine,
        query: &Query,
        inputs: &mut Inputs,
        costs: &mut BTreeMap<Key, Cost>,
    ) {
        let groups_by = |dimension| query.by.iter().any(|by| by.dimension == dimension);
        let by_form = query.exploitation.is_some() || groups_by(Dimension::Exploitation);
        let undivided =
            |name: &str| vec![Piece { name: name.into(), weight: Polynomial::one(), central: Fraction::one() }];
        let mut areas = if groups_by(Dimension::Area) {
            areas(variant.project, attributed, inputs)
        } else {
            undivided(self.first.area)
        };
        // Where one group takes all parts there is nothing to divide.
        let of_area = |area: &Piece| group(&Entry { area: &area.name, ..self.first }, query);
        if areas.windows(2).all(|pair| of_area(&pair[0]) == of_area(&pair[1])) {
            areas = undivided(areas.first().map_or(self.first.area, |area| &area.name).to_owned().as_str());
        }
        let forms =
            if by_form { forms(variant.project, attributed, inputs) } else { undivided(self.first.exploitation) };
        for area in &areas {
            for form in &forms {
                let entry = Entry { area: &area.name, exploitation: &form.name, ..self.first };
                if by_form && !entry.is_of_form(query.exploitation.as_deref()) {
                    continue;
                }
                let weight = area.weight.times(&form.weight);
                let central = &area.central * &form.central;
                let is_divided = weight.as_known().is_none();
                let part = self.exact.map(|end| end * &central);
                let room = if is_divided { &self.exact } else { &part };
                let zero = Fraction::zero;
                let cost = Cost {
                    term: self.term.times(&weight),
                    report: Interval::point(zero()),
                    room: (room.low.clone().min(zero()), room.high.clone().max(zero())),
                    exact: part,
                    is_divided,
                };
                if cost.term != Polynomial::default() || !central.is_zero() {
                    costs.entry(group(&entry, query)).or_insert_with(Cost::zero).add(&cost);
                }
            }
        }
    }
}
