//! The shapes that a chart may have: names, exact figures and how they are told apart. No position, no colour.

use schemars::JsonSchema;
use serde::Serialize;

use super::figure::{ChartFigure, FigureRange};
use crate::domain::Fraction;

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
    /// In the legend: a year whose amounts are approved is paler.
    Approved,
    /// What services take by norm.
    Needed,
    /// What accounts attribute.
    Accounted,
}

/// What a chart is drawn as.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(tag = "shape", rename_all = "kebab-case")]
pub enum ChartShape {
    /// Stacked columns.
    Columns(StackedColumns),
    /// One year: a dot a figure.
    Dots(DotPlot),
    /// A panel a measure.
    Panels(Panels),
    /// Horizontal bars.
    Bars(BarList),
    /// From one total to another.
    Steps(WaterfallSteps),
    /// Flows between stages.
    Flows(Flows),
    /// Bars around a figure.
    Tornado(Tornado),
    /// A band over the years.
    Band(RangeBand),
    /// Two bars a name, and the gap between them.
    Gaps(GapBars),
}

/// What columns and dots measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnMeasure {
    /// Amounts, on an axis from 0.
    Amounts,
    /// Shares of 100 %.
    Shares,
}

/// Stacked columns.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StackedColumns {
    /// Amounts or shares.
    pub measure: ColumnMeasure,
    /// One a year, in order; a year without figures has no parts.
    pub columns: Vec<StackedColumn>,
}

/// One column.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct StackedColumn {
    /// What stands under it.
    pub name: String,
    /// Whether what it shows was spent; an approved year is paler.
    pub phase: YearPhase,
    /// From the axis outwards; those below 0 go down.
    pub parts: Vec<Segment>,
    /// What stands above it.
    pub total: Option<ChartFigure>,
    /// The range of the total.
    pub range: Option<FigureRange>,
    /// Why it has no parts.
    pub remark: Option<String>,
}

/// Whether the published amounts of a year are executed, approved, or some of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum YearPhase {
    /// All executed.
    Executed,
    /// Some approved.
    Partly,
    /// All approved: an allocation and not spending.
    Approved,
}

/// Where an axis of figures begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AxisStart {
    /// At 0.
    Zero,
    /// Near the least figure, which the notes say.
    Near,
}

impl AxisStart {
    /// Near the least of figures that lie above 0 and in the upper half of the axis.
    pub(super) fn of(figures: &[Fraction]) -> Self {
        let (least, most) = (figures.iter().min(), figures.iter().max());
        match (least, most) {
            (Some(least), Some(most)) if !least.is_negative() && least + least > *most => Self::Near,
            _ => Self::Zero,
        }
    }
}

/// Dots on one axis from 0, with whiskers: one year.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct DotPlot {
    /// Amounts or shares.
    pub measure: ColumnMeasure,
    /// From above down.
    pub dots: Vec<Dot>,
}

/// One dot.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Dot {
    /// What it is of.
    pub name: String,
    /// How it is told apart.
    pub ink: Ink,
    /// Where it is; none leaves a gap.
    pub figure: Option<ChartFigure>,
    /// The range of the figure.
    pub range: Option<FigureRange>,
}

/// A part of a column or bar.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Segment {
    /// How it is told apart.
    pub ink: Ink,
    /// How large it is.
    pub figure: ChartFigure,
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
    pub figure: Option<ChartFigure>,
    /// Its range.
    pub range: Option<FigureRange>,
    /// Whether the series breaks here, so that no line comes from the year before.
    #[serde(rename = "break")]
    pub breaks: bool,
}

/// Horizontal bars, longest first.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BarList {
    /// The bars.
    pub bars: Vec<NamedBar>,
    /// What has no bar, since it is not estimated.
    pub not_estimated: Option<String>,
}

/// One bar.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct NamedBar {
    /// What it is of.
    pub name: String,
    /// From the axis outwards; those below 0 go to the left.
    pub parts: Vec<Segment>,
    /// What stands at its end.
    pub total: ChartFigure,
    /// The range of the total.
    pub range: Option<FigureRange>,
}

/// A waterfall: from one total to another by steps.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct WaterfallSteps {
    /// Where the axis begins: near the totals where the changes are small beside them.
    pub start: AxisStart,
    /// A total, what changes it, and a total again.
    pub steps: Vec<WaterfallStep>,
}

/// One step.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct WaterfallStep {
    /// What it is.
    pub name: String,
    /// Total or change.
    pub kind: WaterfallStepKind,
    /// The total, or the change with its sign.
    pub figure: ChartFigure,
}

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WaterfallStepKind {
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
    pub figure: ChartFigure,
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
    pub figure: ChartFigure,
}

/// What moves a figure.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Tornado {
    /// The figure with every input at its central value.
    pub central: ChartFigure,
    /// One an input, the largest swing first.
    pub swings: Vec<Swing>,
}

/// What one input alone moves a figure to. Both ends may be on one side of it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Swing {
    /// The input.
    pub name: String,
    /// The figure with the input at its low end.
    pub low: ChartFigure,
    /// The figure with the input at its high end.
    pub high: ChartFigure,
}

/// What is needed and what is accounted for, with the gap beside them.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct GapBars {
    /// From above down.
    pub bars: Vec<GapBar>,
}

/// Two bars of one name. A figure that nobody knows is none.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct GapBar {
    /// What they are of.
    pub name: String,
    /// What is needed.
    pub needed: Option<ChartFigure>,
    /// Its range.
    pub needed_range: Option<FigureRange>,
    /// What is accounted for.
    pub accounted: Option<ChartFigure>,
    /// Its range.
    pub accounted_range: Option<FigureRange>,
    /// What is needed less what is accounted for.
    pub gap: Option<ChartFigure>,
    /// What the figure of what is needed lacks.
    pub remark: Option<String>,
}

/// Low, central and high over the years.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct RangeBand {
    /// Where the axis begins.
    pub start: AxisStart,
    /// One a year, in order.
    pub points: Vec<BandPoint>,
}

/// One year of a band.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct BandPoint {
    /// The year.
    pub name: String,
    /// The figure; none leaves a gap.
    pub central: Option<ChartFigure>,
    /// Its range.
    pub range: Option<FigureRange>,
}
