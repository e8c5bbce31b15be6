//! The weights of a split in a year: written shares, counts of victims, drivers, each with the row that it is from.

use arcstr::ArcStr;

use crate::diagnostics::{Code, Diagnostic};
use crate::domain::{Fraction, Origin, UNSPECIFIED, VictimCount, Year, count_text, nearest};
use crate::language::{Message, Value};
use crate::message;
use crate::project::Project;
use crate::rules::{SplitBy, Weights};

/// A part of a split with its weight.
#[derive(Debug, Clone)]
pub struct WeightedPart {
    /// Area or form of exploitation.
    pub name: ArcStr,
    /// Its weight among the others.
    pub weight: Fraction,
    /// The row that it is from; `None` for a written share and for what the counts leave.
    pub origin: Option<Origin>,
    /// The source of that row, or blank.
    pub source: ArcStr,
}

impl WeightedPart {
    fn written(name: ArcStr, weight: Fraction) -> Self {
        Self { name, weight, origin: None, source: "".into() }
    }

    fn of_count((row, weight): (&VictimCount, Fraction)) -> Self {
        Self { name: row.exploitation.clone(), weight, origin: Some(row.origin.clone()), source: row.source.clone() }
    }
}

/// The weights of a split in a year. The error is a diagnostic, or nothing where the fault is told elsewhere.
pub fn work_out(project: &Project, by: &SplitBy, year: Year) -> Result<Vec<WeightedPart>, Option<Box<Diagnostic>>> {
    let fault = |message: Message, help: Message| {
        Some(Box::new(Diagnostic::new(Code::BadSplit, message, help).at(&by.origin).column(by.owner.as_str())))
    };
    // What would tell a count that is not shown stays in one piece.
    if project.keeps_whole(&by.weights, year) {
        return Ok(vec![WeightedPart::written(UNSPECIFIED.into(), Fraction::one())]);
    }
    let parts = match &by.weights {
        Weights::Fixed(parts) => {
            parts.iter().map(|(name, share)| WeightedPart::written(name.clone(), share.clone())).collect()
        }
        Weights::Victims(measure) => {
            let (rows, total) = project.victims.parts(measure, year);
            let mut parts: Vec<WeightedPart> = rows.into_iter().map(WeightedPart::of_count).collect();
            if parts.is_empty() {
                let message =
                    message!("split-no-counts", measure = Value::Word("measure", measure.to_string()), year = year);
                let measures = project.victims.measures();
                let near = nearest(measure, measures.iter().map(AsRef::as_ref)).filter(|_| !measures.contains(measure));
                let help = near.map_or_else(
                    || message!("split-add-counts"),
                    |near| message!("did-you-mean", near = format!("victims:{near}")),
                );
                return Err(fault(message, help));
            }
            let sum: Fraction = parts.iter().map(|part| part.weight.clone()).sum();
            if let Some(total) = total {
                let left = &total - &sum;
                if left.is_negative() {
                    let (sum, total) = (count_text(&sum), count_text(&total));
                    let measure = Value::Word("measure", measure.to_string());
                    let message =
                        message!("split-parts-above", measure = measure, year = year, sum = sum, total = total);
                    return Err(fault(message, message!("split-correct-counts")));
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
                let row = project.drivers.known(driver, year);
                let Some((row, value)) = row.and_then(|row| Some((row, row.fractions()?))) else {
                    // That a driver stands nowhere is told once, for all years.
                    if !project.drivers.contains(driver) {
                        return Err(None);
                    }
                    let message = message!("split-driver-unknown", driver = driver, year = year);
                    let diagnostic = Diagnostic::new(Code::MissingDriver, message, message!("split-add-driver"));
                    return Err(Some(Box::new(diagnostic.at(&by.origin).column(by.owner.as_str()))));
                };
                worked.push(WeightedPart {
                    name: name.clone(),
                    weight: value.central,
                    origin: Some(row.origin.clone()),
                    source: row.source.clone(),
                });
            }
            worked
        }
    };
    if parts.iter().any(|part| part.weight.is_negative()) {
        return Err(fault(message!("split-negative", year = year), message!("split-not-negative")));
    }
    if parts.iter().all(|part| part.weight.is_zero()) {
        return Err(fault(message!("split-all-zero", year = year), message!("split-above-zero")));
    }
    Ok(parts)
}

/// `unspecified` stands last; where the file has a row of that name, what is left goes to it.
fn add(parts: &mut Vec<WeightedPart>, name: ArcStr, weight: Fraction) {
    match parts.iter().position(|part| part.name == name) {
        Some(index) => {
            let mut own = parts.remove(index);
            own.weight = &own.weight + &weight;
            parts.push(own);
        }
        None => parts.push(WeightedPart::written(name, weight)),
    }
}
