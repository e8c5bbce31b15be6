//! The page of the pack, in every language.

use std::thread;

use super::{PackFile, Parts, charts, joined};
use crate::language::Language;
use crate::render::RenderError;
use crate::render::chart::face_css;
use crate::render::page::{Article, html};
use crate::report::page::page as article;

/// The file `report.html`.
pub(super) fn page(parts: &Parts<'_>) -> Result<Vec<PackFile>, RenderError> {
    let material = parts.material;
    let in_language = |language: Language| -> Result<Article<'_>, RenderError> {
        let review = parts.worked.report(material, language);
        Ok(Article { page: article(&review)?, charts: charts::in_page(&parts.specs, language)? })
    };
    let articles: Result<Vec<_>, RenderError> = thread::scope(|scope| {
        let running = Language::ALL.map(|language| scope.spawn(move || in_language(language)));
        running.into_iter().map(joined).collect()
    });
    let articles = articles?;
    let pictures: Vec<&str> = articles.iter().flat_map(|article| &article.charts).map(String::as_str).collect();
    let face = if pictures.is_empty() { String::new() } else { face_css(pictures) };
    let text = html(&articles, material.context.language, &face)?;
    Ok(vec![PackFile { path: "report.html".to_owned(), bytes: text.into_bytes() }])
}
