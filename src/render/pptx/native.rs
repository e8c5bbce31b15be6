//! A chart as one that slide programs draw themselves, with its data. A shape that they do not have is no native chart.

mod points;
mod stepped;

use serde::Serialize;

use super::look::Fill;
use super::series::{Errors, Ranged, Series};
use crate::language::Language;
use crate::message;
use crate::render::chart::Theme;
use crate::report::charts::{
    BarList, ChartFigure, ChartShape, ChartSpec, ColumnMeasure, Ink, NamedBar, Segment, StackedColumn, StackedColumns,
    YearPhase,
};

/// Most columns whose parts have figures.
const MOST_FIGURED: usize = 12;

/// A native chart.
#[derive(Debug, Serialize)]
pub(super) struct Native {
    /// Which of the deck.
    pub(super) number: usize,
    pub(super) left: usize,
    pub(super) width: usize,
    title: String,
    pub(super) categories: Vec<String>,
    bars: Vec<Series>,
    lines: Vec<Series>,
    /// Whether bars lie.
    lying: bool,
    /// How figures are written, as spreadsheets say it.
    format: String,
    /// The same with room in front, beside a whisker.
    spaced_format: String,
    axis_format: String,
    /// Whether bars of one name stand beside each other, and by how much of their width they are over each other.
    clustered: bool,
    overlap: u32,
    /// Where the axis begins and ends, and where bars begin; none is left to the program.
    least: Option<String>,
    most: Option<String>,
    crosses_at: Option<String>,
    legend: bool,
    /// Series that the legend leaves out.
    unlisted: Vec<usize>,
}

impl Native {
    /// The charts that show what a chart shows, side by side; none where it is drawn as a picture.
    pub(super) fn charts(spec: &ChartSpec, theme: &Theme) -> Vec<Self> {
        let charts = match &spec.shape {
            ChartShape::Columns(columns) => stacked_columns(spec, theme, columns).into_iter().collect(),
            ChartShape::Bars(bars) => horizontal(spec, theme, bars).into_iter().collect(),
            ChartShape::Dots(dots) => vec![points::dot_plot(spec, theme, dots)],
            ChartShape::Panels(panels) => points::side_by_side(spec, theme, panels),
            ChartShape::Band(band) => vec![points::over_years(spec, theme, band)],
            ChartShape::Steps(steps) => stepped::waterfall(spec, theme, steps).into_iter().collect(),
            ChartShape::Tornado(tornado) => vec![stepped::tornado(spec, theme, tornado)],
            ChartShape::Gaps(gaps) => vec![stepped::gaps(spec, theme, gaps)],
            ChartShape::Flows(_) => Vec::new(),
        };
        charts.into_iter().map(Self::with_letters).collect()
    }

    /// All series, those of bars first, as the data has them.
    pub(super) fn series(&self) -> impl Iterator<Item = &Series> {
        self.bars.iter().chain(&self.lines)
    }

    fn new<'f>(spec: &ChartSpec, measure: ColumnMeasure, written: impl IntoIterator<Item = &'f ChartFigure>) -> Self {
        let (format, axis_format) = formats(spec, measure, written);
        Self {
            number: 0,
            left: 0,
            width: 0,
            title: String::new(),
            categories: Vec::new(),
            bars: Vec::new(),
            lines: Vec::new(),
            lying: false,
            spaced_format: format.replacen(']', "]\"\u{a0}\u{a0}\"", 1),
            format,
            axis_format,
            clustered: false,
            overlap: 100,
            least: None,
            most: None,
            crosses_at: None,
            legend: false,
            unlisted: Vec::new(),
        }
    }

    /// Each series in a column of its own, then the distances of its range.
    fn with_letters(mut self) -> Self {
        let mut column = 1;
        let mut next = || {
            column += 1;
            letters(column)
        };
        for series in self.bars.iter_mut().chain(&mut self.lines) {
            series.letter = next();
        }
        for errors in self.bars.iter_mut().chain(&mut self.lines).filter_map(|series| series.errors.as_mut()) {
            errors.up_letter = next();
            errors.down_letter = next();
        }
        self
    }
}

/// The letters of a column, counted from 1.
fn letters(mut column: u32) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        let letter = char::from_u32(u32::from(b'A') + (column - 1) % 26);
        letters.extend(letter);
        column = (column - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The formats of figures and of an axis: digits as the chart's own labels have them, over thousands as these are.
fn formats<'f>(
    spec: &ChartSpec,
    measure: ColumnMeasure,
    written: impl IntoIterator<Item = &'f ChartFigure>,
) -> (String, String) {
    let mark = spec.language.figure("0.1").chars().nth(1).unwrap_or('.');
    let after = |label: &str| {
        let after = label.rsplit_once(mark).map(|(_, after)| after.chars().take_while(char::is_ascii_digit).count());
        after.unwrap_or(0)
    };
    let digits = written.into_iter().map(|figure| after(&figure.label)).max().unwrap_or(0);
    let decimals = if digits == 0 { String::new() } else { format!(".{}", "0".repeat(digits)) };
    // Signs between digits are those of the chart's language, wherever it is opened.
    let signs = match spec.language {
        Language::English => "[$-809]",
        Language::Bulgarian => "[$-402]",
    };
    match measure {
        ColumnMeasure::Shares => (format!("{signs}0{decimals}\"\u{a0}%\""), format!("{signs}0\"\u{a0}%\"")),
        ColumnMeasure::Amounts => {
            let over = ",".repeat(spec.unit.power as usize / 3);
            (format!("{signs}#,##0{decimals}{over}"), format!("{signs}#,##0{over}"))
        }
    }
}

/// An axis from 0, where it can be.
fn zero(is_possible: bool) -> Option<String> {
    is_possible.then(|| "0".to_owned())
}

fn legend_name(spec: &ChartSpec, ink: Ink) -> String {
    let entry = spec.legend.iter().find(|entry| entry.ink == ink);
    entry.map(|entry| entry.name.clone()).unwrap_or_default()
}

/// The inks of parts, in order of the legend.
fn inks<'s>(spec: &ChartSpec, parts: impl Iterator<Item = &'s Segment>) -> Vec<Ink> {
    let mut there: Vec<Ink> = parts.map(|part| part.ink).collect();
    there.sort();
    there.dedup();
    let place = |ink: &Ink| spec.legend.iter().position(|entry| entry.ink == *ink);
    there.sort_by_key(place);
    there
}

fn of_ink(parts: &[Segment], ink: Ink) -> Option<&ChartFigure> {
    parts.iter().find(|part| part.ink == ink).map(|part| &part.figure)
}

fn is_plain<'s>(mut parts: impl Iterator<Item = &'s Segment>) -> bool {
    !parts.any(|part| part.figure.is_negative())
}

/// Whether all parts of an ink are high enough for figures in them.
#[expect(clippy::float_arithmetic, reason = "whether figures have room is geometry")]
fn has_room(figures: &[Option<&ChartFigure>], highest: f64) -> bool {
    const LEAST: f64 = 0.07;
    figures.len() <= MOST_FIGURED && figures.iter().flatten().all(|figure| figure.number() >= highest * LEAST)
}

fn stacked_columns(spec: &ChartSpec, theme: &Theme, columns: &StackedColumns) -> Option<Native> {
    let parts = || columns.columns.iter().flat_map(|column| &column.parts);
    if !is_plain(parts()) {
        return None;
    }
    let is_shares = columns.measure == ColumnMeasure::Shares;
    // The totals of shares are amounts, which stand on no axis of per cent: they go with the names.
    let totals = || columns.columns.iter().filter_map(|column| column.total.as_ref()).filter(|_| !is_shares);
    let highest = totals().map(ChartFigure::number).fold(0.0, f64::max);
    let highest = if is_shares { 100.0 } else { highest };
    let figures = parts().map(|part| &part.figure).chain(totals());
    let mut chart = Native::new(spec, columns.measure, figures);
    chart.categories = columns.columns.iter().map(|column| category(column, is_shares)).collect();
    let pale: Vec<usize> = positions(columns.columns.iter().map(|column| column.phase == YearPhase::Approved));
    for ink in inks(spec, parts()) {
        let figures: Vec<_> = columns.columns.iter().map(|column| of_ink(&column.parts, ink)).collect();
        let mut series = Series::part(theme, ink, legend_name(spec, ink), &figures);
        series.figured = has_room(&figures, highest);
        series.pale = pale.iter().copied().filter(|index| figures.get(*index).is_some_and(Option::is_some)).collect();
        chart.bars.push(series);
    }
    if totals().next().is_some() {
        let ranged = |column: &'_ StackedColumn| -> Option<_> { Some((column.total.clone()?, column.range.clone())) };
        let ranged: Vec<_> = columns.columns.iter().map(ranged).collect();
        let figures: Vec<Ranged<'_>> =
            ranged.iter().map(|one| one.as_ref().map(|(total, range)| (total, range.as_ref()))).collect();
        let name = spec.language.say(&message!("pptx-total"));
        chart.lines.push(Series::totals(theme, Fill::of(theme.paint(Ink::Total)), name, &figures));
        chart.unlisted = vec![chart.bars.len()];
    }
    chart.most = is_shares.then(|| "100".to_owned());
    chart.least = zero(true);
    chart.legend = chart.bars.len() > 1;
    Some(chart)
}

/// The name of a column, with its total where that is asked for; one that has nothing says why.
fn category(column: &StackedColumn, with_total: bool) -> String {
    match (&column.remark, &column.total) {
        (Some(remark), _) if column.parts.is_empty() => format!("{} ({remark})", column.name),
        (_, Some(total)) if with_total => format!("{}: {}", column.name, total.label),
        _ => column.name.clone(),
    }
}

fn positions(flags: impl Iterator<Item = bool>) -> Vec<usize> {
    flags.enumerate().filter_map(|(index, flag)| flag.then_some(index)).collect()
}

/// Bars that lie, each with its total beside its name; its range stands at the last of its parts.
fn horizontal(spec: &ChartSpec, theme: &Theme, list: &BarList) -> Option<Native> {
    let parts = || list.bars.iter().flat_map(|bar| &bar.parts);
    if !is_plain(parts()) || list.bars.is_empty() {
        return None;
    }
    let highest = list.bars.iter().map(|bar| bar.total.number()).fold(0.0, f64::max);
    let mut chart = Native::new(spec, ColumnMeasure::Amounts, parts().map(|part| &part.figure));
    chart.categories = list.bars.iter().map(|bar| format!("{}: {}", bar.name, bar.total.label)).collect();
    for ink in inks(spec, parts()) {
        let figures: Vec<_> = list.bars.iter().map(|bar| of_ink(&bar.parts, ink)).collect();
        let mut series = Series::part(theme, ink, legend_name(spec, ink), &figures);
        series.figured = has_room(&figures, highest);
        let is_last = |bar: &NamedBar| bar.parts.last().is_some_and(|part| part.ink == ink);
        let ends = list.bars.iter().map(|bar| is_last(bar).then_some((&bar.total, bar.range.as_ref())));
        series.errors = Errors::of(&ends.collect::<Vec<_>>());
        chart.bars.push(series);
    }
    chart.lying = true;
    chart.least = zero(true);
    chart.legend = chart.bars.len() > 1;
    Some(chart)
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_go_on_after_z() {
        for (column, expected) in [(1, "A"), (2, "B"), (26, "Z"), (27, "AA"), (53, "BA"), (703, "AAA")] {
            assert_eq!(letters(column), expected);
        }
    }
}
