//! The division of an attributed part by area, then by form of exploitation within each.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::apportion::apportion;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{ALL_FORMS, Fraction, Interval, LineKey, Money, UNSPECIFIED, Year, count_text, nearest};
use crate::project::Project;
use crate::rules::{Split, SplitBy, Weights};

/// One part of what a line attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributedPart {
    /// Programme area.
    pub area: Arc<str>,
    /// Form of exploitation.
    pub exploitation: Arc<str>,
    /// The money.
    pub amounts: Interval<Money>,
}

/// A split of a rule or of the defaults, in one dimension and year. Its place in the file would not do: several splits
/// may stand on one line.
type SplitKey = (String, &'static str, Year);

/// Parts with their weights, in the order of the file.
type Parts = Vec<(Arc<str>, Fraction)>;

/// Splits attributed parts; the weights of a split are worked out once a year.
#[derive(Debug)]
pub struct Splitter<'p> {
    project: &'p Project,
    worked: BTreeMap<SplitKey, Option<Arc<Parts>>>,
}

impl<'p> Splitter<'p> {
    /// For the lines of a project.
    #[must_use]
    pub fn new(project: &'p Project) -> Self {
        Self { project, worked: BTreeMap::new() }
    }

    /// Divides what a line attributes by the split of its rule, dimension by dimension, or else by the default one.
    /// `None` after a diagnostic where the weights cannot be worked out.
    pub fn split(
        &mut self,
        key: &LineKey,
        split: Option<&Split>,
        attributed: &Interval<Money>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Vec<AttributedPart>> {
        let default = &self.project.rules.default_split;
        let area = split.and_then(|split| split.area.as_ref()).or(default.area.as_ref());
        let form = split.and_then(|split| split.exploitation.as_ref()).or(default.exploitation.as_ref());
        let own_area = if key.area.is_empty() { UNSPECIFIED.into() } else { Arc::clone(&key.area) };
        let areas = self.dimension("area", area, own_area, key.year, attributed, diagnostics);
        let mut parts = Vec::new();
        for (area, amounts) in areas? {
            let forms = self.dimension("exploitation", form, ALL_FORMS.into(), key.year, &amounts, diagnostics)?;
            parts.extend(forms.into_iter().map(|(exploitation, amounts)| AttributedPart {
                area: Arc::clone(&area),
                exploitation,
                amounts,
            }));
        }
        Some(parts)
    }

    fn dimension(
        &mut self,
        dimension: &'static str,
        by: Option<&SplitBy>,
        whole: Arc<str>,
        year: Year,
        amounts: &Interval<Money>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Vec<(Arc<str>, Interval<Money>)>> {
        let Some(by) = by else { return Some(vec![(whole, *amounts)]) };
        let parts = self.weights(dimension, by, year, diagnostics)?;
        let weights: Vec<Fraction> = parts.iter().map(|(_, weight)| weight.clone()).collect();
        let each = amounts.try_map(|amount| apportion(*amount, &weights))?;
        let named = parts.iter().enumerate().map(|(index, (name, _))| {
            let amounts = each.try_map(|parts| parts.get(index).copied())?;
            Some((Arc::clone(name), amounts))
        });
        named.collect()
    }

    fn weights(
        &mut self,
        dimension: &'static str,
        by: &SplitBy,
        year: Year,
        diagnostics: &mut Diagnostics,
    ) -> Option<Arc<Parts>> {
        let key = (by.owner.clone(), dimension, year);
        if let Some(worked) = self.worked.get(&key) {
            return worked.clone();
        }
        let worked = work_out(self.project, by, year).map(Arc::new);
        let parts = worked.map_err(|diagnostic| diagnostic.map(|diagnostic| diagnostics.push(*diagnostic))).ok();
        self.worked.insert(key, parts.clone());
        parts
    }
}

/// The weights of a split in a year. The error is a diagnostic, or nothing where the fault is told elsewhere.
fn work_out(project: &Project, by: &SplitBy, year: Year) -> Result<Parts, Option<Box<Diagnostic>>> {
    let fault = |message: String, help: &str| {
        Some(Box::new(Diagnostic::new(Code::BadSplit, message, help).at(&by.origin).column(by.owner.as_str())))
    };
    let parts = match &by.weights {
        Weights::Fixed(parts) => parts.clone(),
        Weights::Victims(measure) => {
            let (mut parts, total) = project.victims.parts(measure, year);
            if parts.is_empty() {
                let message = format!("no count of {measure} victims by form of exploitation is known for {year}");
                let measures = project.victims.measures();
                let near = nearest(measure, measures.iter().map(AsRef::as_ref)).filter(|_| !measures.contains(measure));
                let help = near.map_or_else(
                    || "add the counts to victims, or split by something else".to_owned(),
                    |near| format!("did you mean \"victims:{near}\"?"),
                );
                return Err(fault(message, &help));
            }
            let sum: Fraction = parts.iter().map(|(_, count)| count.clone()).sum();
            if let Some(total) = total {
                let left = &total - &sum;
                if left.is_negative() {
                    let (sum, total) = (count_text(&sum), count_text(&total));
                    let message = format!("{measure} {year}: the parts add to {sum}, above the total of {total}");
                    return Err(fault(message, "correct the counts in victims, or split by something else"));
                }
                if !left.is_zero() {
                    add(&mut parts, UNSPECIFIED.into(), left);
                }
            }
            parts
        }
        Weights::Drivers(parts) => {
            let mut worked = Vec::new();
            for (name, driver) in parts {
                let Some(value) = project.drivers.known(driver, year).and_then(|row| row.fractions()) else {
                    // That a driver stands nowhere is told once, for all years.
                    if !project.drivers.contains(driver) {
                        return Err(None);
                    }
                    let message = format!("the driver {driver} has no value for {year}, and a split needs it");
                    let diagnostic = Diagnostic::new(Code::MissingDriver, message, "add its value to drivers");
                    return Err(Some(Box::new(diagnostic.at(&by.origin).column(by.owner.as_str()))));
                };
                worked.push((Arc::clone(name), value.central));
            }
            worked
        }
    };
    if parts.iter().any(|(_, weight)| weight.is_negative()) {
        return Err(fault(format!("a weight is below 0 in {year}"), "weights are 0 or more"));
    }
    if parts.iter().all(|(_, weight)| weight.is_zero()) {
        return Err(fault(format!("all weights are 0 in {year}"), "at least one weight must be above 0"));
    }
    Ok(parts)
}

/// `unspecified` stands last; where the file has a row of that name, what is left goes to it.
fn add(parts: &mut Parts, name: Arc<str>, weight: Fraction) {
    match parts.iter().position(|(part, _)| *part == name) {
        Some(index) => {
            let (name, own) = parts.remove(index);
            parts.push((name, &own + &weight));
        }
        None => parts.push((name, weight)),
    }
}
