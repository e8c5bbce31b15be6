//! What charts are drawn as, one file a shape. To add one: a file here and its line in [`draw`].

mod band;
mod bars;
mod columns;
mod flows;
mod panels;
mod tornado;
mod waterfall;

use super::fault::ChartFault;
use super::layout::frame;
use super::scene::{Pen, Scene, Size, Theme};
use crate::report::charts::{ChartShape, ChartSpec};

/// Lays out a chart.
pub(crate) fn draw(spec: &ChartSpec, theme: &Theme, size: Size) -> Result<Scene, ChartFault> {
    let pen = Pen::new(theme, size)?;
    let frame = frame::draw(&pen, spec)?;
    match &spec.shape {
        ChartShape::Columns(columns) => columns::draw(&pen, spec, columns, frame)?,
        ChartShape::Panels(panels) => panels::draw(&pen, spec, panels, frame)?,
        ChartShape::Bars(bars) => bars::draw(&pen, spec, bars, frame)?,
        ChartShape::Steps(steps) => waterfall::draw(&pen, spec, steps, frame)?,
        ChartShape::Flows(flows) => flows::draw(&pen, flows, frame)?,
        ChartShape::Tornado(tornado) => tornado::draw(&pen, spec, tornado, frame)?,
        ChartShape::Band(band) => band::draw(&pen, spec, band, frame)?,
    }
    Ok(pen.finish())
}
