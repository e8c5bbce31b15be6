//! XLSX: a workbook with numbers as numbers, live formulas with our results, filters, widths, print set-up and charts
//! that can be edited. The same content gives the same bytes: the time of its making is fixed.

mod charts;
mod looks;
pub mod request;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as CellFormat, Formula, Workbook as Writer, Worksheet};

use super::{Format, Nature, RenderError, Terminal};
use crate::report::workbook::{CellValue, Layout, Look, WorkCell, WorkSheet, Workbook};
use crate::report::{Deliverable, RowKind};
use looks::Looks;

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
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(cut(&workbook.title, 255))
        .set_subject(cut(&workbook.subtitle, 255))
        .set_author(concat!("thb-cost ", env!("CARGO_PKG_VERSION")))
        .set_creation_datetime(&made);
    writer.set_properties(&properties);
    let mut looks = Looks::default();
    for sheet in workbook.sheets {
        let rows = sheet.rows.len() + sheet.more.rows();
        if rows > MOST_ROWS {
            return Err(RenderError::TooManyRows { rows: rows - 1, most: MOST_ROWS - 1 });
        }
        // Rows of a long sheet wait in a temporary file until the workbook is put together.
        let worksheet = if rows > LONG { writer.add_worksheet_with_low_memory()? } else { writer.add_worksheet() };
        write_sheet(worksheet, sheet, &mut looks)?;
    }
    Ok(writer.save_to_buffer()?)
}

fn write_sheet(worksheet: &mut Worksheet, mut sheet: WorkSheet<'_>, looks: &mut Looks) -> Result<(), RenderError> {
    worksheet.set_name(&sheet.name)?;
    worksheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&L&F, &A&R&P / &N");
    let widths = looks::widths(&sheet);
    for (column, width) in widths.iter().enumerate() {
        worksheet.set_column_width(at_column(column), *width)?;
    }
    let filtered = sheet.rows.iter().take_while(|row| !row.is_empty()).count() + sheet.more.rows();
    let head = sheet.rows.first().map_or(0, Vec::len);
    let rows = sheet.rows.len();
    for row in 0..rows {
        let cells = sheet.rows.get_mut(row).map(std::mem::take).unwrap_or_default();
        write_row(worksheet, at_row(row), &cells, (sheet.rows.get(row + 1..).unwrap_or_default(), &widths), looks)?;
    }
    for (row, cells) in (rows..).zip(sheet.more.by_ref()) {
        write_row(worksheet, at_row(row), &cells?, (&[], &widths), looks)?;
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

/// Writes a row of which the rows below and the widths of columns are known.
fn write_row(
    worksheet: &mut Worksheet,
    row: u32,
    cells: &[WorkCell],
    (rows_below, widths): (&[Vec<WorkCell>], &[u16]),
    looks: &mut Looks,
) -> Result<(), RenderError> {
    if let Some(points) = looks::height(cells, widths) {
        worksheet.set_row_height(row, points)?;
    }
    for (column, cell) in cells.iter().enumerate() {
        let under = rows_below.iter().take_while(|cells| !cells.is_empty());
        let mut under = under.filter_map(|cells| cells.get(column));
        let below = (cell.look == Look::Head).then(|| under.find(|cell| cell.value != CellValue::Blank)).flatten();
        let look = looks.of(cell, below, column == 0);
        if let (Look::Paragraph, CellValue::Text(words)) = (cell.look, &cell.value) {
            let last = at_column(widths.len().max(2) - 1);
            worksheet.merge_range(row, 0, row, last, &cut(words, MOST_LETTERS), look)?;
        } else {
            write_cell(worksheet, row, at_column(column), cell, look)?;
        }
    }
    Ok(())
}

fn write_cell(
    worksheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &WorkCell,
    look: &CellFormat,
) -> Result<(), RenderError> {
    match &cell.value {
        CellValue::Blank if cell.kind == RowKind::Total => worksheet.write_blank(row, column, look)?,
        CellValue::Blank => worksheet,
        CellValue::Text(words) => worksheet.write_string_with_format(row, column, cut(words, MOST_LETTERS), look)?,
        // A number that is not one stays as it is written.
        CellValue::Number(plain) => match plain.parse::<f64>() {
            Ok(number) => worksheet.write_number_with_format(row, column, number, look)?,
            Err(_) => worksheet.write_string_with_format(row, column, plain, look)?,
        },
        CellValue::Formula { text, result } => {
            let formula = Formula::new(text).set_result(as_number(result));
            worksheet.write_formula_with_format(row, column, formula, look)?
        }
    };
    Ok(())
}

/// A result as a program that recalculates would write it: the shortest text of the nearest number.
fn as_number(result: &str) -> String {
    result.parse::<f64>().map_or_else(|_| result.to_owned(), |number| number.to_string())
}

fn cut(words: &str, most: usize) -> String {
    words.chars().take(most).collect()
}

fn at_row(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}

fn at_column(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}
