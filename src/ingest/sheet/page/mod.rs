//! The tables of a page of HTML, as portals export them, often with the ending of a workbook.
//!
//! The page is read by a tokenizer that follows the standard (`html5gum`); the tables are made here, since no more of a page
//! is needed, and since rows and cells that nobody closed are what such exports are full of.

mod builder;
mod looks;
mod text;

use std::sync::Arc;

use html5gum::{DefaultEmitter, Token, Tokenizer};

use self::builder::{Builder, PageTable};
use super::cells::{Counted, Grid, RowBuffer};
use super::merged::Merges;
use super::{Book, SheetFault, SheetName};
use crate::diagnostics::Limit;

/// A page with tables.
pub(super) struct Page {
    tables: Vec<(SheetName, PageTable)>,
}

struct PageGrid(Vec<RowBuffer>);

impl Page {
    /// Reads the page that these bytes are.
    pub(super) fn open(bytes: &Arc<[u8]>) -> Result<Self, SheetFault> {
        Limit::Page.check(bytes.len() as u64)?;
        let text = text::decoded(bytes)?;
        let mut builder = Builder::new(looks::of_classes(&text));
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        for Ok(token) in Tokenizer::new_with_emitter(text.as_ref(), emitter) {
            match token {
                Token::StartTag(tag) => builder.open(&tag)?,
                Token::EndTag(tag) => builder.close(&String::from_utf8_lossy(&tag.name))?,
                Token::String(text) => builder.text(&String::from_utf8_lossy(&text))?,
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        let tables = builder.finish()?;
        if tables.is_empty() {
            return Err(SheetFault::NotASpreadsheet("page"));
        }
        Ok(Self { tables: named(tables) })
    }
}

/// Tables with their captions or ids as names, or their numbers where they have none or share one.
fn named(tables: Vec<PageTable>) -> Vec<(SheetName, PageTable)> {
    let names: Vec<String> = tables.iter().map(|table| table.name.clone()).collect();
    let number = |(number, table): (usize, PageTable)| {
        let shared = names.iter().filter(|name| **name == table.name).count() > 1;
        let name = if table.name.is_empty() || shared { (number + 1).to_string() } else { table.name.clone() };
        (SheetName { name, is_hidden: table.is_layout }, table)
    };
    tables.into_iter().enumerate().map(number).collect()
}

impl Book for Page {
    fn sheets(&self) -> Vec<SheetName> {
        self.tables.iter().map(|(name, _)| name.clone()).collect()
    }

    fn has_cells(&mut self, sheet: &str) -> Result<bool, SheetFault> {
        Ok(self.tables.iter().any(|(name, table)| name.name == sheet && table.is_of_data()))
    }

    fn open(self: Box<Self>, sheet: &str) -> Result<(Merges, Box<dyn Grid>), SheetFault> {
        let found = self.tables.into_iter().find(|(name, _)| name.name == sheet);
        let (_, table) = found.ok_or_else(|| SheetFault::NoSheet { wanted: sheet.to_owned(), names: Vec::new() })?;
        Ok((Merges::new(table.merged)?, Box::new(PageGrid(table.rows))))
    }
}

impl Grid for PageGrid {
    fn rows(&mut self, each: &mut dyn FnMut(u32, &mut RowBuffer) -> bool) -> Result<(), SheetFault> {
        let mut counted = Counted::new();
        for (number, row) in (0_u32..).zip(&self.0) {
            counted.row(number, row)?;
            if !each(number, &mut row.clone()) {
                break;
            }
        }
        Ok(())
    }
}
