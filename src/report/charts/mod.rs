//! Charts, data first: what a picture shows, in words and exact figures, before anybody draws it.
//!
//! [`spec`] gives the [`ChartSpec`] of a kind; `render::chart` draws it. To add a kind: a file here, a line in [`KINDS`].

mod agencies;
mod footnotes;
mod interval;
mod kind;
mod material;
mod parts;
mod per_victim;
mod sankey;
mod scale;
mod shape;
mod share;
mod spec;
mod tornado;
mod waterfall;
mod words;
mod years;

pub use kind::{ChartError, Kind};
pub use material::Material;
pub use shape::{
    Band, BandPoint, Bar, Bars, Column, Columns, Figure, Flows, Ink, Link, Measure, Node, Panel, Panels, Part, Point,
    Range, Shape, Stage, Step, StepKind, Steps, Swing, Tornado,
};
pub use spec::{ChartSpec, LegendEntry, Unit};

/// Every kind, in the order of the help.
pub const KINDS: [&dyn Kind; 8] = [
    &years::Years,
    &per_victim::PerVictim,
    &share::Share,
    &agencies::Agencies,
    &waterfall::Waterfall,
    &sankey::Sankey,
    &tornado::Tornado,
    &interval::Band,
];

/// The kind of a name.
#[must_use]
pub fn kind_named(name: &str) -> Option<&'static dyn Kind> {
    KINDS.into_iter().find(|kind| kind.name() == name)
}

/// The chart of a kind.
///
/// # Errors
///
/// [`ChartError::Nothing`] where the project has nothing that this kind could show, else a basis that cannot be had or a
/// fault of the frame.
pub fn spec(kind: &dyn Kind, material: &Material<'_>) -> Result<ChartSpec, ChartError> {
    kind.spec(material)
}
