//! The data that goes with a native chart: a workbook of one sheet, which a slide program opens to edit the chart.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::native::Native;
use crate::render::RenderError;

/// Names in the first column, a series in each of the next, then how far its range goes up and down.
///
/// # Errors
///
/// Where the workbook cannot be written, which is a fault of the program.
pub(super) fn workbook(chart: &Native) -> Result<Vec<u8>, RenderError> {
    let mut writer = Workbook::new();
    writer.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let sheet = writer.add_worksheet();
    sheet.set_name("Data")?;
    sheet.set_column_width(0, 28)?;
    for (row, name) in (1..).zip(&chart.categories) {
        sheet.write_string(row, 0, name)?;
    }
    let mut column = 1;
    for series in chart.series() {
        sheet.write_string(0, column, &series.name)?;
        write_column(sheet, column, &series.points)?;
        column += 1;
    }
    for (series, errors) in chart.series().filter_map(|series| Some((series, series.errors.as_ref()?))) {
        for (sign, distances) in [("+", &errors.up), ("\u{2212}", &errors.down)] {
            sheet.write_string(0, column, format!("{} {sign}", series.name))?;
            write_column(sheet, column, distances)?;
            column += 1;
        }
    }
    Ok(writer.save_to_buffer()?)
}

/// Decimal texts as numbers, as near as a cell holds them.
fn write_column(sheet: &mut Worksheet, column: u16, texts: &[Option<String>]) -> Result<(), XlsxError> {
    for (row, text) in (1..).zip(texts) {
        if let Some(text) = text {
            let number = text.parse::<f64>().map_err(|_| XlsxError::ParameterError(format!("{text} is no number")))?;
            sheet.write_number(row, column, number)?;
        }
    }
    Ok(())
}
