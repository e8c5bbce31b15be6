//! Rows that say they are sums of others or parts of another: each label once, with its rows, wherever the file was cut.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use arcstr::ArcStr;

use super::slot::{Said, Slot};
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::domain::{Money, Origin, Year};
use crate::ingest::amounts::Mark;
use crate::ingest::dialect::Totals;
use crate::ingest::labels::Standing;
use crate::message;

/// A row that says it is a sum, and was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SumRow {
    /// Where it stands.
    pub origin: Origin,
    /// What it calls itself.
    pub label: String,
    /// Its year, where it has one.
    pub year: Option<Year>,
    /// What it says.
    pub amount: Option<Money>,
}

/// Most rows that a message names of one label. Each part of a file remembers as many, so that the first of all are known
/// wherever it was cut.
pub const NAMED_TOTALS: usize = 10;

/// Labels with what they say, their rows and how many there are.
type Labels = BTreeMap<(Standing, String), (Vec<u64>, u64)>;

/// What was found of them in one file.
#[derive(Debug, Default)]
pub struct TotalRows {
    found: Labels,
}

impl TotalRows {
    /// Notes rows that say something of others, the first few by their numbers.
    pub fn note(&mut self, said: &Said, rows: Vec<u64>, count: u64) {
        let (places, so_far) = self.found.entry((said.standing, said.label.clone())).or_default();
        places.extend(rows);
        *so_far += count;
    }

    /// Tells them: without a word of the dialect an error, else how many were left out.
    pub fn tell(&self, file: &ArcStr, totals: Totals, diagnostics: &mut Diagnostics) {
        for ((standing, label), (rows, count)) in &self.found {
            let mut rows = rows.clone();
            rows.sort_unstable();
            rows.dedup();
            let first = rows.first().copied().unwrap_or(1);
            rows.truncate(NAMED_TOTALS);
            let listed: Vec<String> = rows.iter().map(u64::to_string).collect();
            let fault = match (totals, standing) {
                (_, Standing::Unclear) => {
                    Diagnostic::new(Code::TotalsRow, message!("row-part-unclear"), message!("row-say-parts"))
                }
                (Totals::Refuse, Standing::Part | Standing::Heading) => {
                    let message = message!("row-part", count = *count, rows = listed);
                    Diagnostic::new(Code::TotalsRow, message, message!("row-say-totals"))
                        .expected(message!("row-no-totals"))
                }
                (Totals::Refuse, Standing::Whole) => {
                    let message = message!("row-whole", count = *count, rows = listed);
                    Diagnostic::new(Code::TotalsRow, message, message!("row-say-totals"))
                        .expected(message!("row-no-totals"))
                }
                (Totals::Refuse, Standing::Sum | Standing::Plain) => {
                    let message = message!("row-total", count = *count, rows = listed);
                    Diagnostic::new(Code::TotalsRow, message, message!("row-say-totals"))
                        .expected(message!("row-no-totals"))
                }
                (Totals::Count, _) | (Totals::Exclude, Standing::Whole | Standing::Plain) => continue,
                (Totals::Exclude, Standing::Part | Standing::Sum | Standing::Heading) => {
                    let message = message!("row-total-left-out", count = *count);
                    Diagnostic::new(Code::TotalsLeftOut, message, message!("row-total-meant"))
                }
            };
            diagnostics.push(fault.at(&Origin { file: file.clone(), row: first }).found(label));
        }
    }
}

/// Rows of a layout that say they are sums: those with the same key are one, in whichever part they were read.
#[derive(Debug, Default)]
pub struct SumRows {
    by_key: BTreeMap<Box<[u8]>, SumRow>,
}

impl SumRows {
    /// Notes the rows of a slot, of which this is the first, if they say that they are sums.
    pub fn note(&mut self, slot: &Slot, said: &Said, mark: Mark, origin: Origin) {
        if said.standing != Standing::Sum {
            return;
        }
        let sum = slot.known[mark as usize].then(|| slot.sums[mark as usize]);
        match self.by_key.entry(said.key.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(SumRow { origin, label: said.label.clone(), year: said.year, amount: sum });
            }
            Entry::Occupied(mut entry) => {
                let known = entry.get_mut();
                known.amount = [known.amount, sum].into_iter().flatten().reduce(|one, other| one + other);
                if origin < known.origin {
                    (known.origin, known.label) = (origin, said.label.clone());
                }
            }
        }
    }

    /// Each of them, in the order of their first rows.
    pub fn in_order(self) -> Vec<SumRow> {
        let mut rows: Vec<SumRow> = self.by_key.into_values().collect();
        rows.sort_by(|one, other| one.origin.cmp(&other.origin));
        rows
    }
}
