//! What a review is made from, each thing worked out once: costs, what changed, how sure, outturn, coverage, rules.

use std::sync::Arc;

use super::Material;
use super::services::Found;
use crate::attribution::{Attribution, BothPhases, Ledger};
use crate::domain::{Year, YearRange};
use crate::language::{Language, Message};
use crate::measures::compare::{CompareQuery, Comparison, Side, compare};
use crate::measures::sensitivity::{Drawing, Measures, Sensitivity, Variant, sensitivity};
use crate::measures::{self, Basis, Cost, Dimension, InCurrency, Layout, Outturn, Query, cost};
use crate::message;
use crate::project::Project;
use crate::render::RenderError;
use crate::report::charts::ChartAnswers;
use crate::report::compare::CompareReport;
use crate::report::coverage::{CoverageReport, Coverages};
use crate::report::outturn::OutturnReport;
use crate::report::reviewed::ReviewReport;
use crate::report::rulebook::{Rulebook, RulebookReport};
use crate::report::sensitivity::SensitivityReport;
use crate::report::{Context, ReportError};

/// How much is drawn for the spread of the figures: as much as `sensitivity` does unless it is told otherwise.
pub(super) const DRAWING: Drawing = Drawing { draws: 10_000, seed: 1 };

/// Another project, such as last year's, that the earlier side of what changed is taken from.
#[derive(Debug, Clone, Copy)]
pub struct Before<'m> {
    /// The project.
    pub project: &'m Project,
    /// Its lines, attributed in the phase of the report.
    pub attribution: &'m Attribution,
    /// Their records.
    pub ledger: &'m Ledger,
    /// How it is named beside its year.
    pub name: &'m str,
}

/// What was worked out.
pub(super) struct Worked<'m> {
    /// The question without dimensions, and its answer.
    query: Query,
    cost: Cost,
    changes: Result<Changed, Message>,
    sensitivity: InEach<Sensitivity>,
    outturn: Result<Held<'m>, Message>,
    services: Found<'m>,
    coverages: InEach<Coverages>,
    rulebook: InEach<Rulebook>,
}

/// An answer in the main currency, and in the others asked for.
struct InEach<T> {
    main: Arc<T>,
    also: Vec<T>,
}

impl<T> InEach<T> {
    /// Of the question in each of its currencies.
    fn new<E: Into<ReportError>>(
        whole: Context<'_>,
        of: impl Fn(Context<'_>) -> Result<T, E>,
    ) -> Result<Self, ReportError> {
        let main = Arc::new(of(whole).map_err(Into::into)?);
        Self::with(main, whole, of)
    }

    /// The same, where the answer in the main currency is known.
    fn with<E: Into<ReportError>>(
        main: Arc<T>,
        whole: Context<'_>,
        of: impl Fn(Context<'_>) -> Result<T, E>,
    ) -> Result<Self, ReportError> {
        let also = whole.in_each().skip(1).map(|context| of(context).map_err(Into::into));
        Ok(Self { main, also: also.collect::<Result<_, _>>()? })
    }
}

/// What changed on the year before.
struct Changed {
    query: CompareQuery,
    queries: [Query; 2],
    costs: [Cost; 2],
    names: [String; 2],
    comparison: Arc<Comparison>,
    also: Vec<(CompareQuery, Comparison)>,
}

/// Approved against executed, by agency.
struct Held<'m> {
    both: &'m BothPhases,
    query: Query,
    outturn: Outturn,
    also: Vec<Outturn>,
    nothing: Cost,
}

impl<'m> Worked<'m> {
    /// Works everything out.
    ///
    /// # Errors
    ///
    /// Where costs cannot be worked out.
    pub(super) fn new(material: &Material<'m>, answers: &ChartAnswers) -> Result<Self, RenderError> {
        let context = material.context;
        let query = Query { by: Vec::new(), layout: Layout::default(), ..context.query.clone() };
        let cost = if context.query.by.is_empty() {
            context.cost.clone()
        } else {
            cost(context.project, material.ledger, &query).map_err(ReportError::from)?
        };
        let whole = Context { query: &query, cost: &cost, ..context };
        let own = [Variant::only(context.project, context.attribution)];
        let how_sure = |query: &Query, cost: &Cost| sensitivity(&own, query, cost, Measures::Each, DRAWING);
        let main = answers.sensitivity(&query, DRAWING, |query| how_sure(query, &cost));
        let main = main.map_err(ReportError::from)?;
        let sensitivity = InEach::with(main, whole, |of| how_sure(of.query, of.cost))?;
        let changes = changed(material, whole, answers)?;
        let outturn = held(material, &query)?;
        let coverages = InEach::new(whole, Coverages::new)?;
        let rulebook = InEach::new(whole, Rulebook::new)?;
        let services = Found::new(material);
        Ok(Self { changes, sensitivity, outturn, services, coverages, rulebook, query, cost })
    }

    /// As a review reports it, in a language.
    pub(super) fn report<'w>(&'w self, material: &'w Material<'w>, language: Language) -> ReviewReport<'w> {
        let context = Context { language, ..material.context };
        let whole = Context { query: &self.query, cost: &self.cost, ..context };
        let changes = self.changes.as_ref().map(|changed| {
            let [before, after] = &changed.queries;
            let [cost_before, cost_after] = &changed.costs;
            let earlier = match material.before {
                None => context,
                Some(Before { project, attribution, .. }) => Context { project, attribution, ..context },
            };
            let [from, to] = &changed.names;
            CompareReport {
                sides: [
                    Context { query: before, cost: cost_before, ..earlier },
                    Context { query: after, cost: cost_after, ..context },
                ],
                names: [from, to],
                query: &changed.query,
                comparison: &changed.comparison,
                also: &changed.also,
            }
        });
        let outturn = self.outturn.as_ref().map(|held| {
            let of = Context { query: &held.query, ..context };
            OutturnReport {
                sides: OutturnReport::sides(held.both, of, &held.nothing),
                outturn: &held.outturn,
                also: &held.also,
            }
        });
        ReviewReport {
            context,
            whole,
            changes,
            sureness: SensitivityReport {
                context: whole,
                sensitivity: &self.sensitivity.main,
                also: &self.sensitivity.also,
            },
            outturn,
            services: self.services.report(context),
            coverage: CoverageReport { context: whole, coverages: &self.coverages.main, also: &self.coverages.also },
            rulebook: RulebookReport { context: whole, rulebook: &self.rulebook.main, also: &self.rulebook.also },
            checks: material.findings,
        }
    }
}

/// The change from the last year with lines before the last one shown; with another project, from the last year of that one
/// up to the one shown.
fn changed(
    material: &Material<'_>,
    whole: Context<'_>,
    answers: &ChartAnswers,
) -> Result<Result<Changed, Message>, RenderError> {
    let Some(last) = whole.cost.rows.last().map(|row| row.year) else {
        return Ok(Err(message!("review-no-year-before", year = "\u{2013}")));
    };
    let before = material.before.unwrap_or(Before {
        project: whole.project,
        attribution: whole.attribution,
        ledger: material.ledger,
        name: "",
    });
    let years = before.attribution.taken().map(|attributed| attributed.line.key().year);
    let is_other = material.before.is_some();
    let Some(first) = years.filter(|year| *year < last || (is_other && *year == last)).max() else {
        return Ok(Err(message!("review-no-year-before", year = last)));
    };
    let in_basis = |basis| CompareQuery {
        by: Vec::new(),
        measures: whole.query.measures.clone(),
        exploitation: whole.query.exploitation.clone(),
        basis,
    };
    let query = in_basis(whole.query.basis);
    let lines = before.attribution.taken().filter(|attributed| attributed.has_money());
    let keys: Vec<_> = lines.map(|attributed| attributed.line.key()).filter(|key| key.year == first).collect();
    let lacks =
        |basis: Basis| !basis.faults(before.project, keys.iter().map(|key| (key.currency, key.year))).is_empty();
    if whole.query.bases().any(lacks) {
        return Ok(Err(message!("review-no-basis-before")));
    }
    let of = |year: Year| Query { years: YearRange::of(year), ..whole.query.clone() };
    let queries = [first, last].map(of);
    let costs = [
        cost(before.project, before.ledger, &queries[0]).map_err(ReportError::from)?,
        cost(whole.project, material.ledger, &queries[1]).map_err(ReportError::from)?,
    ];
    let side = Side { project: before.project, attribution: before.attribution, year: first, by: &[] };
    let other = Side { project: whole.project, attribution: whole.attribution, year: last, by: &[] };
    let main = |query: &CompareQuery| compare(side, other, query);
    let comparison = match is_other {
        true => main(&query).map(Arc::new),
        false => answers.comparison([first, last], query.clone(), main),
    };
    let comparison = comparison.map_err(ReportError::from)?;
    let mut also = Vec::new();
    for query in whole.query.bases().skip(1).map(in_basis) {
        let comparison = compare(side, other, &query).map_err(ReportError::from)?;
        also.push((query, comparison));
    }
    let from = if is_other { format!("{first} ({})", before.name) } else { first.to_string() };
    Ok(Ok(Changed { query, queries, costs, names: [from, last.to_string()], comparison, also }))
}

/// Approved against executed, where some line has both.
fn held<'m>(material: &Material<'m>, query: &Query) -> Result<Result<Held<'m>, Message>, RenderError> {
    let Some(both) = material.both else {
        let faulty = BothPhases::are_in(material.context.project);
        return Ok(Err(if faulty { message!("review-outturn-faulty") } else { message!("review-no-both") }));
    };
    let query = Query { by: vec![Dimension::Agency.into()], measures: Vec::new(), ..query.clone() };
    let outturn = measures::outturn(material.context.project, both, &query).map_err(ReportError::from)?;
    if outturn.years.iter().all(|year| year.groups.is_empty()) {
        return Ok(Err(message!("review-no-both")));
    }
    let mut nothing = outturn.without_figures();
    nothing.also = query.in_others().map(|query| InCurrency { query, cost: outturn.without_figures() }).collect();
    let also = nothing.also.iter().map(|other| measures::outturn(material.context.project, both, &other.query));
    let also = also.collect::<Result<_, _>>().map_err(ReportError::from)?;
    Ok(Ok(Held { both, query, outturn, also, nothing }))
}
