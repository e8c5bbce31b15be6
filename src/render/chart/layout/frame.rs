//! What every picture has around its plot: title, subtitle and legend above, notes and sources below.

use super::text::{Block, LEADING, fit, wrap};
use crate::message;
use crate::render::chart::fault::ChartFault;
use crate::render::chart::scene::{Anchor, Drawn, Frame, Look, Pen, Weight};
use crate::report::charts::{ChartSpec, LegendEntry};

/// Sources may take this much of the height together with the notes.
const FOOT: f64 = 0.24;

/// Draws what stands around the plot, with a legend of the names given; gives the room that is left for the plot.
pub(crate) fn draw(pen: &Pen<'_>, spec: &ChartSpec, names: &[LegendEntry]) -> Result<Frame, ChartFault> {
    let margin = pen.px(56.0);
    let (width, height) = (f64::from(pen.size.width), f64::from(pen.size.height));
    let inner = width - 2.0 * margin;
    let look = |ink, weight| Look { weight, anchor: Anchor::Start, ..pen.look(0.0, ink) };
    let one_line = fit(&spec.title, inner, (pen.px(50.0), pen.px(41.0)), Weight::Bold, 1);
    let two_lines = || fit(&spec.title, inner, (pen.px(46.0), pen.px(32.0)), Weight::Bold, 2);
    let title = if one_line.fits { one_line } else { two_lines() };
    let mut top = title.draw(pen, margin, margin * 0.75, look(pen.theme.ink, Weight::Bold))? + pen.px(4.0);
    let words = [spec.subtitle.as_str(), spec.scope.as_str()];
    let words: Vec<&str> = words.into_iter().filter(|words| !words.is_empty()).collect();
    let subtitle = fit(&words.join(" \u{b7} "), inner, (pen.px(31.0), pen.px(22.0)), Weight::Regular, 2);
    top = subtitle.draw(pen, margin, top, look(pen.theme.muted, Weight::Regular))? + pen.px(12.0);
    top = legend(pen, names, Frame { left: margin, top, right: width - margin, bottom: height })?;
    let foot = foot(pen, spec, inner, height * FOOT);
    let mut y = height - margin * 0.6 - foot.iter().map(Block::height).sum::<f64>();
    let bottom = y - pen.px(12.0);
    if !foot.is_empty() {
        pen.line(&[(margin, bottom), (width - margin, bottom)], pen.theme.grid, 2.0)?;
    }
    for block in &foot {
        y = block.draw(pen, margin, y, look(pen.theme.muted, Weight::Regular))?;
    }
    Ok(Frame { left: margin, top: top + pen.px(14.0), right: width - margin, bottom: bottom - pen.px(16.0) })
}

/// Swatches with names, in rows; gives the end.
fn legend(pen: &Pen<'_>, entries: &[LegendEntry], room: Frame) -> Result<f64, ChartFault> {
    let (size, swatch, gap) = (pen.px(26.0), pen.px(30.0), pen.px(12.0));
    let row = size * 1.5;
    let (mut x, mut y) = (room.left, room.top);
    for entry in entries {
        let name = wrap(&entry.name, room.width() - swatch - gap, size, Weight::Regular, 1);
        let words = name.lines.first().map(String::as_str).unwrap_or_default();
        let width = swatch + gap + pen.width(words, size, Weight::Regular);
        if x > room.left && x + width > room.right {
            (x, y) = (room.left, y + row);
        }
        let middle = y + row / 2.0;
        let half = swatch / 2.0;
        let frame = Frame { left: x, top: middle - half * 0.8, right: x + swatch, bottom: middle + half * 0.8 };
        pen.bar(frame, pen.theme.paint(entry.ink), None)?;
        let look = Look { anchor: Anchor::Start, ..pen.look(size, pen.theme.ink) };
        pen.text(words, (x + swatch + gap, middle), look)?;
        x += width + pen.px(44.0);
    }
    Ok(if entries.is_empty() { y } else { y + row })
}

/// Notes, then sources, in the largest size that leaves room for the plot. Notes are never left out; sources beyond the
/// room are counted.
fn foot(pen: &Pen<'_>, spec: &ChartSpec, width: f64, most: f64) -> Vec<Block> {
    let notes = spec.notes.join(" ");
    let blocks = |size: f64, count: usize, lines: usize| -> Vec<Block> {
        let words = [notes.as_str(), &sources(spec, count)];
        let said = words.into_iter().filter(|words| !words.is_empty());
        said.map(|words| wrap(words, width, size, Weight::Regular, lines)).collect()
    };
    let all = |size: f64, count: usize| blocks(size, count, usize::MAX);
    let fits = |size: f64, count: usize| {
        // Two lines more than there is room for tell it, however many there would be.
        let lines = (most / (size * LEADING)).floor() as usize + 2;
        blocks(size, count, lines).iter().map(Block::height).sum::<f64>() <= most
    };
    let (largest, least) = (pen.px(21.0), pen.px(15.0));
    let of_all = spec.sources.len();
    let mut size = largest;
    while size > least {
        if fits(size, of_all) {
            return all(size, of_all);
        }
        size -= 1.0;
    }
    if fits(least, of_all) {
        return all(least, of_all);
    }
    // One stands there in any case.
    let (mut fit, mut too_many) = (1.min(of_all), of_all);
    while too_many - fit > 1 {
        let between = fit.midpoint(too_many);
        if fits(least, between) { fit = between } else { too_many = between }
    }
    all(least, fit)
}

fn sources(spec: &ChartSpec, count: usize) -> String {
    let named = spec.sources.iter().take(count).map(|source| source.trim_end_matches('.'));
    let named = named.collect::<Vec<_>>().join("; ");
    match spec.sources.len().saturating_sub(count) {
        _ if spec.sources.is_empty() => String::new(),
        0 => spec.language.say(&message!("chart-sources", sources = named)),
        more => spec.language.say(&message!("chart-sources-more", sources = named, count = more)),
    }
}

/// Words in the middle of a plot that has nothing else.
pub(crate) fn remark(pen: &Pen<'_>, words: &str, plot: Frame) -> Drawn {
    let block = fit(words, plot.width() * 0.9, (pen.px(26.0), pen.px(16.0)), Weight::Regular, 3);
    let middle = (plot.left + plot.right) / 2.0;
    let top = (plot.top + plot.bottom - block.height()) / 2.0;
    block.draw(pen, middle, top, pen.look(0.0, pen.theme.muted)).map(|_| ())
}
