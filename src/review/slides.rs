//! The slides of the pack: what it is about, then a chart each, with its finding as the title.

use super::{PackFile, Parts};
use crate::message;
use crate::render::RenderError;
use crate::render::chart::THEMES;
use crate::render::pptx::{Deck, Slide, write};

/// The slides, in the language of the report.
pub(super) fn slides(parts: &Parts<'_>) -> Result<Vec<PackFile>, RenderError> {
    let context = parts.material.context;
    let sheet = parts.report().words();
    let lines = vec![sheet.subtitle.clone()];
    let mut slides = vec![Slide::Opening { lines }];
    if !sheet.findings.is_empty() {
        let title = context.say(&message!("pptx-findings"));
        let notes = sheet.notes.iter().chain(&sheet.sources).cloned().collect();
        slides.push(Slide::Words { title, scope: sheet.subtitle.clone(), lines: sheet.findings.clone(), notes });
    }
    slides.extend(parts.specs.shown(context.language).map(Slide::Chart));
    let title = context.project.title_in(context.language).to_owned();
    let deck = Deck { title, subject: sheet.subtitle, language: context.language, theme: &THEMES[0], slides };
    Ok(vec![PackFile { path: "slides.pptx".to_owned(), bytes: write(&deck)? }])
}
