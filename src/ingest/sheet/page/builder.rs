//! Makes tables of the tags and the text of a page, as a browser would: rows and cells that nobody closed end where the
//! next begins, cells over several rows and columns push others aside, a table in a cell is a table of its own.

use std::collections::HashMap;

use html5gum::StartTag;

use super::looks::Said;
use crate::diagnostics::Limit;
use crate::ingest::bounded::Tally;
use crate::ingest::record::CellKind;
use crate::ingest::sheet::SheetFault;
use crate::ingest::sheet::cells::{Cell, RowBuffer};
use crate::ingest::sheet::merged::Range;
use crate::ingest::sheet::number_format::Shows;

/// Elements whose look is that of the text in them.
const INLINE: [&str; 21] = [
    "s", "strike", "del", "ins", "sup", "sub", "span", "font", "a", "b", "i", "u", "em", "strong", "small", "big",
    "label", "div", "p", "center", "nobr",
];

/// Elements between which there is white space.
const BLOCKS: [&str; 9] = ["br", "p", "div", "li", "ul", "ol", "hr", "center", "dd"];

/// Elements whose text is none of their cell.
const UNSEEN: [&str; 6] = ["script", "style", "template", "select", "textarea", "noscript"];

/// One table of a page.
#[derive(Debug, Default)]
pub(super) struct PageTable {
    /// Its caption or its id.
    pub(super) name: String,
    /// Whether it holds other tables, and so is there for the layout of the page.
    pub(super) is_layout: bool,
    pub(super) rows: Vec<RowBuffer>,
    pub(super) merged: Vec<Range>,
}

impl PageTable {
    /// Whether it has a header and a row below it, of more than one column.
    pub(super) fn is_of_data(&self) -> bool {
        self.rows.iter().filter(|row| row.texts().filter(|text| !text.trim().is_empty()).count() > 1).count() > 1
    }
}

/// A table that is open.
#[derive(Default)]
struct Open {
    /// Which of the tables it is.
    index: usize,
    /// How many more rows each column is taken by a cell from above.
    taken: Vec<u32>,
    row: Option<Row>,
    cell: Option<OpenCell>,
    caption: Option<String>,
}

#[derive(Default)]
struct Row {
    cells: RowBuffer,
    column: u32,
}

#[derive(Default)]
struct OpenCell {
    text: String,
    stored: Option<String>,
    columns: u32,
    rows: u32,
    said: Said,
    lost: bool,
    looks: Vec<(String, Said)>,
}

/// Makes tables.
pub(super) struct Builder {
    classes: HashMap<String, Said>,
    tables: Vec<PageTable>,
    open: Vec<Open>,
    cells: Tally,
    /// The element whose text is not seen, while one is open.
    unseen: Option<String>,
}

impl Builder {
    pub(super) fn new(classes: HashMap<String, Said>) -> Self {
        Self { classes, tables: Vec::new(), open: Vec::new(), cells: Tally::new(Limit::PageCells), unseen: None }
    }

    /// Takes in the start of an element.
    pub(super) fn open(&mut self, tag: &StartTag<()>) -> Result<(), SheetFault> {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if self.unseen.is_some() {
            return Ok(());
        }
        if UNSEEN.contains(&name.as_str()) {
            self.unseen = Some(name);
            return Ok(());
        }
        match name.as_str() {
            "table" => return self.open_table(tag),
            "tr" => {
                self.end_caption();
                self.end_row()?;
                let hidden = self.said(tag).hidden;
                if let Some(open) = self.open.last_mut() {
                    let mut row = Row::default();
                    row.cells.is_hidden = hidden;
                    open.row = Some(row);
                }
            }
            "td" | "th" => {
                self.end_caption();
                self.end_cell()?;
                let said = self.said(tag);
                let stored = attribute(tag, "x:num").or_else(|| attribute(tag, "sdval"));
                if let Some(open) = self.open.last_mut() {
                    open.row.get_or_insert_with(Row::default);
                    open.cell = Some(OpenCell {
                        stored: stored.filter(|stored| !stored.trim().is_empty()),
                        columns: span(tag, "colspan", 1_000),
                        rows: span(tag, "rowspan", 65_534),
                        said,
                        ..OpenCell::default()
                    });
                }
            }
            "thead" | "tbody" | "tfoot" => self.end_row()?,
            "caption" => {
                if let Some(open) = self.open.last_mut() {
                    open.caption = Some(String::new());
                }
            }
            inline => {
                let said = Said::of_element(inline.as_bytes()).and(self.said(tag));
                if let Some(cell) = self.cell() {
                    if BLOCKS.contains(&inline) {
                        cell.text.push('\n');
                    }
                    if INLINE.contains(&inline) && !tag.self_closing && (cell.looks.len() as u64) < Limit::Depth.most()
                    {
                        cell.looks.push((name, said));
                    }
                }
            }
        }
        Ok(())
    }

    /// Takes in the end of an element.
    pub(super) fn close(&mut self, name: &str) -> Result<(), SheetFault> {
        if let Some(unseen) = &self.unseen {
            if unseen == name {
                self.unseen = None;
            }
            return Ok(());
        }
        match name {
            "table" => self.end_table(),
            "tr" | "thead" | "tbody" | "tfoot" => self.end_row(),
            "td" | "th" => self.end_cell(),
            "caption" => {
                self.end_caption();
                Ok(())
            }
            inline => {
                if let Some(cell) = self.cell() {
                    if BLOCKS.contains(&inline) {
                        cell.text.push('\n');
                    }
                    if let Some(at) = cell.looks.iter().rposition(|(opened, _)| opened == inline) {
                        cell.looks.truncate(at);
                    }
                }
                Ok(())
            }
        }
    }

    /// Takes in text.
    pub(super) fn text(&mut self, text: &str) -> Result<(), SheetFault> {
        if self.unseen.is_some() {
            return Ok(());
        }
        if let Some(cell) = self.cell() {
            let said = cell.looks.iter().fold(cell.said, |said, (_, look)| said.and(*look));
            if said.letters.are_read() && !said.hidden {
                cell.text.push_str(text);
                Limit::CellText.check(cell.text.len() as u64)?;
            } else {
                cell.lost |= !text.trim().is_empty();
            }
        } else if let Some(caption) = self.open.last_mut().and_then(|open| open.caption.as_mut())
            && caption.len() < 1_000
        {
            caption.push_str(text);
        }
        Ok(())
    }

    /// All tables.
    pub(super) fn finish(mut self) -> Result<Vec<PageTable>, SheetFault> {
        while !self.open.is_empty() {
            self.end_table()?;
        }
        Ok(self.tables)
    }

    fn open_table(&mut self, tag: &StartTag<()>) -> Result<(), SheetFault> {
        Limit::Sheets.check(self.tables.len() as u64 + 1)?;
        Limit::Depth.check(self.open.len() as u64 + 1)?;
        if let Some(around) = self.open.last().and_then(|open| self.tables.get_mut(open.index)) {
            around.is_layout = true;
        }
        self.open.push(Open { index: self.tables.len(), ..Open::default() });
        self.tables.push(PageTable { name: attribute(tag, "id").unwrap_or_default(), ..PageTable::default() });
        Ok(())
    }

    fn end_caption(&mut self) {
        if let Some(open) = self.open.last_mut()
            && let Some(caption) = open.caption.take()
            && let Some(table) = self.tables.get_mut(open.index)
        {
            table.name = crate::domain::clean_text(&caption).into_owned();
        }
    }

    fn cell(&mut self) -> Option<&mut OpenCell> {
        self.open.last_mut()?.cell.as_mut()
    }

    /// What the attributes of an element say of its look.
    fn said(&self, tag: &StartTag<()>) -> Said {
        let mut said = attribute(tag, "style").map(|style| Said::of_style(&style)).unwrap_or_default();
        said.hidden |= attribute(tag, "hidden").is_some();
        if !self.classes.is_empty() {
            let classes = attribute(tag, "class").unwrap_or_default().to_ascii_lowercase();
            said = classes
                .split_whitespace()
                .filter_map(|class| self.classes.get(class))
                .fold(said, |said, class| said.and(*class));
        }
        said
    }

    fn end_cell(&mut self) -> Result<(), SheetFault> {
        let Self { open, tables, cells, .. } = self;
        let Some(open) = open.last_mut() else { return Ok(()) };
        let Some(cell) = open.cell.take() else { return Ok(()) };
        let (Some(row), Some(table)) = (&mut open.row, tables.get_mut(open.index)) else { return Ok(()) };
        let number = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
        while open.taken.get(row.column as usize).is_some_and(|rows| *rows > 0) {
            row.column += 1;
        }
        let (first, end) = (row.column, row.column.saturating_add(cell.columns));
        cells.add(u64::from(cell.columns)).map_err(|exceeded| exceeded.in_row(u64::from(number) + 1))?;
        Limit::SheetColumns.check(u64::from(end)).map_err(|exceeded| exceeded.in_row(u64::from(number) + 1))?;
        if open.taken.len() < end as usize {
            open.taken.resize(end as usize, 0);
        }
        for taken in open.taken.iter_mut().take(end as usize).skip(first as usize) {
            *taken = (*taken).max(cell.rows);
        }
        if cell.columns > 1 || cell.rows > 1 {
            table.merged.push(Range {
                first_row: number,
                first_column: first,
                last_row: number.saturating_add(cell.rows - 1),
                last_column: end - 1,
            });
        }
        row.column = end;
        row.cells.set(first, cell.read());
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), SheetFault> {
        self.end_cell()?;
        let Some(open) = self.open.last_mut() else { return Ok(()) };
        let Some(row) = open.row.take() else { return Ok(()) };
        self.cells.add(open.taken.len() as u64)?;
        for taken in &mut open.taken {
            *taken = taken.saturating_sub(1);
        }
        if let Some(table) = self.tables.get_mut(open.index) {
            table.rows.push(row.cells);
            Limit::SheetRows.check(table.rows.len() as u64)?;
        }
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), SheetFault> {
        self.end_row()?;
        self.open.pop();
        Ok(())
    }
}

impl OpenCell {
    /// What the cell says: the number behind it where the page has that, else its text.
    fn read(self) -> Cell {
        let text = self.text.split(char::is_whitespace).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        if text.is_empty() && self.lost {
            return Cell::new("", CellKind::Struck);
        }
        let shows = if text.ends_with('%') { Shows::Percent } else { Shows::of_literal(&text).unwrap_or_default() };
        let stored = self.stored.filter(|_| !self.lost).and_then(|stored| Cell::number(&stored, &shows));
        stored.unwrap_or_else(|| Cell::new(text, CellKind::Text))
    }
}

fn attribute(tag: &StartTag<()>, name: &str) -> Option<String> {
    tag.attributes.get(name.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned())
}

/// Rows or columns that a cell spans; 0 rows are all that are left.
fn span(tag: &StartTag<()>, name: &str, most: u32) -> u32 {
    match attribute(tag, name).and_then(|text| text.trim().parse::<u32>().ok()) {
        Some(0) if name == "rowspan" => most,
        Some(0) | None => 1,
        Some(span) => span.min(most),
    }
}
