//! XLSX: a workbook with numbers as numbers, live formulas with our results, filters, widths, print set-up and charts
//! that can be edited. The same content gives the same bytes: the time of its making is fixed.

mod charts;
mod looks;
pub mod request;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as CellFormat, Formula, Workbook as Writer, Worksheet};

use super::{Format, Nature, RenderError, Terminal};
use crate::report::workbook::{CellValue, Layout, Look, WorkCell, WorkSheet, Workbook};
use crate::report::{Deliverable, RowKind};
use looks::{Key, Looks};

pub(super) struct Xlsx;

impl Format for Xlsx {
    fn name(&self) -> &'static str {
        "xlsx"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["xlsx"]
    }

    fn nature(&self) -> Nature {
        Nature::Binary
    }

    fn render(&self, content: &dyn Deliverable, _: Terminal) -> Result<Vec<u8>, RenderError> {
        write(content.workbook()?)
    }
}

/// Rows that a sheet of the format holds.
const MOST_ROWS: usize = 1_048_576;

/// Rows of a sheet that is held as a whole.
const LONG: usize = 2_000;

/// How hard it is packed, of 9: less than by default takes a quarter of the time, and a third more bytes.
const PACKED: u8 = 2;

/// Letters that a cell of the format holds.
const MOST_LETTERS: usize = 32_767;

/// Paper: A4.
const A4: u8 = 9;

/// The workbook as bytes. Its rows are given up as they are written, so that none is held twice.
///
/// # Errors
///
/// A sheet with more rows than the format holds, or a fault of the writer.
pub fn write(workbook: Workbook<'_>) -> Result<Vec<u8>, RenderError> {
    let mut writer = Writer::new();
    writer.set_zip_compression_level(PACKED);
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(cut(&workbook.title, 255))
        .set_subject(cut(&workbook.subtitle, 255))
        .set_author(concat!("thb-cost ", env!("CARGO_PKG_VERSION")))
        .set_creation_datetime(&made);
    writer.set_properties(&properties);
    let mut looks = Looks::default();
    for sheet in &workbook.sheets {
        refuse_too_many(sheet.rows.len().saturating_sub(1))?;
    }
    for sheet in workbook.sheets {
        // Rows of a long sheet wait in a temporary file until the workbook is put together.
        let worksheet =
            if sheet.rows.len() > LONG { writer.add_worksheet_with_low_memory()? } else { writer.add_worksheet() };
        write_sheet(worksheet, sheet, &mut looks)?;
    }
    Ok(writer.save_to_buffer()?)
}

/// Refuses more rows below a head than a sheet holds.
///
/// # Errors
///
/// More rows than that.
pub fn refuse_too_many(rows: usize) -> Result<(), RenderError> {
    let most = MOST_ROWS - 1;
    if rows > most { Err(RenderError::TooManyRows { rows, most }) } else { Ok(()) }
}

fn write_sheet(worksheet: &mut Worksheet, sheet: WorkSheet<'_>, looks: &mut Looks) -> Result<(), RenderError> {
    worksheet.set_name(&sheet.name)?;
    worksheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&L&F, &A&R&P / &N");
    let widths = looks::widths(&sheet);
    for (column, width) in widths.iter().enumerate() {
        worksheet.set_column_width(at_column(column), *width)?;
    }
    // A table ends with its first empty row, which is there.
    let filtered = match sheet.rows.there().position(Vec::is_empty) {
        Some(end) => end,
        None => sheet.rows.len(),
    };
    let head = sheet.rows.there().next().map_or(0, Vec::len);
    let columns = columns_of(worksheet, &sheet, looks)?;
    let mut row = 0;
    for mut piece in sheet.rows.into_pieces() {
        let mut there = std::mem::take(&mut piece.there);
        for place in 0..there.len() {
            let cells = there.get_mut(place).map(std::mem::take).unwrap_or_default();
            let below = there.get(place + 1..).unwrap_or_default();
            write_row(worksheet, at_row(row), &cells, Around { below, widths: &widths, columns: &columns }, looks)?;
            row += 1;
        }
        drop(there);
        while let Some(cells) = piece.next_late() {
            write_row(
                worksheet,
                at_row(row),
                &cells?,
                Around { below: &[], widths: &widths, columns: &columns },
                looks,
            )?;
            row += 1;
        }
    }
    if sheet.layout == Layout::Table {
        worksheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
        if filtered > 1 && head > 0 {
            worksheet.autofilter(0, 0, at_row(filtered - 1), at_column(head - 1))?;
        }
    }
    for chart in &sheet.charts {
        charts::insert(worksheet, &sheet.name, chart)?;
    }
    Ok(())
}

/// What is known around a row.
struct Around<'s> {
    /// The rows below it.
    below: &'s [Vec<WorkCell>],
    /// Widths of columns.
    widths: &'s [u16],
    /// The formats of columns that have one.
    columns: &'s [Option<Key>],
}

/// Gives the columns of a long table the format of most of their cells, which then need not name it: looking a format up
/// takes longer than writing a cell. Most are like those of the last row that is there.
fn columns_of(
    worksheet: &mut Worksheet,
    sheet: &WorkSheet<'_>,
    looks: &mut Looks,
) -> Result<Vec<Option<Key>>, RenderError> {
    let is_long = sheet.layout == Layout::Table && sheet.rows.len() > LONG;
    let mut columns = Vec::new();
    for (column, cell) in sheet.rows.there().last().filter(|_| is_long).into_iter().flatten().enumerate() {
        let is_of_many = cell.value != CellValue::Blank && cell.kind == RowKind::Body && cell.look != Look::Head;
        let key = is_of_many.then(|| Key::of(cell, false, column == 0));
        if let Some(key) = key {
            worksheet.set_column_format(at_column(column), looks.of(key))?;
        }
        columns.push(key);
    }
    Ok(columns)
}

fn write_row(
    worksheet: &mut Worksheet,
    row: u32,
    cells: &[WorkCell],
    around: Around<'_>,
    looks: &mut Looks,
) -> Result<(), RenderError> {
    let Around { below, widths, columns } = around;
    if let Some(points) = looks::height(cells, widths) {
        worksheet.set_row_height(row, points)?;
    }
    for (column, cell) in cells.iter().enumerate() {
        let under = below.iter().take_while(|cells| !cells.is_empty());
        let under = under.filter_map(|cells| cells.get(column));
        let key = Key::of(cell, cell.look == Look::Head && over_figures(under), column == 0);
        let look = (columns.get(column) != Some(&Some(key))).then(|| looks.of(key));
        if let (Look::Paragraph, CellValue::Text(words)) = (cell.look, &cell.value) {
            let last = at_column(widths.len().max(2) - 1);
            worksheet.merge_range(row, 0, row, last, &cut(words, MOST_LETTERS), looks.of(key))?;
        } else {
            write_cell(worksheet, row, at_column(column), cell, look)?;
        }
    }
    Ok(())
}

/// Whether figures are the first thing under a head, or would be where nothing is.
fn over_figures<'c>(mut under: impl Iterator<Item = &'c WorkCell> + Clone) -> bool {
    match under.clone().find(|cell| cell.value != CellValue::Blank) {
        Some(first) => first.look != Look::Year && looks::is_figure(first),
        None => under.any(|cell| matches!(cell.look, Look::Money(_) | Look::Count)),
    }
}

fn write_cell(
    worksheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &WorkCell,
    look: Option<&CellFormat>,
) -> Result<(), RenderError> {
    match &cell.value {
        CellValue::Blank => match look.filter(|_| cell.kind == RowKind::Total) {
            Some(look) => worksheet.write_blank(row, column, look)?,
            None => worksheet,
        },
        CellValue::Text(words) => write_words(worksheet, row, column, cut(words, MOST_LETTERS), look)?,
        // A number that is not one stays as it is written.
        CellValue::Number(plain) => match (plain.parse::<f64>(), look) {
            (Ok(number), Some(look)) => worksheet.write_number_with_format(row, column, number, look)?,
            (Ok(number), None) => worksheet.write_number(row, column, number)?,
            (Err(_), look) => write_words(worksheet, row, column, plain.clone(), look)?,
        },
        CellValue::Formula { text, result } => {
            let formula = Formula::new(text).set_result(as_number(result));
            match look {
                Some(look) => worksheet.write_formula_with_format(row, column, formula, look)?,
                None => worksheet.write_formula(row, column, formula)?,
            }
        }
    };
    Ok(())
}

fn write_words<'w>(
    worksheet: &'w mut Worksheet,
    row: u32,
    column: u16,
    words: String,
    look: Option<&CellFormat>,
) -> Result<&'w mut Worksheet, RenderError> {
    Ok(match look {
        Some(look) => worksheet.write_string_with_format(row, column, words, look)?,
        None => worksheet.write_string(row, column, words)?,
    })
}

/// A result as a program that recalculates would write it: the shortest text of the nearest number.
fn as_number(result: &str) -> String {
    result.parse::<f64>().map_or_else(|_| result.to_owned(), |number| number.to_string())
}

fn cut(words: &str, most: usize) -> String {
    // A letter has a byte at least.
    let end = if words.len() <= most { None } else { words.char_indices().nth(most).map(|(end, _)| end) };
    words.get(..end.unwrap_or(words.len())).unwrap_or(words).to_owned()
}

fn at_row(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}

fn at_column(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::{MOST_ROWS, RenderError, WorkCell, WorkSheet, Workbook, write};
    use crate::language::Language;
    use crate::report::workbook::Rows;

    #[test]
    fn a_sheet_of_too_many_rows_is_refused_before_any_is_written() {
        let row = || Ok(vec![WorkCell::text("x")]);
        let of = |rows: usize| {
            let mut all = Rows::from(vec![vec![WorkCell::text("head")]]);
            // Whoever writes them meets one row fewer than was said, and panics.
            all.extend_late(rows, std::iter::repeat_with(row).take(rows - 1)).unwrap();
            WorkSheet { name: "s".to_owned(), rows: all, ..WorkSheet::default() }
        };
        let sheets = vec![of(2_002), of(MOST_ROWS)];
        let workbook = Workbook { title: String::new(), subtitle: String::new(), language: Language::English, sheets };
        let refused = write(workbook);
        let RenderError::TooManyRows { rows, most } = refused.unwrap_err() else {
            panic!("refused for another reason")
        };
        assert_eq!((rows, most), (1_048_576, 1_048_575));
    }
}
