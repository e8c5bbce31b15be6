//! A tornado: bars from the central figure to what it is with one input at its low and at its high end.

use crate::render::chart::layout::axis::{Axis, Ticks, draw_columns, label_size};
use crate::render::chart::layout::names::names;
use crate::render::chart::scene::{Anchor, Drawn, Frame, Look, Pen, Weight};
use crate::report::charts::{ChartSpec, Ink, Tornado};

/// Names take at most this much of the width.
const NAMES: f64 = 0.36;

pub(super) fn draw(pen: &Pen<'_>, spec: &ChartSpec, tornado: &Tornado, frame: Frame) -> Drawn {
    let centre = tornado.central.number();
    let heading = pen.px(30.0) * 1.5;
    let mut plot = Frame { top: frame.top + heading, bottom: frame.bottom - label_size(pen) * 1.6, ..frame };
    let slot = plot.height() / tornado.swings.len().max(1) as f64;
    let of_bars = tornado.swings.iter().map(|swing| swing.name.as_str());
    let (names, size) = names(pen, of_bars, &mut plot, NAMES, slot);
    let gap = pen.px(12.0);
    let figure_size = size.min(pen.px(25.0));
    let ends = tornado.swings.iter().flat_map(|swing| [swing.low.number(), swing.high.number()]);
    let (least, most) = ends.fold((centre, centre), |(least, most), end| (least.min(end), most.max(end)));
    let (least, most) = if least == most { (least - 1.0, most + 1.0) } else { (least, most) };
    let labels = tornado.swings.iter().flat_map(|swing| [&swing.low.label, &swing.high.label]);
    let room = labels.map(|label| pen.width(label, figure_size, Weight::Bold)).fold(0.0, f64::max) + 1.6 * gap;
    let axis = Axis::new((least, most), (plot.left + room, plot.right - room), 6);
    draw_columns(pen, spec, &axis, plot, Ticks::Unit)?;
    for (index, (swing, name)) in tornado.swings.iter().zip(&names).enumerate() {
        let y = plot.top + slot * (index as f64 + 0.5);
        let half = (slot * 0.36).min(pen.px(34.0)).max(1.0);
        let sides = [(Ink::Low, &swing.low), (Ink::High, &swing.high)];
        for (ink, end) in sides {
            let (one, other) = (axis.at(centre), axis.at(end.number()));
            let bar = Frame { left: one.min(other), right: one.max(other), top: y - half, bottom: y + half };
            // Where both ends are on one side, each has half of the height.
            let together = (swing.low.number() - centre) * (swing.high.number() - centre) > 0.0;
            let bar = match ink {
                Ink::Low if together => Frame { bottom: y, ..bar },
                _ if together => Frame { top: y, ..bar },
                _ => bar,
            };
            pen.bar(bar, pen.theme.paint(ink), None)?;
        }
        let look = Look { anchor: Anchor::End, ..pen.look(0.0, pen.theme.ink) };
        name.draw(pen, plot.left - gap, y - name.height() / 2.0, look)?;
        let (first, second) = if swing.low.number() <= swing.high.number() {
            (&swing.low, &swing.high)
        } else {
            (&swing.high, &swing.low)
        };
        let bold = Look { weight: Weight::Bold, ..pen.look(figure_size, pen.theme.ink) };
        let left = axis.at(first.number().min(centre)) - gap;
        let right = axis.at(second.number().max(centre)) + gap;
        pen.label(&first.label, (left, y), Look { anchor: Anchor::End, ..bold })?;
        pen.label(&second.label, (right, y), Look { anchor: Anchor::Start, ..bold })?;
    }
    let x = axis.at(centre);
    pen.line(&[(x, plot.top - pen.px(6.0)), (x, plot.bottom)], pen.theme.axis, 3.0)?;
    let half = pen.width(&tornado.central.label, pen.px(30.0), Weight::Bold) / 2.0;
    let x = x.max(frame.left + half).min(frame.right - half);
    let look = Look { weight: Weight::Bold, ..pen.look(pen.px(30.0), pen.theme.ink) };
    pen.text(&tornado.central.label, (x, frame.top + heading * 0.4), look)
}
