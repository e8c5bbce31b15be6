//! The engine: every selected line gets a share by exactly one rule, and what is attributed and what is left add up to
//! the line, to the minor unit.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::attributed_line::{AttributedLine, Ruling, Undecided, attribute_line};
use super::decide::{Candidates, Decisions, Reach, decide};
use super::drivers::unknown_drivers;
use super::faults::RuleFaults;
use super::fill::{Fill, fill};
use super::only::Only;
use super::overhead::{Attributes, OverheadDemand, Served, solve_overheads};
use super::services::{unknown_indices, unknown_services};
use super::splits::Splitter;
use crate::diagnostics::Diagnostics;
use crate::domain::{Fraction, Interval, Label, Money, PhaseChoice, Year};
use crate::project::Project;
use crate::rules::share::{Base, ShareFault, WorkedShare, brought, common};
use crate::rules::{MatchIndex, Share};

/// All lines of a phase, attributed.
#[derive(Debug)]
pub struct Attribution {
    /// Which phase was selected.
    pub phase: PhaseChoice,
    /// All of them, in the order of the ledger: shares are those of the whole project, and overheads name the lines that they
    /// serve by their places here. What is added up and shown are the lines [`taken`](Self::taken).
    pub lines: Vec<AttributedLine>,
    /// How far each rule of the project reaches, in their order.
    pub reaches: Vec<Reach>,
    /// Which lines are taken.
    pub only: Only,
}

/// A rule in a year.
type RuleYear = (usize, Year);

/// Attributes the lines of a phase. Faults go to `diagnostics`; where there is any, the result is not to be shown.
#[must_use]
pub fn attribute(project: &Project, phase: PhaseChoice, diagnostics: &mut Diagnostics) -> Attribution {
    unknown_drivers(project, diagnostics);
    unknown_services(project, diagnostics);
    unknown_indices(project, diagnostics);
    let candidates = Candidates::new(project.selected(phase));
    let index = candidates.index();
    let Decisions { of_lines: decisions, reaches } = decide(project, &candidates, &index);
    let faults = RuleFaults::new(project, &candidates, &decisions);
    let fills = fill(project, &candidates, &decisions, &faults, diagnostics);
    let decided = Decided { candidates: &candidates, decisions: &decisions, fills: &fills };
    let mut worked = work_out_rules(project, decided, &faults, diagnostics);
    work_out_overheads(project, (decided, &index), &mut worked, &faults, diagnostics);
    // Large, and of no use for lines.
    drop(index);
    let of_rules: HashMap<RuleYear, Arc<Ruling>, RandomState> = worked
        .into_iter()
        .filter_map(|(of, worked)| {
            let (rule, worked) = (project.rules.rules.get(of.0)?, worked?);
            let share = worked.share().cloned();
            Some((of, Arc::new(Ruling { rule: Some(Arc::clone(rule)), worked: Some(worked), share })))
        })
        .collect();
    let undecided = Undecided::default();
    let mut splitter = Splitter::new(project);
    let mut lines = Vec::with_capacity(decisions.len());
    for (number, (candidate, rule)) in candidates.iter().zip(&decisions).enumerate() {
        let ruling = match rule {
            None => undecided.ruling(&candidate.line),
            Some(rule) => match of_rules.get(&(*rule, candidate.year())) {
                Some(of_rule) => of_rule,
                None => continue,
            },
        };
        let fill = fills.get(&number).cloned();
        lines.extend(attribute_line(&candidate.line, ruling, fill, &mut splitter, diagnostics));
    }
    debug_assert!(lines.is_sorted_by_key(|of| of.line.key().year), "lines of a year stand together");
    Attribution { phase, lines, reaches, only: Only::default() }
}

/// Lines with the rules that decide them, and the amounts that these fill.
#[derive(Debug, Clone, Copy)]
struct Decided<'d> {
    candidates: &'d Candidates,
    decisions: &'d [Option<usize>],
    fills: &'d BTreeMap<usize, Arc<Fill>>,
}

impl Decided<'_> {
    /// The amount that fills a line, by its number.
    fn filled(&self, number: usize) -> Option<Money> {
        self.fills.get(&number).map(|fill| fill.amount)
    }
}

/// Works out every rule for every year in which it decides a line; `None` marks a fault already reported.
fn work_out_rules(
    project: &Project,
    decided: Decided<'_>,
    faults: &RuleFaults<'_>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<RuleYear, Option<Arc<WorkedShare>>> {
    let mut bases: HashMap<RuleYear, Base, RandomState> = HashMap::default();
    for (number, (candidate, rule)) in decided.candidates.iter().zip(decided.decisions).enumerate() {
        let (Some(rule), line) = (rule, &candidate.line) else { continue };
        let currency = line.key().currency;
        let base = bases.entry((*rule, candidate.year())).or_insert_with(|| Base::new(currency));
        base.add(line.amount(), decided.filled(number), currency);
    }
    let mut worked = BTreeMap::new();
    for ((rule_index, year), base) in bases.into_iter().collect::<BTreeMap<RuleYear, Base>>() {
        let Some(rule) = project.rules.rules.get(rule_index) else { continue };
        let Some(outcome) = rule.share.work_out(year, &base, project) else { continue };
        let checked = match outcome {
            Ok(share) => faults.check_share(rule, year, share, diagnostics),
            Err(fault) => {
                faults.push(rule, year, &fault, diagnostics);
                None
            }
        };
        worked.insert((rule_index, year), checked.map(Arc::new));
    }
    worked
}

/// Solves the overheads of every year, from what the other rules gave.
fn work_out_overheads(
    project: &Project,
    (decided, index): (Decided<'_>, &MatchIndex<'_>),
    worked: &mut BTreeMap<RuleYear, Option<Arc<WorkedShare>>>,
    faults: &RuleFaults<'_>,
    diagnostics: &mut Diagnostics,
) {
    let mut by_year: BTreeMap<Year, BTreeSet<usize>> = BTreeMap::new();
    for (candidate, rule) in decided.candidates.iter().zip(decided.decisions) {
        let Some(rule) = rule else { continue };
        let is_overhead = project.rules.rules.get(*rule).is_some_and(|rule| matches!(rule.share, Share::Overhead(_)));
        if is_overhead {
            by_year.entry(candidate.year()).or_default().insert(*rule);
        }
    }
    for (year, rules) in by_year {
        let rules: Vec<usize> = rules.into_iter().collect();
        let demands: Vec<OverheadDemand> = rules
            .iter()
            .map(|rule| {
                let serves = served_by(project, (decided, index), worked, year, *rule, &rules);
                let serves = serves.unwrap_or_else(|fault| {
                    if let Some(rule) = project.rules.rules.get(*rule) {
                        faults.push(rule, year, &fault, diagnostics);
                    }
                    vec![Served { line: 0, amount: Fraction::zero(), attributes: Attributes::Faulty }]
                });
                OverheadDemand { serves }
            })
            .collect();
        for ((rule_index, demand), share) in rules.iter().zip(&demands).zip(solve_overheads(&demands)) {
            let Some(rule) = project.rules.rules.get(*rule_index) else { continue };
            let checked = match share {
                Ok(share) => {
                    let serves = demand.serves.iter().map(|served| served.line).collect();
                    faults.check_share(rule, year, WorkedShare::derived(share, serves), diagnostics)
                }
                Err(fault) => {
                    faults.push_overhead(rule, year, &fault, &rules, diagnostics);
                    None
                }
            };
            worked.insert((*rule_index, year), checked.map(Arc::new));
        }
    }
}

/// The lines of a year that an overhead rule serves: those that its match selects, with a known amount, its own left
/// out.
fn served_by(
    project: &Project,
    (decided, index): (Decided<'_>, &MatchIndex<'_>),
    worked: &BTreeMap<RuleYear, Option<Arc<WorkedShare>>>,
    year: Year,
    rule: usize,
    overheads: &[usize],
) -> Result<Vec<Served>, ShareFault> {
    let Some(Share::Overhead(overhead)) = project.rules.rules.get(rule).map(|rule| &rule.share) else {
        return Ok(Vec::new());
    };
    let selected = index.select(&overhead.serves).into_iter();
    let selected =
        selected.filter_map(|number| Some((number, decided.candidates.get(number)?, decided.decisions.get(number)?)));
    let served: Vec<_> = selected
        .filter(|(_, candidate, by)| candidate.year() == year && **by != Some(rule))
        .filter_map(|(number, candidate, by)| {
            let amount = candidate.line.amount().or_else(|| decided.filled(number))?;
            Some((number, &candidate.line, amount, by))
        })
        .collect();
    let common = common(served.iter().map(|(_, line, ..)| line.key().currency), project);
    let served = served.into_iter().map(|(number, line, amount, by)| {
        let amount = brought(&Fraction::from_money(amount), line.key().currency, common, year, project)?;
        let attributes = match by {
            Some(other) => match overheads.binary_search(other) {
                Ok(position) => Attributes::ByOverhead(position),
                Err(_) => {
                    match worked.get(&(*other, year)).and_then(Option::as_ref).and_then(|worked| worked.share()) {
                        Some(share) => Attributes::Known(share.map(|share| &amount * share).ordered()),
                        None => Attributes::Faulty,
                    }
                }
            },
            None => Attributes::Known(match line.key().label {
                Label::Labelled => Interval::point(amount.clone()),
                Label::Unlabelled => Interval::point(Fraction::zero()),
            }),
        };
        Ok(Served { line: number, amount, attributes })
    });
    served.collect()
}
