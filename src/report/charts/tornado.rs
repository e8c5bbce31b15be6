//! `tornado`: what each uncertain input moves the figure by, alone, the largest swing first.

use arcstr::ArcStr;

use super::kind::{ChartError, ChartKind};
use super::material::{ChartMaterial, Counts};
use super::phrases;
use super::scale::Scale;
use super::shape::{ChartShape, Ink, Swing, Tornado as Swings};
use super::spec::{ChartSpec, Draft, Span};
use crate::domain::Fraction;
use crate::language::{Between, Message, Value};
use crate::measures::sensitivity::{Input, Kind as InputKind, Measures, Uncertain, Variant, What, sensitivity};
use crate::measures::{CostError, Query};
use crate::message;
use crate::report::called::titled;

/// Most inputs; the others are named in a note.
const MOST_INPUTS: usize = 16;

/// Most digits beyond those that the longest bar needs; what they do not tell apart is named in a note.
const MOST_DIGITS_MORE: usize = 2;

pub(super) struct Tornado;

impl ChartKind for Tornado {
    fn name(&self) -> &'static str {
        "tornado"
    }

    fn takes_measures(&self) -> bool {
        true
    }

    fn spec(&self, material: &ChartMaterial<'_>) -> Result<ChartSpec, ChartError> {
        let language = material.language;
        let cost = material.cost(&[], Counts::Shown)?;
        let variant = Variant::only(material.project, material.attribution);
        let (answers, drawing) = (material.answers, material.answers.drawing);
        let swings = |query: &Query| sensitivity(&[variant], query, &cost, Measures::Each, drawing);
        let found = answers.sensitivity(material.query, drawing, swings).map_err(CostError::from)?;
        let Some((figure, per_victim)) = shown(&found.figures, material.query).filter(|(of, _)| !of.tornado.is_empty())
        else {
            return Err(ChartError::Nothing(message!("chart-nothing-uncertain")));
        };
        let amount = |moved: f64| Fraction::whole(figure.at(moved).round_half_away());
        let bars: Vec<(String, Fraction, Fraction)> = figure
            .tornado
            .iter()
            .filter_map(|bar| {
                let name = language.say(&name(material, found.inputs.get(bar.input)?));
                Some((name, amount(bar.at_low), amount(bar.at_high)))
            })
            .collect();
        let central = amount(0.0);
        let ends = bars.iter().flat_map(|(_, low, high)| [low, high]).chain([&central]);
        let scale = match per_victim {
            None => Scale::of(language, material.query.basis.currency, ends),
            Some(_) => Scale::per_victim(language, material.query.basis.currency, ends),
        };
        let scale = telling_apart(scale, &bars);
        let mut notes = vec![message!("chart-note-tornado")];
        let (told, alike): (Vec<_>, Vec<_>) = bars.iter().partition(|(_, low, high)| tells_apart(&scale, low, high));
        let smaller = told.iter().skip(MOST_INPUTS).chain(&alike);
        let names: Vec<&str> = smaller.map(|(name, ..)| name.as_str()).collect();
        if !names.is_empty() {
            notes.push(message!("chart-note-smaller", names = phrases::some(&names)));
        }
        let swings = told.iter().take(MOST_INPUTS).map(|(name, low, high)| Swing {
            name: phrases::capital(name),
            low: scale.figure(low),
            high: scale.figure(high),
        });
        let swings: Vec<Swing> = swings.collect();
        let values = swings.iter().map(|swing| {
            Value::Message(message!(
                "chart-alt-swing",
                name = &swing.name,
                low = &swing.low.label,
                high = &swing.high.label
            ))
        });
        let central = scale.figure(&central);
        let is_per_victim = per_victim.is_some();
        let title = match per_victim {
            None => message!("chart-title-tornado", span = phrases::span(&cost)),
            Some(measure) => {
                message!(
                    "chart-title-tornado-per-victim",
                    measure = phrases::measure(material, &measure),
                    span = phrases::span(&cost)
                )
            }
        };
        let finding = swings.first().map(|swing| {
            let (low, high) = if told.first().is_some_and(|(_, low, high)| low > high) {
                (&swing.high.label, &swing.low.label)
            } else {
                (&swing.low.label, &swing.high.label)
            };
            message!("chart-finding-tornado", name = &swing.name, low = low, high = high, unit = scale.unit())
        });
        let draft = Draft {
            title,
            finding,
            span: if is_per_victim { Span::Years } else { Span::Sum },
            alt: message!(
                "chart-alt-tornado",
                unit = scale.unit(),
                central = &central.label,
                values = Value::list(values, Between::Semicolons)
            ),
            shape: ChartShape::Tornado(Swings { central, swings }),
            inks: vec![Ink::Low, Ink::High],
            scale,
            notes,
        };
        // Counts are sources of a cost per victim only.
        let cost = if is_per_victim { cost } else { material.cost(&[], Counts::NotShown)? };
        Ok(draft.finish(self.name(), material, &cost))
    }
}

/// With digits enough to tell the ends of the bars, or at least of the longest, from one another.
fn telling_apart(scale: Scale, bars: &[(String, Fraction, Fraction)]) -> Scale {
    let longest = bars.first();
    let apart = scale.with_digits(|scale| longest.is_none_or(|(_, low, high)| tells_apart(scale, low, high)));
    let mut more = apart;
    for _ in 0..MOST_DIGITS_MORE {
        let all = |scale: &Scale| bars.iter().all(|(_, low, high)| tells_apart(scale, low, high));
        if all(&more) {
            return more;
        }
        more = more.with_one_more_digit();
    }
    more
}

fn tells_apart(scale: &Scale, low: &Fraction, high: &Fraction) -> bool {
    scale.figure(low).label != scale.figure(high).label
}

/// The figure that is shown: the cost of all years asked for, or, where one year and one measure are asked for, the cost
/// per victim, so that the count is among the inputs.
fn shown<'f>(figures: &'f [Uncertain], query: &Query) -> Option<(&'f Uncertain, Option<String>)> {
    let costs = || figures.iter().filter(|of| of.figure.what == What::Cost);
    let years = costs().filter(|of| of.figure.year.is_some()).count();
    if let ([measure], 1) = (query.measures.as_slice(), years) {
        let wanted = What::PerVictim(measure.clone());
        let of_measure = figures.iter().find(|of| of.figure.what == wanted && of.interval.central.is_some());
        if let Some(found) = of_measure {
            return Some((found, Some(measure.to_string())));
        }
    }
    let whole = costs().find(|of| of.figure.year.is_none()).or_else(|| costs().next());
    whole.map(|found| (found, None))
}

/// An input in words.
fn name(material: &ChartMaterial<'_>, input: &Input) -> Message {
    let language = material.language;
    let titled = |id: &ArcStr| titled(material.project, id, language);
    let said = |dimension: &str, code: &str| material.project.names.said(dimension, code, language).to_owned();
    match &input.kind {
        InputKind::Share { rule, factor: None } => message!("chart-input-rule", id = titled(rule)),
        InputKind::Share { rule, factor: Some(factor) } => {
            message!("chart-input-factor", id = titled(rule), factor = factor.to_string())
        }
        InputKind::Weight { rule, factor: None } => message!("chart-input-weight", id = titled(rule)),
        InputKind::Weight { rule, factor: Some(factor) } => {
            message!("chart-input-weight-of-factor", id = titled(rule), factor = factor.to_string())
        }
        InputKind::Driver { name, year } => message!("chart-input-driver", driver = said("driver", name), year = year),
        InputKind::Years { name } => message!("chart-input-years", driver = said("driver", name)),
        InputKind::Group { name } => message!("chart-input-group", name = name),
        InputKind::Victims { measure, year, form } => {
            let measure = phrases::measure(material, measure);
            match form {
                None => message!("chart-input-victims", measure = measure, year = year),
                Some(form) => {
                    let form = language.name("exploitation", form);
                    message!("chart-input-victims-of", measure = measure, form = form, year = year)
                }
            }
        }
        InputKind::Service { service, year, factor } => {
            let factor = Message::word("service-factor", factor.word());
            message!("chart-input-service", service = said("service", service), year = year, factor = factor)
        }
        InputKind::Rules(_) | InputKind::Measure(_) => message!("chart-input-choice", name = &input.name),
    }
}
