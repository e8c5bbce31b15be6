//! The charts of the pack: every kind that has something to show, in every format of pictures.
//!
//! A chart that runs over years shows all of them up to the last one asked for, since a review of one year is read against
//! those before it; the others show what was asked.

use std::thread;

use super::turns::made_of;
use super::{Material, PackFile, Parts, joined};
use crate::domain::YearRange;
use crate::language::Language;
use crate::measures::Query;
use crate::render::RenderError;
use crate::render::chart::{Faces, PICTURES, Size, THEMES, svg};
use crate::report::ReportError;
use crate::report::charts::{ChartAnswers, ChartError, ChartKind, ChartMaterial, ChartSpec, KINDS};

/// Kinds that run over years.
const OVER_YEARS: [&str; 5] = ["years", "per-victim", "waterfall", "interval", "outturn"];

/// Size of a chart inside the page, in pixels before it is scaled.
const IN_PAGE: Size = Size { width: 960, height: 600, per_inch: 96 };

/// The charts of a review, each made once in each language: what is drawn, or why there is nothing to show.
#[derive(Debug)]
pub(super) struct Specs(Vec<(Language, Vec<Made>)>);

#[derive(Debug)]
struct Made {
    kind: &'static str,
    spec: Result<ChartSpec, String>,
}

impl Specs {
    /// Makes them.
    ///
    /// # Errors
    ///
    /// Where the costs of a chart cannot be worked out.
    pub(super) fn new(material: &Material<'_>, answers: &ChartAnswers) -> Result<Self, RenderError> {
        let in_language = |language: Language| {
            let made = KINDS
                .into_iter()
                .map(|kind| Ok(Made { kind: kind.name(), spec: spec(material, kind, (language, answers))? }));
            Ok((language, made.collect::<Result<_, RenderError>>()?))
        };
        let made: Result<Vec<_>, RenderError> = thread::scope(|scope| {
            let running = Language::ALL.map(|language| scope.spawn(move || in_language(language)));
            running.into_iter().map(joined).collect()
        });
        Ok(Self(made?))
    }

    fn made(&self, language: Language) -> impl Iterator<Item = &Made> {
        self.0.iter().filter(move |(of, _)| *of == language).flat_map(|(_, made)| made)
    }

    /// Those with something to show.
    pub(super) fn shown(&self, language: Language) -> impl Iterator<Item = &ChartSpec> {
        self.made(language).filter_map(|made| made.spec.as_ref().ok())
    }

    /// The kinds that have nothing to show, each with the reason in words.
    pub(super) fn left_out(&self, language: Language) -> impl Iterator<Item = (&'static str, &str)> {
        self.made(language).filter_map(|made| Some((made.kind, made.spec.as_ref().err()?.as_str())))
    }
}

/// The files of the charts.
pub(super) fn charts(parts: &Parts<'_>) -> Result<Vec<PackFile>, RenderError> {
    Ok(parts.pictures.clone())
}

/// The picture of a chart for documents.
pub(super) fn picture<'p>(parts: &'p Parts<'_>, kind: &str) -> Option<&'p [u8]> {
    let path = path(kind, "png");
    parts.pictures.iter().find(|file| file.path == path).map(|file| file.bytes.as_slice())
}

fn path(kind: &str, format: &str) -> String {
    format!("charts/{kind}.{format}")
}

/// Every chart that has something to show, in every format of pictures.
///
/// # Errors
///
/// Where one cannot be drawn.
pub(super) fn drawn(specs: &Specs, language: Language) -> Result<Vec<PackFile>, RenderError> {
    let specs: Vec<&ChartSpec> = specs.shown(language).collect();
    // Drawing takes most of a small pack's time, and no chart needs another.
    let drawn: Result<Vec<_>, RenderError> = made_of(&specs, |spec| pictures(spec)).into_iter().collect();
    Ok(drawn?.into_iter().flatten().collect())
}

fn pictures(spec: &ChartSpec) -> Result<Vec<PackFile>, RenderError> {
    let write = |picture: &crate::render::chart::Picture| {
        let bytes = (picture.write)(spec, &THEMES[0], Size::SLIDE)?;
        Ok(PackFile { path: path(spec.kind, picture.name), bytes })
    };
    PICTURES.iter().map(write).collect()
}

/// The charts of the page in a language: elements that share the page's typeface, with names of their own.
pub(super) fn in_page(specs: &Specs, language: Language) -> Result<Vec<String>, RenderError> {
    let draw = |spec: &ChartSpec| {
        let drawn = svg(spec, &THEMES[0], IN_PAGE, Faces::InThePage)?;
        let (name, own) = (format!("chart-{}-", spec.kind), format!("chart-{}-{}-", language.word(), spec.kind));
        Ok(drawn.replace(&name, &own))
    };
    specs.shown(language).map(draw).collect()
}

/// The chart of a kind, or why it has nothing to show.
fn spec(
    material: &Material<'_>,
    kind: &dyn ChartKind,
    (language, answers): (Language, &ChartAnswers),
) -> Result<Result<ChartSpec, String>, RenderError> {
    let context = material.context;
    let query = query(material, kind);
    let (project, attribution) = (context.project, context.attribution);
    let Material { ledger, both, .. } = *material;
    let of_chart = ChartMaterial { project, attribution, ledger, both, query: &query, language, answers };
    match kind.spec(&of_chart) {
        Ok(spec) => Ok(Ok(spec)),
        Err(ChartError::Nothing(reason)) => Ok(Err(context.language.say(&reason))),
        Err(ChartError::Cost(error)) => Err(ReportError::from(error).into()),
    }
}

/// What is asked for a kind; years before those asked for are left out where they cannot be shown in the basis.
fn query(material: &Material<'_>, kind: &dyn ChartKind) -> Query {
    let context = material.context;
    // A chart is of one currency.
    let asked = Query { also: Vec::new(), ..context.query.clone() };
    if !OVER_YEARS.contains(&kind.name()) {
        return asked;
    }
    let years = YearRange { from: None, to: asked.years.to };
    let lines = context.attribution.taken().filter(|attributed| attributed.has_money());
    let lines = lines.map(|attributed| attributed.line.key());
    let shown = lines.filter(|key| years.contains(key.year)).map(|key| (key.currency, key.year));
    if asked.basis.faults(context.project, shown).is_empty() { Query { years, ..asked } } else { asked }
}
