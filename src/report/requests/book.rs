//! The book that an agency fills in, before it has a format: what stands above the table, the heads, a row an item, and
//! the hidden sheet.

use super::AgencyRequest;
use super::words::{LinesByName, Words};
use crate::domain::clean_text;
use crate::ingest::digest_of_all;
use crate::ingest::replies::{Field, Form, FormRow, ID_HEAD, Kind};
use crate::language::Language;
use crate::message;
use crate::project::Project;

/// A book.
#[derive(Debug)]
pub struct RequestBook {
    /// The language of its words.
    pub language: Language,
    /// What it is called as a document.
    pub title: String,
    /// The name of the sheet.
    pub sheet: String,
    /// Above the table.
    pub above: Vec<Above>,
    /// The heads of the columns.
    pub heads: Vec<String>,
    /// The table.
    pub rows: Vec<BookRow>,
    /// Below the table: how to fill it in.
    pub below: Vec<String>,
    /// What is chosen where a figure is not known.
    pub not_known: String,
    /// What is said where something cannot be typed: title, figures, counts, dates.
    pub refusals: [String; 4],
    /// The cells of the hidden sheet.
    pub hidden: Vec<Vec<String>>,
}

/// A row above the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Above {
    /// The title.
    Title(String),
    /// A line of text.
    Text(String),
    /// A line of text that must not be missed.
    Strong(String),
    /// A label with a cell for who answers.
    Respondent(String),
    /// A label with a cell for the day.
    Date(String),
}

/// A row of the table.
#[derive(Debug)]
pub enum BookRow {
    /// The heading of a kind of figures.
    Caption(String),
    /// An item.
    Item(FormRow),
}

/// What is the same in all books of a request.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// The years asked of, as `--year` has it; blank for all.
    pub year: String,
    /// When it was asked, as `2026-11-01`; blank where nobody says.
    pub asked: String,
    /// By when the answer is due.
    pub due: String,
}

/// The books of a request.
#[derive(Debug)]
pub struct RequestBooks<'p> {
    project: &'p Project,
    asked: &'p Asked,
    language: Language,
    lines: LinesByName,
}

impl<'p> RequestBooks<'p> {
    /// Of a project, with what is the same in all of them.
    #[must_use]
    pub fn new(project: &'p Project, asked: &'p Asked, language: Language) -> Self {
        Self { project, asked, language, lines: LinesByName::of(project) }
    }

    /// The book for an agency.
    #[must_use]
    pub fn book(&self, request: &AgencyRequest) -> RequestBook {
        book(Words { project: self.project, language: self.language, lines: &self.lines }, request, self.asked)
    }
}

fn book(words: Words<'_>, request: &AgencyRequest, asked: &Asked) -> RequestBook {
    let Words { project, language, .. } = words;
    let say = |message| language.say(&message);
    let agency = words.called("agency", &request.agency);
    let title = say(message!("request-title", agency = &agency));
    let (respondent, date) = (say(message!("request-respondent")), say(message!("request-date")));
    let mut above = vec![Above::Title(title.clone()), Above::Text(project.title_in(language).to_owned())];
    if !asked.due.is_empty() {
        above.push(Above::Strong(say(message!("request-due", due = language.date(&asked.due)))));
    }
    let unknown = say(message!("request-not-known"));
    above.push(Above::Text(say(message!("request-how-cells"))));
    let below = [
        message!("request-how-zero", unknown = &unknown),
        message!("request-how-counts"),
        message!("request-how-source"),
        message!("request-how-send"),
    ];
    let below = below.map(say).to_vec();
    above.extend([Above::Respondent(respondent.clone()), Above::Date(date.clone())]);
    let heads: Vec<String> = Field::ALL.into_iter().map(|field| head(field, language)).collect();
    let mut rows = Vec::new();
    let mut last = None;
    let (mut texts, mut asked_rows) = (Vec::new(), Vec::new());
    for item in &request.items {
        let kind = item.kind();
        let group = if kind > Kind::Users { Kind::Users } else { kind };
        if last.replace(group) != Some(group) {
            let caption = words.caption(kind);
            texts.push(caption.clone());
            rows.push(BookRow::Caption(caption));
        }
        let row = FormRow {
            id: item.id.clone(),
            kind,
            currency: item.currency(),
            asked: [words.what(item), words.about(item), item.year.to_string(), words.unit(item), words.known(item)]
                .map(|text| clean_text(&text).into_owned()),
        };
        asked_rows.push(row.clone());
        rows.push(BookRow::Item(row));
    }
    texts.extend(above.iter().filter_map(|row| match row {
        Above::Title(text) | Above::Text(text) | Above::Strong(text) => Some(text.clone()),
        Above::Respondent(_) | Above::Date(_) => None,
    }));
    texts.extend(below.iter().cloned());
    let form = Form {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        digest: digest_of_all(&project.shown_files()),
        agency: request.agency.to_string(),
        year: asked.year.clone(),
        dates: [asked.asked.clone(), asked.due.clone()],
        labels: [respondent, date],
        heads: heads.clone(),
        texts,
        rows: asked_rows,
    };
    RequestBook {
        language,
        title,
        sheet: say(message!("request-sheet")),
        above,
        heads,
        rows,
        below,
        not_known: unknown,
        refusals: [
            say(message!("request-refuse-title")),
            say(message!("request-refuse-figure")),
            say(message!("request-refuse-count")),
            say(message!("request-refuse-date")),
        ],
        hidden: form.rows(),
    }
}

fn head(field: Field, language: Language) -> String {
    let message = match field {
        Field::Id => return ID_HEAD.to_owned(),
        Field::What => message!("request-head-what"),
        Field::About => message!("request-head-about"),
        Field::Year => message!("request-head-year"),
        Field::Unit => message!("request-head-unit"),
        Field::Known => message!("request-head-known"),
        Field::Value => message!("request-head-value"),
        Field::Low => message!("request-head-low"),
        Field::High => message!("request-head-high"),
        Field::NotKnown => message!("request-head-not-known"),
        Field::Source => message!("request-head-source"),
        Field::Page => message!("request-head-page"),
        Field::Respondent => message!("request-head-respondent"),
        Field::Date => message!("request-head-date"),
        Field::Remark => message!("request-head-remark"),
    };
    language.say(&message)
}
