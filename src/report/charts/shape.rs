//! The shapes that a chart may have: names, exact figures and how they are told apart. No position, no colour.

use schemars::JsonSchema;
use serde::Serialize;

/// A figure: its exact value and how it is written in the picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Figure {
    /// Plain decimal text: an amount in units of the currency, a share in per cent.
    pub value: String,
    /// As drawn, in the chart's unit and language.
    pub label: String,
}

/// A range around a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Range {
    /// The lower bound.
    pub low: Figure,
    /// The upper bound.
    pub high: Figure,
}

/// How a part is told apart from others, before it has a colour or a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Ink {
    /// Labelled lines, state financing.
    LabelledState,
    /// Labelled lines, external financing.
    LabelledExternal,
    /// Attributed of unlabelled lines, state financing.
    AttributedState,
    /// Attributed of unlabelled lines, external financing.
    AttributedExternal,
    /// Labelled lines of either financing.
    Labelled,
    /// Attributed of unlabelled lines of either financing.
    Attributed,
    /// A total, or a figure that has no parts.
    Total,
    /// What adds to a total.
    Rise,
    /// What takes from a total.
    Fall,
    /// With an input at its low end.
    Low,
    /// With an input at its high end.
    High,
}

/// What a chart is drawn as.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(tag = "shape", rename_all = "kebab-case")]
pub enum Shape {
    /// Stacked columns.
    Columns(Columns),
    /// A panel a measure.
    Panels(Panels),
    /// Horizontal bars.
    Bars(Bars),
    /// From one total to another.
    Steps(Steps),
    /// Flows between stages.
    Flows(Flows),
    /// Bars around a figure.
    Tornado(Tornado),
    /// A band over the years.
    Band(Band),
}

/// What stacked columns measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Amounts, on an axis from 0.
    Amounts,
    /// Shares of 100 %.
    Shares,
}

/// Stacked columns.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Columns {
    /// Amounts or shares.
    pub measure: Measure,
    /// One a year, in order; a year without figures has no parts.
    pub columns: Vec<Column>,
}

/// One column.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Column {
    /// What stands under it.
    pub name: String,
    /// From the axis outwards; those below 0 go down.
    pub parts: Vec<Part>,
    /// What stands above it.
    pub total: Option<Figure>,
    /// The range of the total.
    pub range: Option<Range>,
    /// Why it has no parts.
    pub remark: Option<String>,
}

/// A part of a column or bar.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Part {
    /// How it is told apart.
    pub ink: Ink,
    /// How large it is.
    pub figure: Figure,
}

/// Panels side by side, each with an axis of its own from 0.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Panels {
    /// One a measure.
    pub panels: Vec<Panel>,
}

/// One panel.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Panel {
    /// What it shows.
    pub name: String,
    /// One a year, in order.
    pub points: Vec<Point>,
    /// Why it is empty, where no point has a figure.
    pub remark: Option<String>,
}

/// One year of a panel.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Point {
    /// The year.
    pub name: String,
    /// The figure; none leaves a gap.
    pub figure: Option<Figure>,
    /// Its range.
    pub range: Option<Range>,
    /// Whether the series breaks here, so that no line comes from the year before.
    #[serde(rename = "break")]
    pub breaks: bool,
}

/// Horizontal bars, longest first.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Bars {
    /// The bars.
    pub bars: Vec<Bar>,
    /// What has no bar, since it is not estimated.
    pub not_estimated: Option<String>,
}

/// One bar.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Bar {
    /// What it is of.
    pub name: String,
    /// From the axis outwards; those below 0 go to the left.
    pub parts: Vec<Part>,
    /// What stands at its end.
    pub total: Figure,
    /// The range of the total.
    pub range: Option<Range>,
}

/// A waterfall: from one total to another by steps.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Steps {
    /// A total, what changes it, and a total again.
    pub steps: Vec<Step>,
}

/// One step.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Step {
    /// What it is.
    pub name: String,
    /// Total or change.
    pub kind: StepKind,
    /// The total, or the change with its sign.
    pub figure: Figure,
}

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// A total, from 0.
    Total,
    /// A change, from where the step before ended.
    Change,
}

/// Flows between stages, widths to scale.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Flows {
    /// From left to right.
    pub stages: Vec<Stage>,
    /// Between neighbouring stages.
    pub links: Vec<Link>,
}

/// One stage.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Stage {
    /// What stands above it.
    pub name: String,
    /// Largest first.
    pub nodes: Vec<Node>,
}

/// One node.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Node {
    /// What it is.
    pub name: String,
    /// What flows through it.
    pub figure: Figure,
}

/// A flow from a node of a stage to a node of the next.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Link {
    /// The stage it comes from, counted from 0.
    pub stage: usize,
    /// The node there.
    pub from: usize,
    /// The node in the next stage.
    pub to: usize,
    /// How much.
    pub figure: Figure,
}

/// What moves a figure.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Tornado {
    /// The figure with every input at its central value.
    pub central: Figure,
    /// One an input, the largest swing first.
    pub swings: Vec<Swing>,
}

/// What one input alone moves a figure to. Both ends may be on one side of it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Swing {
    /// The input.
    pub name: String,
    /// The figure with the input at its low end.
    pub low: Figure,
    /// The figure with the input at its high end.
    pub high: Figure,
}

/// Low, central and high over the years.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Band {
    /// One a year, in order.
    pub points: Vec<BandPoint>,
}

/// One year of a band.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BandPoint {
    /// The year.
    pub name: String,
    /// The figure; none leaves a gap.
    pub central: Option<Figure>,
    /// Its range.
    pub range: Option<Range>,
}
