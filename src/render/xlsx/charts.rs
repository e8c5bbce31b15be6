//! Charts that the program which opens the workbook draws from its cells.

use rust_xlsxwriter::{
    Chart, ChartLegendPosition, ChartLine, ChartMarker, ChartMarkerType, ChartType, Color, Worksheet,
};

use super::{RenderError, at_column, at_row};
use crate::report::workbook::{ChartShape, NativeChart};

/// Colours of series, told apart by people who see red and green alike (Okabe and Ito).
const COLOURS: [u32; 6] = [0x0000_72B2, 0x00E6_9F00, 0x0000_9E73, 0x00CC_79A7, 0x0056_B4E9, 0x00D5_5E00];

const MARKERS: [ChartMarkerType; 4] =
    [ChartMarkerType::Circle, ChartMarkerType::Square, ChartMarkerType::Triangle, ChartMarkerType::Diamond];

/// Size in pixels.
const SIZE: (u32, u32) = (560, 370);

/// Draws a chart of ranges of a sheet onto it.
pub(super) fn insert(worksheet: &mut Worksheet, sheet: &str, drawn: &NativeChart) -> Result<(), RenderError> {
    let mut chart = Chart::new(match drawn.shape {
        ChartShape::StackedColumns => ChartType::ColumnStacked,
        ChartShape::Lines => ChartType::Line,
    });
    chart.title().set_name(&drawn.title);
    chart.y_axis().set_name(&drawn.unit).set_num_format("#,##0");
    chart.x_axis().set_text_axis(true);
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.set_width(SIZE.0).set_height(SIZE.1).set_alt_text(&drawn.title);
    for (index, series) in drawn.series.iter().enumerate() {
        let (first, last) = (at_row(series.first), at_row(series.last));
        let (names, values) = (series.categories.map(at_column), at_column(series.values));
        let colour = Color::RGB(COLOURS[index % COLOURS.len()]);
        let added = chart
            .add_series()
            .set_name(&series.name)
            .set_categories((sheet, first, names[0], last, names[1]))
            .set_values((sheet, first, values, last, values));
        match drawn.shape {
            ChartShape::StackedColumns => {
                added.set_format(
                    rust_xlsxwriter::ChartFormat::new()
                        .set_solid_fill(rust_xlsxwriter::ChartSolidFill::new().set_color(colour)),
                );
                added.set_gap(60);
            }
            ChartShape::Lines => {
                added.set_format(ChartLine::new().set_color(colour).set_width(2.25));
                let mut marker = ChartMarker::new();
                marker.set_type(MARKERS[index % MARKERS.len()]).set_size(7);
                added.set_marker(&marker);
            }
        }
    }
    worksheet.insert_chart(at_row(drawn.row), at_column(drawn.column), &chart)?;
    Ok(())
}
