//! What charts are drawn as, one file a shape. To add one: a file here and its line in [`draw`].

mod band;
mod bars;
mod columns;
mod dots;
mod flows;
mod gaps;
mod panels;
mod tornado;
mod waterfall;

use super::fault::ChartFault;
use super::layout::frame;
use super::scene::{Pen, Scene, Size, Theme};
use crate::message;
use crate::report::charts::{ChartShape, ChartSpec, Ink, LegendEntry};

/// Most letters that a note names.
const MOST_LETTERS: usize = 12;

/// Lays out a chart. Where the face lacks letters of it, the notes say which.
pub(crate) fn draw(spec: &ChartSpec, theme: &Theme, size: Size) -> Result<Scene, ChartFault> {
    let scene = lay_out(spec, theme, size)?;
    let missing = scene.missing_letters();
    if missing.is_empty() {
        return Ok(scene);
    }
    let codes = missing.iter().map(|letter| format!("U+{:04X}", u32::from(*letter)));
    let codes: Vec<String> = codes.take(MOST_LETTERS).collect();
    let mut noted = spec.clone();
    noted.notes.insert(0, spec.language.say(&message!("chart-note-letters", letters = codes, count = missing.len())));
    lay_out(&noted, theme, size)
}

fn lay_out(spec: &ChartSpec, theme: &Theme, size: Size) -> Result<Scene, ChartFault> {
    let pen = Pen::new(theme, size)?;
    // Names beside what they name are read before a legend is.
    let is_beside = match &spec.shape {
        ChartShape::Columns(columns) => {
            let trial = frame::draw(&Pen::new(theme, size)?, spec, &spec.legend)?;
            columns::has_room_beside(&pen, spec, columns, trial)
        }
        _ => false,
    };
    let beside = is_beside.then_some(spec.legend.as_slice());
    let legend: Vec<LegendEntry> =
        spec.legend.iter().filter(|entry| !is_beside || entry.ink == Ink::Approved).cloned().collect();
    let frame = frame::draw(&pen, spec, &legend)?;
    match &spec.shape {
        ChartShape::Columns(columns) => columns::draw(&pen, spec, columns, frame, beside)?,
        ChartShape::Dots(plot) => dots::draw(&pen, spec, plot, frame)?,
        ChartShape::Panels(panels) => panels::draw(&pen, spec, panels, frame)?,
        ChartShape::Bars(bars) => bars::draw(&pen, spec, bars, frame)?,
        ChartShape::Steps(steps) => waterfall::draw(&pen, spec, steps, frame)?,
        ChartShape::Flows(flows) => flows::draw(&pen, flows, frame)?,
        ChartShape::Tornado(tornado) => tornado::draw(&pen, spec, tornado, frame)?,
        ChartShape::Band(band) => band::draw(&pen, spec, band, frame)?,
        ChartShape::Gaps(gaps) => gaps::draw(&pen, spec, gaps, frame)?,
    }
    Ok(pen.finish())
}
