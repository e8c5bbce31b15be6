//! Names beside a plot of horizontal bars.

use super::text::{Block, LEADING, wrap};
use crate::render::chart::scene::{Frame, Pen, Weight};

/// Names beside the plot that fit their slots, all in one size; they take at most `share` of the plot, which begins
/// behind the widest.
pub(crate) fn names<'n>(
    pen: &Pen<'_>,
    names: impl Iterator<Item = &'n str> + Clone,
    plot: &mut Frame,
    share: f64,
    slot: f64,
) -> (Vec<Block>, f64) {
    let width = plot.width() * share;
    let least = pen.px(13.0).min(slot / LEADING).max(4.0);
    let mut size = pen.px(28.0).min(slot / LEADING).max(least);
    loop {
        let lines = (slot / (size * LEADING)).floor().max(1.0) as usize;
        let blocks: Vec<Block> =
            names.clone().map(|name| wrap(name, width, size, Weight::Regular, lines.min(3))).collect();
        if size <= least || blocks.iter().all(|block| block.fits) {
            let lines = blocks.iter().flat_map(|block| block.lines.iter().map(|line| (line, block.size)));
            let widest = lines.map(|(line, size)| pen.width(line, size, Weight::Regular)).fold(0.0, f64::max);
            plot.left += widest + pen.px(18.0);
            return (blocks, size);
        }
        size = (size - 1.0).max(least);
    }
}
