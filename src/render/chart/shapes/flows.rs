//! Flows between stages: nodes as bars, flows as ribbons, widths to scale.

use crate::render::chart::fault::ChartFault;
use crate::render::chart::layout::text::{Block, fit, wrap};
use crate::render::chart::scene::{
    Anchor, Curve, Drawn, Frame, Hatch, Look, Paint, PathStep, Pen, Rgb, Weight, typeface,
};
use crate::report::charts::{Flows, Node, Stage};

/// The sides' labels take this much of the width each.
const SIDE: f64 = 0.22;

/// Where a node is, and how far its flows have been drawn on either side.
struct Placed {
    frame: Frame,
    taken_in: f64,
    taken_out: f64,
}

pub(super) fn draw(pen: &Pen<'_>, flows: &Flows, frame: Frame) -> Drawn {
    let heads = pen.px(28.0) * 1.6;
    let side = frame.width() * SIDE;
    let plot =
        Frame { left: frame.left + side, right: frame.right - side, top: frame.top + heads, bottom: frame.bottom };
    let thick = pen.px(26.0);
    let total = |stage: &Stage| stage.nodes.iter().map(|node| node.figure.number()).sum::<f64>();
    let most = flows.stages.iter().map(total).fold(0.0, f64::max);
    let crowd = flows.stages.iter().map(|stage| stage.nodes.len()).max().unwrap_or(1).max(1);
    let gap = (pen.px(26.0)).min(plot.height() * 0.4 / crowd as f64);
    let scale = (plot.height() - gap * (crowd - 1) as f64) / if most > 0.0 { most } else { 1.0 };
    let last = flows.stages.len().saturating_sub(1);
    let x = |stage: usize| plot.left + (plot.width() - thick) * stage as f64 / last.max(1) as f64;
    let mut placed: Vec<Vec<Placed>> = Vec::new();
    for (index, stage) in flows.stages.iter().enumerate() {
        let high = total(stage) * scale + gap * stage.nodes.len().saturating_sub(1) as f64;
        let mut top = plot.top + (plot.height() - high).max(0.0) / 2.0;
        let nodes = stage.nodes.iter().map(|node| {
            let bottom = top + node.figure.number() * scale;
            let frame = Frame { left: x(index), right: x(index) + thick, top, bottom };
            top = bottom + gap;
            Placed { frame, taken_in: 0.0, taken_out: 0.0 }
        });
        placed.push(nodes.collect());
    }
    for link in &flows.links {
        let high = link.figure.number() * scale;
        let mut end = |stage: usize, node: usize, out: bool| -> Option<(f64, f64)> {
            let placed = placed.get_mut(stage)?.get_mut(node)?;
            let (x, taken) = if out {
                (placed.frame.right, &mut placed.taken_out)
            } else {
                (placed.frame.left, &mut placed.taken_in)
            };
            let top = placed.frame.top + *taken;
            *taken += high;
            Some((x, top))
        };
        let (Some(from), Some(to)) = (end(link.stage, link.from, true), end(link.stage + 1, link.to, false)) else {
            continue;
        };
        ribbon(pen, from, to, high, pen.theme.node(link.from))?;
    }
    for ((index, stage), nodes) in flows.stages.iter().enumerate().zip(&placed) {
        for (place, (node, placed)) in stage.nodes.iter().zip(nodes).enumerate() {
            let colour = pen.theme.node(place);
            let paint = Paint { fill: colour, line: colour, hatch: Hatch::Plain };
            let thin = Frame { bottom: placed.frame.bottom.max(placed.frame.top + 1.0), ..placed.frame };
            pen.bar(thin, paint, Some(&node.figure.value))?;
        }
        let spot = match index {
            0 => Spot::Left(frame.left, plot.left - pen.px(14.0)),
            index if index == last => Spot::Right(plot.right + pen.px(14.0), frame.right),
            index => Spot::Over(x(index) + thick + pen.px(10.0), x(index + 1) - pen.px(10.0)),
        };
        head(pen, stage, &spot, frame.top, (x(index), thick))?;
        labels(pen, &stage.nodes, nodes, &spot, plot)?;
    }
    Ok(())
}

/// Where the labels of a stage stand: from one x to another.
enum Spot {
    Left(f64, f64),
    Right(f64, f64),
    Over(f64, f64),
}

impl Spot {
    fn anchor(&self) -> (f64, Anchor) {
        match self {
            Self::Left(_, to) => (*to, Anchor::End),
            Self::Right(from, _) | Self::Over(from, _) => (*from, Anchor::Start),
        }
    }

    fn width(&self) -> f64 {
        let (Self::Left(from, to) | Self::Right(from, to) | Self::Over(from, to)) = self;
        to - from
    }
}

fn head(pen: &Pen<'_>, stage: &Stage, spot: &Spot, top: f64, (x, thick): (f64, f64)) -> Drawn {
    let block = fit(&stage.name, spot.width() + thick, (pen.px(26.0), pen.px(14.0)), Weight::Bold, 1);
    let (x, anchor) = match spot {
        Spot::Left(..) => (x + thick, Anchor::End),
        Spot::Right(..) | Spot::Over(..) => (x, Anchor::Start),
    };
    let look = Look { anchor, weight: Weight::Bold, ..pen.look(0.0, pen.theme.muted) };
    block.draw(pen, x, top, look).map(|_| ())
}

/// Names with figures beside their nodes, moved apart where nodes are thin.
fn labels(pen: &Pen<'_>, nodes: &[Node], placed: &[Placed], spot: &Spot, plot: Frame) -> Drawn {
    let blocks = set(pen, nodes, spot.width(), plot.height());
    let mut tops: Vec<f64> = blocks
        .iter()
        .zip(placed)
        .map(|(block, placed)| (placed.frame.top + placed.frame.bottom - block.height()) / 2.0)
        .collect();
    let mut end = plot.top;
    for (top, block) in tops.iter_mut().zip(&blocks) {
        *top = top.max(end);
        end = *top + block.height();
    }
    let mut end = plot.bottom;
    for (top, block) in tops.iter_mut().zip(&blocks).rev() {
        *top = top.min(end - block.height());
        end = *top;
    }
    let (x, anchor) = spot.anchor();
    for (block, top) in blocks.iter().zip(tops) {
        if let Spot::Over(..) = spot {
            plate(pen, block, x, top)?;
        }
        block.draw(pen, x, top, Look { anchor, ..pen.look(0.0, pen.theme.ink) })?;
    }
    Ok(())
}

/// The ground under a label that stands over ribbons.
fn plate(pen: &Pen<'_>, block: &Block, x: f64, top: f64) -> Result<(), ChartFault> {
    let wide = block.lines.iter().map(|line| pen.width(line, block.size, Weight::Regular)).fold(0.0, f64::max);
    let (left, right) = (x - pen.px(6.0), x + wide + pen.px(6.0));
    let (top, bottom) = (top + pen.px(2.0), top + block.height() - pen.px(2.0));
    let steps = vec![
        PathStep::Move(left, top),
        PathStep::Line(right, top),
        PathStep::Line(right, bottom),
        PathStep::Line(left, bottom),
        PathStep::Close,
    ];
    pen.curve(Curve { steps, ink: pen.theme.ground, alpha: 0.8, stroke: None })
}

/// All labels of a stage in one size, so that they are no higher than the plot together.
fn set(pen: &Pen<'_>, nodes: &[Node], width: f64, most: f64) -> Vec<Block> {
    let least = pen.px(11.0);
    let mut size = pen.px(25.0);
    loop {
        for lines in [3, 2, 1] {
            let blocks: Vec<Block> = nodes
                .iter()
                .map(|node| {
                    let words = format!("{} {}", node.name, node.figure.label.replace(' ', "\u{a0}"));
                    let whole = wrap(&words, width, size, Weight::Regular, lines);
                    if whole.fits { whole } else { cut(node, width, size, lines) }
                })
                .collect();
            let high: f64 = blocks.iter().map(Block::height).sum();
            if high <= most && (size <= least || blocks.iter().all(|block| block.fits)) {
                return blocks;
            }
        }
        if size <= least {
            return nodes.iter().map(|node| cut(node, width, (most / nodes.len() as f64 / 1.3).min(size), 1)).collect();
        }
        size = (size - 1.0).max(least);
    }
}

/// The name cut, the figure whole.
fn cut(node: &Node, width: f64, size: f64, lines: usize) -> Block {
    if lines > 1 {
        let mut name = wrap(&node.name, width, size, Weight::Regular, lines - 1);
        name.lines.push(node.figure.label.clone());
        name.fits = false;
        return name;
    }
    let figure = typeface(Weight::Regular).width(&format!(" {}", node.figure.label), size);
    let mut name = wrap(&node.name, width - figure, size, Weight::Regular, 1);
    if let Some(line) = name.lines.first_mut() {
        *line = format!("{line} {}", node.figure.label);
    }
    name.fits = false;
    name
}

/// A ribbon from the right of a node to the left of another, in the colour of the one that it comes from.
fn ribbon(pen: &Pen<'_>, (x0, y0): (f64, f64), (x1, y1): (f64, f64), high: f64, ink: Rgb) -> Drawn {
    let middle = (x0 + x1) / 2.0;
    let steps = vec![
        PathStep::Move(x0, y0),
        PathStep::Cubic([middle, y0, middle, y1, x1, y1]),
        PathStep::Line(x1, y1 + high),
        PathStep::Cubic([middle, y1 + high, middle, y0 + high, x0, y0 + high]),
        PathStep::Close,
    ];
    pen.curve(Curve { steps, ink, alpha: 0.34, stroke: None })
}
