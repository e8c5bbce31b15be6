//! The charts of the pack: every kind that has something to show, in every format of pictures.
//!
//! A chart that runs over years shows all of them up to the last one asked for, since a review of one year is read against
//! those before it; the others show what was asked.

use std::thread;

use super::{Material, PackFile};
use crate::domain::YearRange;
use crate::language::Language;
use crate::measures::Query;
use crate::render::RenderError;
use crate::render::chart::{Faces, PICTURES, Size, THEMES, svg};
use crate::report::ReportError;
use crate::report::charts::{ChartError, ChartKind, ChartMaterial, ChartSpec, KINDS};

/// Kinds that run over years.
const OVER_YEARS: [&str; 4] = ["years", "per-victim", "waterfall", "interval"];

/// Size of a chart inside the page, in pixels before it is scaled.
const IN_PAGE: Size = Size { width: 960, height: 600, per_inch: 96 };

/// Every chart that has something to show, in every format of pictures.
pub(super) fn charts(material: &Material<'_>) -> Result<Vec<PackFile>, RenderError> {
    let mut specs = Vec::new();
    for kind in KINDS {
        if let Ok(spec) = spec(material, kind, material.context.language)? {
            specs.push(spec);
        }
    }
    // Drawing takes most of a small pack's time, and no chart needs another.
    thread::scope(|scope| {
        let drawn: Vec<_> = specs.iter().map(|spec| scope.spawn(|| pictures(spec))).collect();
        let mut files = Vec::new();
        for pictures in drawn {
            files.extend(pictures.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
        }
        Ok(files)
    })
}

fn pictures(spec: &ChartSpec) -> Result<Vec<PackFile>, RenderError> {
    let write = |picture: &crate::render::chart::Picture| {
        let bytes = (picture.write)(spec, &THEMES[0], Size::SLIDE)?;
        Ok(PackFile { path: format!("charts/{}.{}", spec.kind, picture.name), bytes })
    };
    PICTURES.iter().map(write).collect()
}

/// The charts of the page in a language: elements that share the page's typeface, with names of their own.
pub(super) fn in_page(material: &Material<'_>, language: Language) -> Result<Vec<String>, RenderError> {
    let mut found = Vec::new();
    for kind in KINDS {
        if let Ok(spec) = spec(material, kind, language)? {
            let drawn = svg(&spec, &THEMES[0], IN_PAGE, Faces::InThePage)?;
            let (name, own) = (format!("chart-{}-", spec.kind), format!("chart-{}-{}-", language.word(), spec.kind));
            found.push(drawn.replace(&name, &own));
        }
    }
    Ok(found)
}

/// The kinds that have nothing to show, each with the reason in words.
pub(super) fn left_out(material: &Material<'_>) -> Result<Vec<(&'static str, String)>, RenderError> {
    let mut found = Vec::new();
    for kind in KINDS {
        if let Err(reason) = spec(material, kind, material.context.language)? {
            found.push((kind.name(), reason));
        }
    }
    Ok(found)
}

/// The chart of a kind, or why it has nothing to show.
fn spec(
    material: &Material<'_>,
    kind: &dyn ChartKind,
    language: Language,
) -> Result<Result<ChartSpec, String>, RenderError> {
    let context = material.context;
    let query = query(material, kind);
    let (project, attribution) = (context.project, context.attribution);
    let of_chart = ChartMaterial { project, attribution, ledger: material.ledger, query: &query, language };
    match kind.spec(&of_chart) {
        Ok(spec) => Ok(Ok(spec)),
        Err(ChartError::Nothing(reason)) => Ok(Err(context.language.say(&reason))),
        Err(ChartError::Cost(error)) => Err(ReportError::from(error).into()),
    }
}

/// What is asked for a kind; years before those asked for are left out where they cannot be shown in the basis.
fn query(material: &Material<'_>, kind: &dyn ChartKind) -> Query {
    let context = material.context;
    let asked = context.query.clone();
    if !OVER_YEARS.contains(&kind.name()) {
        return asked;
    }
    let years = YearRange { from: None, to: asked.years.to };
    let lines = context.attribution.lines.iter().filter(|attributed| attributed.has_money());
    let lines = lines.map(|attributed| attributed.line.key());
    let shown = lines.filter(|key| years.contains(key.year)).map(|key| (key.currency, key.year));
    if asked.basis.faults(context.project, shown).is_empty() { Query { years, ..asked } } else { asked }
}
