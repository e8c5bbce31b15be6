//! The styles of an ODS file: what they say of percentages, money, strikes and superscript, and which tables are hidden.

use std::collections::HashMap;
use std::io::Read;

use quick_xml::events::BytesStart;

use crate::diagnostics::Limit;
use crate::ingest::sheet::SheetFault;
use crate::ingest::sheet::look::{Letters, Look};
use crate::ingest::sheet::number_format::Shows;
use crate::ingest::sheet::xml::{Piece, Xml, attribute};

/// Most styles that stand on each other.
const TALLEST: usize = 32;

/// The styles, by name.
#[derive(Default)]
pub(super) struct Styles {
    cells: HashMap<String, Style>,
    texts: HashMap<String, Style>,
    tables: HashMap<String, Style>,
    data: HashMap<String, DataStyle>,
    /// The style that is being read.
    open: Option<Open>,
}

/// What a style says itself.
#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    parent: Option<String>,
    data: Option<String>,
    struck: Option<bool>,
    raised: Option<bool>,
    is_hidden: bool,
}

/// What the style of a number says.
#[derive(Debug, Clone, Default)]
struct DataStyle {
    shows: Shows,
    /// What it writes beside the number.
    literal: String,
}

enum Open {
    Style(Family, String),
    Data(String),
}

#[derive(Clone, Copy)]
enum Family {
    Cells,
    Texts,
    Tables,
}

impl Styles {
    /// Reads a part of styles.
    pub(super) fn read(&mut self, part: impl Read) -> Result<(), SheetFault> {
        let mut xml = Xml::new(part);
        loop {
            match xml.next()? {
                Piece::Open(element) => self.open(&element)?,
                Piece::Close(element) => self.close(element.name().as_ref()),
                Piece::Text(text) => self.text(&text),
                Piece::Other => {}
                Piece::End => return Ok(()),
            }
        }
    }

    /// Takes in an element that opens.
    pub(super) fn open(&mut self, element: &BytesStart<'_>) -> Result<(), SheetFault> {
        match element.name().as_ref() {
            "style:style" => {
                let family = match attribute(element, "style:family")?.as_deref() {
                    Some("table-cell") => Family::Cells,
                    Some("text") => Family::Texts,
                    Some("table") => Family::Tables,
                    _ => return Ok(()),
                };
                let name = attribute(element, "style:name")?.unwrap_or_default();
                let style = Style {
                    parent: attribute(element, "style:parent-style-name")?,
                    data: attribute(element, "style:data-style-name")?,
                    ..Style::default()
                };
                let styles = self.of(family);
                styles.insert(name.clone(), style);
                Limit::CellFormats.check(styles.len() as u64)?;
                self.open = Some(Open::Style(family, name));
            }
            "style:text-properties" => {
                let struck = match attribute(element, "style:text-line-through-style")? {
                    None => attribute(element, "style:text-line-through-type")?,
                    style => style,
                };
                let position = attribute(element, "style:text-position")?;
                if let Some(style) = self.open_style() {
                    style.struck = struck.map(|kind| kind != "none").or(style.struck);
                    style.raised = position.map(|position| is_raised(&position)).or(style.raised);
                }
            }
            "style:table-properties" => {
                let display = attribute(element, "table:display")?;
                if let Some(style) = self.open_style() {
                    style.is_hidden = display.as_deref() == Some("false");
                }
            }
            name => {
                let shows = match name {
                    "number:percentage-style" => Shows::Percent,
                    "number:date-style" => Shows::Date,
                    "number:time-style" => Shows::Time,
                    "number:number-style" | "number:currency-style" => Shows::Number,
                    _ => return Ok(()),
                };
                let name = attribute(element, "style:name")?.unwrap_or_default();
                self.data.insert(name.clone(), DataStyle { shows, literal: String::new() });
                Limit::CellFormats.check(self.data.len() as u64)?;
                self.open = Some(Open::Data(name));
            }
        }
        Ok(())
    }

    /// Takes in text.
    pub(super) fn text(&mut self, text: &str) {
        if let Some(Open::Data(name)) = &self.open
            && let Some(style) = self.data.get_mut(name)
            && style.literal.len() < 1_000
        {
            style.literal.push(' ');
            style.literal.push_str(text);
        }
    }

    /// Takes in the end of an element.
    pub(super) fn close(&mut self, name: &str) {
        let ends = match &self.open {
            Some(Open::Style(..)) => name == "style:style",
            Some(Open::Data(_)) => name.starts_with("number:") && name.ends_with("-style"),
            None => false,
        };
        if ends {
            self.open = None;
        }
    }

    fn of(&mut self, family: Family) -> &mut HashMap<String, Style> {
        match family {
            Family::Cells => &mut self.cells,
            Family::Texts => &mut self.texts,
            Family::Tables => &mut self.tables,
        }
    }

    fn open_style(&mut self) -> Option<&mut Style> {
        let Some(Open::Style(family, name)) = &self.open else { return None };
        let (family, name) = (*family, name.clone());
        self.of(family).get_mut(&name)
    }

    /// The look of a cell of this style.
    pub(super) fn look(&self, name: Option<&str>) -> Look {
        let chain = || chain(&self.cells, name);
        let data = chain().find_map(|style| style.data.as_ref()).and_then(|data| self.data.get(data));
        Look { shows: data.map(DataStyle::shows).unwrap_or_default(), letters: letters(chain(), Letters::default()) }
    }

    /// The look of a piece of text of this style within a text of that look.
    pub(super) fn piece(&self, name: Option<&str>, around: Letters) -> Letters {
        letters(chain(&self.texts, name), around)
    }

    /// Whether a table of this style is hidden.
    pub(super) fn hides(&self, name: Option<&str>) -> bool {
        chain(&self.tables, name).any(|style| style.is_hidden)
    }
}

impl DataStyle {
    fn shows(&self) -> Shows {
        match Shows::of_literal(&self.literal) {
            Some(money) if self.shows == Shows::Number => money,
            _ => self.shows.clone(),
        }
    }
}

/// A style and those that it stands on.
fn chain<'s>(styles: &'s HashMap<String, Style>, name: Option<&str>) -> impl Iterator<Item = &'s Style> {
    let parent = |style: &&'s Style| style.parent.as_ref().and_then(|parent| styles.get(parent));
    std::iter::successors(name.and_then(|name| styles.get(name)), parent).take(TALLEST)
}

fn letters<'s>(chain: impl Iterator<Item = &'s Style>, around: Letters) -> Letters {
    let (mut struck, mut raised) = (None, None);
    for style in chain {
        struck = struck.or(style.struck);
        raised = raised.or(style.raised);
    }
    Letters { struck: struck.unwrap_or(around.struck), raised: raised.unwrap_or(around.raised) }
}

/// Whether a position such as `super 58%` or `33% 58%` is above the line.
fn is_raised(position: &str) -> bool {
    let first = position.split_whitespace().next().unwrap_or_default();
    let height = first.trim_end_matches('%').parse::<i64>();
    first == "super" || height.is_ok_and(|height| height > 0)
}
