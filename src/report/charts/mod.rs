//! Charts, data first: what a picture shows, in words and exact figures, before anybody draws it.
//!
//! A [`ChartKind`] gives a [`ChartSpec`]; `render::chart` draws it. To add a kind: a file here, a line in [`KINDS`].

mod agencies;
mod answers;
mod figure;
mod findings;
mod footnotes;
mod interval;
mod kind;
mod material;
mod outturn;
mod parts;
mod per_victim;
mod phases;
mod phrases;
mod sankey;
pub(in crate::report) mod scale;
mod services;
mod shape;
mod share;
mod spec;
mod tornado;
mod waterfall;
mod years;

pub use answers::ChartAnswers;
pub use figure::{ChartFigure, FigureRange};
pub use kind::{ChartError, ChartKind};
pub use material::ChartMaterial;
pub use shape::{
    AxisStart, BandPoint, BarList, ChartShape, ColumnMeasure, Dot, DotPlot, Flows, GapBar, GapBars, Ink, Link,
    NamedBar, Node, Panel, Panels, Point, RangeBand, Segment, StackedColumn, StackedColumns, Stage, Swing, Tornado,
    WaterfallStep, WaterfallStepKind, WaterfallSteps, YearPhase,
};
pub use spec::{ChartSpec, LegendEntry, Unit};

/// Every kind, in the order of the help.
pub const KINDS: [&dyn ChartKind; 10] = [
    &years::Years,
    &per_victim::PerVictim,
    &share::Share,
    &agencies::Agencies,
    &waterfall::Waterfall,
    &sankey::Sankey,
    &tornado::Tornado,
    &interval::Interval,
    &outturn::Outturn,
    &services::Services,
];

/// The kind of a name.
#[must_use]
pub fn kind_named(name: &str) -> Option<&'static dyn ChartKind> {
    KINDS.into_iter().find(|kind| kind.name() == name)
}
