//! Stacked columns, amounts or shares.

use crate::render::chart::fault::ChartFault;
use crate::render::chart::layout::axis::{Axis, Ticks, draw_rows, ends, gutter};
use crate::render::chart::layout::labels::setting;
use crate::render::chart::layout::whisker;
use crate::render::chart::scene::{Anchor, Drawn, Frame, Hatch, Look, Pen, Theme, Turn, Weight};
use crate::report::charts::{ChartSpec, ColumnMeasure, Segment, StackedColumn, StackedColumns};

/// Where the parts of a column begin and end, from the axis outwards, and what it reaches.
struct Stack<'c> {
    parts: Vec<(&'c Segment, f64, f64)>,
    low: f64,
    high: f64,
}

pub(super) fn draw(pen: &Pen<'_>, spec: &ChartSpec, columns: &StackedColumns, frame: Frame) -> Drawn {
    let ticks_as = match columns.measure {
        ColumnMeasure::Amounts => Ticks::Unit,
        ColumnMeasure::Shares => Ticks::PerCent,
    };
    let stacks: Vec<Stack<'_>> = columns.columns.iter().map(stack).collect();
    let reach = match columns.measure {
        ColumnMeasure::Amounts => ends(stacks.iter().flat_map(|stack| [stack.low, stack.high])),
        ColumnMeasure::Shares => (0.0, 100.0),
    };
    let ticks = Axis::new(reach, (0.0, 1.0), 6).ticks(spec, ticks_as);
    let mut plot = Frame { left: frame.left + gutter(pen, &ticks), ..frame };
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

    for (index, (column, stack)) in columns.columns.iter().zip(&stacks).enumerate() {
        let x = plot.left + slot * (index as f64 + 0.5);
        let half = (slot * 0.34).min(pen.px(110.0)).max(1.0);
        for (part, from, to) in &stack.parts {
            let (one, other) = (axis.at(*from), axis.at(*to));
            let bar = Frame { left: x - half, right: x + half, top: one.min(other), bottom: one.max(other) };
            pen.bar(bar, pen.theme.paint(part.ink), Some(&part.figure.value))?;
        }
        // A line of the ground's colour keeps solid parts apart.
        for (_, from, _) in stack.parts.iter().filter(|(_, from, _)| *from != 0.0) {
            let y = axis.at(*from);
            pen.line(&[(x - half, y), (x + half, y)], pen.theme.ground, 2.0)?;
        }
        let beside = inside(pen, column, stack, &axis, (x, half))?;
        if let Some(range) = &column.range {
            let x = if beside { x + half * 0.72 } else { x };
            whisker::upright(pen, (axis.at(range.low.number()), axis.at(range.high.number())), x, half * 0.3)?;
        }
        let look = pen.look(0.0, pen.theme.ink);
        if let Some(total) = &column.total {
            let bold = Look { weight: Weight::Bold, ..look };
            if stack.is_below() {
                totalling.draw(pen, &total.label, (x, axis.at(stack.low) + gap * 0.75), true, bold)?;
            } else {
                totalling.draw(pen, &total.label, (x, axis.at(stack.high) - gap * 0.75), false, bold)?;
            }
        } else if let Some(remark) = &column.remark {
            let size = pen.px(22.0).min(slot * 0.8);
            let look = Look { turn: Turn::Up, anchor: Anchor::Start, ..pen.look(size, pen.theme.muted) };
            pen.text(remark, (x, axis.at(0.0) - gap), look)?;
        }
        if index % naming.every == 0 {
            let muted = Look { ink: pen.theme.ink, ..look };
            naming.draw(pen, &column.name, (x, plot.bottom + gap), true, muted)?;
        }
    }
    Ok(())
}

/// The figures of parts that have the room for them; says whether there are any.
fn inside(
    pen: &Pen<'_>,
    column: &StackedColumn,
    stack: &Stack<'_>,
    axis: &Axis,
    (x, half): (f64, f64),
) -> Result<bool, ChartFault> {
    let mut any = false;
    if stack.parts.len() < 2 {
        return Ok(any);
    }
    let room = if column.range.is_some() { half * 1.2 } else { half * 1.84 };
    let size = pen.px(24.0);
    for (part, from, to) in &stack.parts {
        let (one, other) = (axis.at(*from), axis.at(*to));
        let width = pen.width(&part.figure.label, size, Weight::Regular);
        if (one - other).abs() < size * 1.5 || width > room {
            continue;
        }
        let y = (one + other) / 2.0;
        // Beside a whisker the figure stands a little to the left.
        let x = if column.range.is_some() { x - half * 0.2 } else { x };
        let paint = pen.theme.paint(part.ink);
        let ink = if paint.hatch == Hatch::Plain {
            Theme::ink_on(paint.fill)
        } else {
            let (wide, high) = (width / 2.0 + pen.px(8.0), size * 0.65);
            pen.rect(Frame { left: x - wide, right: x + wide, top: y - high, bottom: y + high }, pen.theme.ground)?;
            pen.theme.ink
        };
        pen.text(&part.figure.label, (x, y), pen.look(size, ink))?;
        any = true;
    }
    Ok(any)
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
