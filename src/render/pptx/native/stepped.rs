//! Charts whose bars do not begin at 0: a waterfall as columns on a base that is not seen, a tornado as bars from the figure
//! that they move; and two bars a name.

use super::super::series::{Ranged, Series};
use super::{Errors, Native, has_room, legend_name};
use crate::message;
use crate::render::chart::Theme;
use crate::report::charts::{
    AxisStart, ChartFigure, ChartSpec, ColumnMeasure, GapBars, Ink, Swing, Tornado, WaterfallStepKind, WaterfallSteps,
};

/// From one total to another; none where it goes below 0, which no base can carry.
pub(super) fn waterfall(spec: &ChartSpec, theme: &Theme, waterfall: &WaterfallSteps) -> Option<Native> {
    let mut chart = Native::new(spec, ColumnMeasure::Amounts, waterfall.steps.iter().map(|step| &step.figure));
    let mut parts: [Vec<Option<ChartFigure>>; 4] = Default::default();
    let mut bases: Vec<ChartFigure> = Vec::new();
    let mut reached: Option<ChartFigure> = None;
    for step in &waterfall.steps {
        chart.categories.push(format!("{}: {}", step.name, step.figure.label));
        let (base, total, rise, fall) = match step.kind {
            WaterfallStepKind::Total => {
                reached = Some(step.figure.clone());
                (None, Some(step.figure.clone()), None, None)
            }
            WaterfallStepKind::Change => {
                let before = reached.take()?;
                let after = before.plus(&step.figure);
                reached = Some(after.clone());
                if step.figure.is_negative() {
                    (Some(after), None, None, Some(step.figure.size()))
                } else {
                    (Some(before), None, Some(step.figure.clone()), None)
                }
            }
        };
        bases.extend(base.iter().chain(&total).cloned());
        for (part, figure) in parts.iter_mut().zip([base, total, rise, fall]) {
            part.push(figure);
        }
    }
    if bases.iter().any(ChartFigure::is_negative) {
        return None;
    }
    let name = |ink| legend_name(spec, ink);
    let series = [
        (Ink::Total, String::new()),
        (Ink::Total, name(Ink::Total)),
        (Ink::Rise, name(Ink::Rise)),
        (Ink::Fall, name(Ink::Fall)),
    ];
    // Where nothing falls, there is no series of falls, which would have no name. What others stand on is there always.
    let has_figures = |number: usize, part: &[Option<ChartFigure>]| number == 0 || part.iter().any(Option::is_some);
    let shown = parts.iter().zip(series).enumerate().filter(|(number, (part, _))| has_figures(*number, part));
    for (_, (part, (ink, name))) in shown {
        let figures: Vec<Option<&ChartFigure>> = part.iter().map(Option::as_ref).collect();
        // Figures stand with the names: a step may be low.
        let mut series = Series::part(theme, ink, name, &figures);
        series.figured = false;
        chart.bars.push(series);
    }
    if let Some(base) = chart.bars.first_mut() {
        base.name = spec.language.say(&message!("pptx-base"));
        base.hidden = true;
    }
    chart.unlisted = vec![0];
    chart.legend = true;
    let numbers = bases.iter().map(ChartFigure::number);
    match waterfall.start {
        AxisStart::Zero => chart.least = Some("0".to_owned()),
        AxisStart::Near => chart.least = reach(numbers).map(|(least, _)| least),
    }
    Some(chart)
}

/// Bars from a figure to what it is with one input at either end. Where both ends are on one side, the two stand one below
/// the other.
pub(super) fn tornado(spec: &ChartSpec, theme: &Theme, tornado: &Tornado) -> Native {
    let ends = || tornado.swings.iter().flat_map(|swing| [&swing.low, &swing.high]);
    let mut chart = Native::new(spec, ColumnMeasure::Amounts, ends().chain([&tornado.central]));
    chart.title = format!("{} {}", tornado.central.label, spec.unit.name);
    chart.categories = tornado.swings.iter().map(|swing| swing.name.clone()).collect();
    let figures = |pick: fn(&Swing) -> &ChartFigure| -> Vec<Option<&ChartFigure>> {
        tornado.swings.iter().map(|swing| Some(pick(swing))).collect()
    };
    for (ink, figures) in [(Ink::Low, figures(|swing| &swing.low)), (Ink::High, figures(|swing| &swing.high))] {
        chart.bars.push(Series::part(theme, ink, legend_name(spec, ink), &figures).with_figures_at_its_end(theme));
    }
    let is_below = |figure: &ChartFigure| tornado.central.above(figure).starts_with('-');
    let is_beside = |swing: &Swing| is_below(&swing.low) == is_below(&swing.high);
    chart.clustered = true;
    chart.overlap = if tornado.swings.iter().any(is_beside) { 0 } else { 100 };
    chart.lying = true;
    chart.legend = true;
    chart.crosses_at = Some(tornado.central.value.clone());
    if let Some((least, most)) = reach(ends().chain([&tornado.central]).map(ChartFigure::number)) {
        (chart.least, chart.most) = (Some(least), Some(most));
    }
    chart
}

/// What is needed and what is accounted for, with the gap beside the name.
pub(super) fn gaps(spec: &ChartSpec, theme: &Theme, gaps: &GapBars) -> Native {
    let figures = gaps.bars.iter().flat_map(|bar| [&bar.needed, &bar.accounted]).flatten();
    let mut chart = Native::new(spec, ColumnMeasure::Amounts, figures.clone());
    let head = spec.language.say(&message!("chart-head-gap"));
    chart.categories = gaps
        .bars
        .iter()
        .map(|bar| {
            let gap = bar.gap.as_ref().map_or("\u{2013}", |gap| gap.label.as_str());
            let remark = bar.remark.as_ref().map(|remark| format!(" ({remark})")).unwrap_or_default();
            format!("{}{remark}. {head}: {gap}", bar.name)
        })
        .collect();
    let needed: Vec<Ranged<'_>> =
        gaps.bars.iter().map(|bar| Some((bar.needed.as_ref()?, bar.needed_range.as_ref()))).collect();
    let accounted: Vec<Ranged<'_>> =
        gaps.bars.iter().map(|bar| Some((bar.accounted.as_ref()?, bar.accounted_range.as_ref()))).collect();
    let highest = figures.clone().map(ChartFigure::number).fold(0.0, f64::max);
    for (ink, ranged) in [(Ink::Needed, &needed), (Ink::Accounted, &accounted)] {
        let figures: Vec<Option<&ChartFigure>> = ranged.iter().map(|one| one.map(|(figure, _)| figure)).collect();
        let errors = Errors::of(ranged);
        let mut series = Series::part(theme, ink, legend_name(spec, ink), &figures);
        // A figure at the end of a bar would stand on its whisker.
        if errors.is_none() {
            series = series.with_figures_at_its_end(theme);
        } else {
            series.figured = has_room(&figures, highest);
        }
        series.errors = errors;
        chart.bars.push(series);
    }
    chart.clustered = true;
    chart.overlap = 0;
    chart.lying = true;
    chart.legend = true;
    if !figures.into_iter().any(ChartFigure::is_negative) {
        chart.least = Some("0".to_owned());
    }
    chart
}

/// Where an axis near these figures begins and ends; none where they do not differ.
#[expect(clippy::float_arithmetic, reason = "where an axis begins is geometry")]
fn reach(numbers: impl Iterator<Item = f64>) -> Option<(String, String)> {
    let (least, most) = numbers.fold((f64::MAX, f64::MIN), |(least, most), one| (least.min(one), most.max(one)));
    let span = most - least;
    if span.is_nan() || span <= 0.0 {
        return None;
    }
    let step = 10_f64.powf(span.log10().floor());
    let (low, high) = (((least - span * 0.3) / step).floor() * step, ((most + span * 0.3) / step).ceil() * step);
    let low = if least >= 0.0 { low.max(0.0) } else { low };
    Some((format!("{low:.2}"), format!("{high:.2}")))
}

#[cfg(test)]
mod tests {
    use super::reach;

    #[test]
    fn an_axis_near_figures_holds_them_and_ends_at_round_ones() {
        let of = |numbers: &[f64]| reach(numbers.iter().copied());
        assert_eq!(of(&[2_729_000.0, 2_815_000.0]), Some(("2700000.00".to_owned(), "2850000.00".to_owned())));
        assert_eq!(of(&[1.0, 100.0]), Some(("0.00".to_owned(), "130.00".to_owned())));
        assert_eq!(of(&[5.0, 5.0]), None);
    }
}
