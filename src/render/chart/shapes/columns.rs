//! Stacked columns, amounts or shares.

use crate::render::chart::fault::ChartFault;
use crate::render::chart::layout::axis::{Axis, Ticks, draw_rows, ends, gutter};
use crate::render::chart::layout::labels::{outstanding, setting};
use crate::render::chart::layout::room::Taken;
use crate::render::chart::layout::text::{Block, wrap};
use crate::render::chart::layout::whisker;
use crate::render::chart::scene::{Anchor, Drawn, Frame, Hatch, Look, Paint, Pen, Theme, Turn, Weight};
use crate::report::charts::{
    ChartSpec, ColumnMeasure, Ink, LegendEntry, Segment, StackedColumn, StackedColumns, YearPhase,
};

/// Names beside the last column take at most this much of the width.
const BESIDE: f64 = 0.2;

/// Where the parts of a column begin and end, from the axis outwards, and what it reaches.
struct Stack<'c> {
    parts: Vec<(&'c Segment, f64, f64)>,
    low: f64,
    high: f64,
}

/// What all columns of a chart have alike.
struct Columns<'c> {
    axis: Axis,
    slot: f64,
    half: f64,
    /// Inks whose parts all have room for their figures.
    figured: Vec<Ink>,
    /// How far figures inside and whiskers stand from the middle of their column.
    figures_at: f64,
    whiskers_at: f64,
    stacks: Vec<Stack<'c>>,
}

/// What a column stands on.
fn reach(columns: &StackedColumns, stacks: &[Stack<'_>]) -> (f64, f64) {
    match columns.measure {
        ColumnMeasure::Amounts => ends(stacks.iter().flat_map(|stack| [stack.low, stack.high])),
        ColumnMeasure::Shares => (0.0, 100.0),
    }
}

pub(super) fn draw(
    pen: &Pen<'_>,
    spec: &ChartSpec,
    columns: &StackedColumns,
    frame: Frame,
    beside: Option<&[LegendEntry]>,
) -> Drawn {
    let stacks: Vec<Stack<'_>> = columns.columns.iter().map(stack).collect();
    let reach = reach(columns, &stacks);
    let ticks = Axis::new(reach, (0.0, 1.0), 6).ticks(spec, Ticks::of(columns.measure));
    let mut plot = Frame { left: frame.left + gutter(pen, &ticks), ..frame };
    let names_beside = beside.map(|names| blocks(pen, names, frame.width() * BESIDE));
    if let Some(blocks) = &names_beside {
        let widest = blocks.iter().map(|(_, block)| width(pen, block)).fold(0.0, f64::max);
        plot.right -= widest + pen.px(20.0);
    }
    let slot = plot.width() / columns.columns.len().max(1) as f64;

    let names: Vec<&str> = columns.columns.iter().map(|column| column.name.as_str()).collect();
    let naming = setting(pen, &names, slot, Weight::Regular, 28.0);
    let gap = pen.px(12.0);
    plot.bottom -= naming.height(pen, &names, Weight::Regular) + 2.0 * gap;
    let totals: Vec<&str> =
        columns.columns.iter().filter_map(|column| Some(column.total.as_ref()?.label.as_str())).collect();
    let totalling = setting(pen, &totals, slot, Weight::Bold, 28.0);
    let total_height = totalling.height(pen, &totals, Weight::Bold) + 1.5 * gap;
    let below = stacks.iter().any(Stack::is_below);
    let low = if below { plot.bottom - total_height } else { plot.bottom };
    let axis = Axis::new(reach, (low, plot.top + total_height), 6);
    draw_rows(pen, &axis, &ticks, plot)?;

    let half = (slot * 0.34).min(pen.px(110.0)).max(1.0);
    let has_ranges = columns.columns.iter().any(|column| column.range.is_some());
    let room = if has_ranges { half * 1.2 } else { half * 1.84 };
    let figured = figured(pen, &stacks, &axis, room);
    let is_aside = has_ranges && !figured.is_empty();
    let (figures_at, whiskers_at) = if is_aside { (-half * 0.2, half * 0.72) } else { (0.0, 0.0) };
    let all = Columns { axis, slot, half, figured, figures_at, whiskers_at, stacks };
    let middle = |index: usize| plot.left + slot * (index as f64 + 0.5);
    for (index, (column, stack)) in columns.columns.iter().zip(&all.stacks).enumerate() {
        one(pen, column, stack, &all, middle(index))?;
        if index % naming.every == 0 {
            naming.draw(pen, &column.name, (middle(index), plot.bottom + gap), true, pen.look(0.0, pen.theme.ink))?;
        }
    }
    // All totals where they have room, else the first, the last, the greatest and the least, each moved until it is free.
    let numbers = columns.columns.iter().map(|column| column.total.as_ref().map(|total| total.number()));
    let order = outstanding(&numbers.collect::<Vec<_>>(), totalling.every == 1);
    let mut taken = Taken::default();
    for index in order {
        let (Some(column), Some(stack)) = (columns.columns.get(index), all.stacks.get(index)) else { continue };
        let Some(total) = &column.total else { continue };
        let bold = Look { weight: Weight::Bold, ..pen.look(0.0, pen.theme.ink) };
        let (below, y) = if stack.is_below() {
            (true, all.axis.at(stack.low) + gap * 0.75)
        } else {
            (false, all.axis.at(stack.high) - gap * 0.75)
        };
        totalling.place(pen, &total.label, (middle(index), y), below, bold, (&mut taken, plot))?;
    }
    if let (Some(blocks), Some(last)) = (&names_beside, all.stacks.last()) {
        let x = middle(all.stacks.len() - 1) + half + pen.px(14.0);
        for (ink, block) in blocks {
            let part = last.parts.iter().find(|(part, ..)| part.ink == *ink);
            let Some((_, from, to)) = part else { continue };
            let y = (all.axis.at(*from) + all.axis.at(*to)) / 2.0 - block.height() / 2.0;
            for (place, line) in block.lines.iter().enumerate() {
                let y = y + block.size * crate::render::chart::layout::text::LEADING * (place as f64 + 0.5);
                let look = Look { anchor: Anchor::Start, ..pen.look(block.size, pen.theme.ink) };
                pen.label(line, (x, y), look)?;
            }
        }
    }
    Ok(())
}

/// Whether the names of the parts can stand beside the last column, which takes the place of a legend: there is width, every
/// ink is in the last column, and each of its parts is as high as its name.
pub(super) fn has_room_beside(pen: &Pen<'_>, spec: &ChartSpec, columns: &StackedColumns, frame: Frame) -> bool {
    let stacks: Vec<Stack<'_>> = columns.columns.iter().map(stack).collect();
    let Some(last) = stacks.last() else { return false };
    let names: Vec<LegendEntry> = spec.legend.iter().filter(|entry| entry.ink != Ink::Approved).cloned().collect();
    if frame.width() < frame.height() * 1.2 || names.len() < 2 || names.len() != last.parts.len() {
        return false;
    }
    // The plot loses some of its height to names and totals.
    let (low, high) = reach(columns, &stacks);
    let scale = frame.height() * 0.78 / (high - low);
    blocks(pen, &names, frame.width() * BESIDE).iter().all(|(ink, block)| {
        let part = last.parts.iter().find(|(part, ..)| part.ink == *ink);
        block.fits && part.is_some_and(|(_, from, to)| (to - from).abs() * scale >= block.height())
    })
}

fn blocks(pen: &Pen<'_>, names: &[LegendEntry], width: f64) -> Vec<(Ink, Block)> {
    let set = |entry: &LegendEntry| (entry.ink, wrap(&entry.name, width, pen.px(25.0), Weight::Regular, 4));
    names.iter().map(set).collect()
}

fn width(pen: &Pen<'_>, block: &Block) -> f64 {
    block.lines.iter().map(|line| pen.width(line, block.size, Weight::Regular)).fold(0.0, f64::max)
}

fn one(pen: &Pen<'_>, column: &StackedColumn, stack: &Stack<'_>, all: &Columns<'_>, x: f64) -> Drawn {
    let (axis, half) = (&all.axis, all.half);
    for (part, from, to) in &stack.parts {
        let (one, other) = (axis.at(*from), axis.at(*to));
        let bar = Frame { left: x - half, right: x + half, top: one.min(other), bottom: one.max(other) };
        pen.bar(bar, paint(pen.theme, column, part.ink), Some(&part.figure.value))?;
    }
    // A line of the ground's colour keeps solid parts apart.
    for (_, from, _) in stack.parts.iter().filter(|(_, from, _)| *from != 0.0) {
        let y = axis.at(*from);
        pen.line(&[(x - half, y), (x + half, y)], pen.theme.ground, 2.0)?;
    }
    inside(pen, column, stack, all, x)?;
    if let Some(range) = &column.range {
        let ends = (axis.at(range.low.number()), axis.at(range.high.number()));
        whisker::upright(pen, ends, x + all.whiskers_at, half * 0.3)?;
    }
    match (&column.total, &column.remark) {
        (None, Some(remark)) => unknown(pen, remark, all, x),
        _ => Ok(()),
    }
}

/// A gap with lines across and the reason in it: unknown is never a column of 0.
fn unknown(pen: &Pen<'_>, remark: &str, all: &Columns<'_>, x: f64) -> Drawn {
    let size = pen.px(22.0).min(all.slot * 0.8);
    let (zero, gap) = (all.axis.at(0.0), pen.px(12.0));
    let high = pen.width(remark, size, Weight::Regular) + 2.0 * gap;
    let frame = Frame { left: x - all.half, right: x + all.half, top: zero - high, bottom: zero };
    let paint = Paint { fill: pen.theme.ground, line: pen.theme.grid, hatch: Hatch::Falling };
    pen.bar(frame, paint, None)?;
    let look = Look { turn: Turn::Up, anchor: Anchor::Start, ..pen.look(size, pen.theme.muted) };
    pen.label(remark, (x, zero - gap), look)
}

fn paint(theme: &Theme, column: &StackedColumn, ink: Ink) -> Paint {
    match column.phase {
        YearPhase::Approved => theme.paler(theme.paint(ink)),
        YearPhase::Executed | YearPhase::Partly => theme.paint(ink),
    }
}

/// Inks whose figures stand in their parts: all parts of an ink have room, and some column has more than one.
fn figured(pen: &Pen<'_>, stacks: &[Stack<'_>], axis: &Axis, room: f64) -> Vec<Ink> {
    if stacks.iter().all(|stack| stack.parts.len() < 2) {
        return Vec::new();
    }
    let size = pen.px(24.0);
    let has_room = |(part, from, to): &(&Segment, f64, f64)| {
        let high = (axis.at(*from) - axis.at(*to)).abs();
        high >= size * 1.5 && pen.width(&part.figure.label, size, Weight::Regular) <= room
    };
    let parts = || stacks.iter().flat_map(|stack| &stack.parts);
    let mut inks: Vec<Ink> = parts().map(|(part, ..)| part.ink).collect();
    inks.sort();
    inks.dedup();
    inks.retain(|ink| parts().filter(|(part, ..)| part.ink == *ink).all(has_room));
    inks
}

/// The figures of parts.
fn inside(
    pen: &Pen<'_>,
    column: &StackedColumn,
    stack: &Stack<'_>,
    all: &Columns<'_>,
    x: f64,
) -> Result<(), ChartFault> {
    let size = pen.px(24.0);
    for (part, from, to) in stack.parts.iter().filter(|(part, ..)| all.figured.contains(&part.ink)) {
        let (x, y) = (x + all.figures_at, (all.axis.at(*from) + all.axis.at(*to)) / 2.0);
        let paint = paint(pen.theme, column, part.ink);
        if paint.hatch == Hatch::Plain {
            pen.text(&part.figure.label, (x, y), pen.look(size, Theme::ink_on(paint.fill)))?;
        } else {
            pen.label(&part.figure.label, (x, y), pen.look(size, pen.theme.ink))?;
        }
    }
    Ok(())
}

impl Stack<'_> {
    /// Whether the total stands under it.
    fn is_below(&self) -> bool {
        self.high <= 0.0 && self.low < 0.0
    }
}

fn stack(column: &StackedColumn) -> Stack<'_> {
    let (mut up, mut down) = (0.0, 0.0);
    let mut parts = Vec::new();
    for part in &column.parts {
        let height = part.figure.number();
        let end = if height < 0.0 { &mut down } else { &mut up };
        parts.push((part, *end, *end + height));
        *end += height;
    }
    let range = column.range.as_ref().map(|range| (range.low.number(), range.high.number()));
    let (low, high) = range.unwrap_or((0.0, 0.0));
    Stack { parts, low: low.min(down), high: high.max(up) }
}
