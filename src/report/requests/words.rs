//! A figure that is asked for, as an official reads it: what it is, what counts as that, in which unit, what is known.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::item::{Item, Subject};
use crate::domain::{ALL_FORMS, BudgetLine, Count, LineName, Phase, PhaseChoice, plain_decimal};
use crate::ingest::replies::Kind;
use crate::language::{Language, Value};
use crate::message;
use crate::project::Project;

/// What is said of items in a language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words<'p> {
    pub(super) project: &'p Project,
    pub(super) language: Language,
    /// What is known of lines in other years.
    pub(super) lines: &'p LinesByName,
}

/// The lines of a project by what names them in every year, each in order.
#[derive(Debug, Default)]
pub(super) struct LinesByName(HashMap<LineName, Vec<Arc<BudgetLine>>, RandomState>);

impl LinesByName {
    pub(super) fn of(project: &Project) -> Self {
        let mut found = Self::default();
        for line in project.selected(PhaseChoice::Best) {
            found.0.entry(line.key().name()).or_default().push(line);
        }
        found
    }
}

impl Words<'_> {
    /// What the project calls a code.
    pub(super) fn called(&self, dimension: &str, code: &str) -> String {
        match self.project.names.name(dimension, code, self.language) {
            Some(name) => name.to_owned(),
            // A code that nobody named is a file's word: its marks are no letters of a sentence.
            None if dimension == "driver" => code.replace('_', " "),
            None => self.language.name(dimension, code),
        }
    }

    /// What it is, with a capital.
    pub(super) fn what(&self, item: &Item) -> String {
        let text = self.named(item);
        let mut letters = text.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
    }

    fn named(&self, item: &Item) -> String {
        let say = |message| self.language.say(&message);
        match &item.subject {
            Subject::Amount { name, .. } => self.called("line", &name.line),
            Subject::Driver { driver, .. } => self.called("driver", driver),
            Subject::Count { measure, exploitation, group } => {
                let measure = self.called("measure", measure);
                let part = |code: &str, kind: &str| {
                    if code == ALL_FORMS { String::new() } else { format!("; {}", self.called(kind, code)) }
                };
                let form = part(exploitation, "exploitation");
                say(message!("request-count", measure = measure, form = form, group = part(group, "group")))
            }
            Subject::Service { service, factor, .. } => {
                let service = self.called("service", service);
                say(match factor {
                    Kind::Units => message!("request-units", service = service),
                    Kind::UnitCost => message!("request-unit-cost", service = service),
                    _ => message!("request-users", service = service),
                })
            }
        }
    }

    /// What counts as that.
    pub(super) fn about(&self, item: &Item) -> String {
        let say = |message| self.language.say(&message);
        match &item.subject {
            Subject::Amount { name, phase, .. } => {
                let mut parts = vec![match phase {
                    Phase::Executed => say(message!("request-executed")),
                    Phase::Approved => say(message!("request-approved")),
                }];
                parts.push(say(message!("request-funder", funder = self.called("funder", &name.funder))));
                if !name.area.is_empty() {
                    parts.push(say(message!("request-area", area = self.called("area", &name.area))));
                }
                let own = self.project.dimensions.iter().zip(name.own.iter()).filter(|(_, value)| !value.is_empty());
                parts.extend(
                    own.map(|(of, value)| format!("{}: {}.", self.called("dimension", of), self.called(of, value))),
                );
                parts.join(" ")
            }
            Subject::Driver { driver, .. } => {
                let rules = self.project.rules.rules.iter().filter(|rule| {
                    let of_split = rule.split.parts().flat_map(|by| by.weights.drivers());
                    rule.share.drivers().into_iter().chain(of_split).any(|used| used == driver)
                });
                let rules: Vec<Value> = rules
                    .map(|rule| match self.project.names.name("rule", &rule.id, self.language) {
                        Some(name) => name.into(),
                        None => (&rule.title).into(),
                    })
                    .collect();
                say(message!("request-driver", rules = rules))
            }
            Subject::Count { .. } => say(message!("request-count-about")),
            Subject::Service { factor, unit, .. } => say(match factor {
                Kind::Units => message!("request-units-about"),
                Kind::UnitCost => message!("request-unit-cost-about", unit = self.called("unit", unit)),
                _ => message!("request-users-about"),
            }),
        }
    }

    /// In what it is asked.
    pub(super) fn unit(&self, item: &Item) -> String {
        let money = |code: String| self.language.name("currency", &code);
        match (&item.subject, item.currency()) {
            (Subject::Driver { unit, .. }, _) if !unit.is_empty() => self.called("unit", unit),
            (_, Some(currency)) => money(currency.to_string()),
            (Subject::Service { factor: Kind::Units, unit, .. }, _) if !unit.is_empty() => self.called("unit", unit),
            (Subject::Count { .. } | Subject::Service { factor: Kind::Users, .. }, _) => {
                self.language.say(&message!("request-persons"))
            }
            _ => String::new(),
        }
    }

    /// What is known of the nearest year that somebody published: the latest before, else the first after.
    pub(super) fn known(&self, item: &Item) -> String {
        let known = match &item.subject {
            Subject::Amount { name, .. } => {
                let known = self.lines.0.get(name).into_iter().flatten().filter_map(|line| {
                    let currency = self.language.name("currency", line.key().currency.code());
                    let amount = self.language.figure(&line.plain(line.amount()?));
                    Some((line.key().year, format!("{amount} {currency}"), line.key().source.to_string()))
                });
                known.collect::<Vec<_>>()
            }
            Subject::Driver { driver, .. } => {
                let rows = self.project.drivers.rows(driver);
                let known = rows.filter_map(|row| {
                    let value = row.fractions()?.central;
                    Some((row.year, self.language.figure(&plain_decimal(&value)), row.source.to_string()))
                });
                known.collect()
            }
            Subject::Count { measure, exploitation, group } => {
                let rows =
                    self.project.victims.rows().filter(|row| {
                        row.measure == *measure && row.exploitation == *exploitation && row.group == *group
                    });
                let said = |count: Count| match count.whole() {
                    Some(whole) => self.language.figure(&whole.to_string()),
                    None => format!("{}\u{2013}{}", count.low(), count.high()),
                };
                rows.filter_map(|row| Some((row.year, said(row.count?), row.source.to_string()))).collect()
            }
            Subject::Service { service, factor, .. } => {
                let rows = self.project.services.rows().filter(|row| row.service == *service);
                let known = rows.filter_map(|row| {
                    let value = match factor {
                        Kind::Units => row.units.as_ref()?.central.clone(),
                        Kind::UnitCost => row.unit_cost.as_ref()?.central.clone(),
                        _ => match &row.users {
                            crate::domain::Users::Count(count) => count.central(),
                            _ => return None,
                        },
                    };
                    Some((row.year, self.language.figure(&plain_decimal(&value)), row.source.to_string()))
                });
                known.collect()
            }
        };
        let before = known.iter().filter(|(year, ..)| *year < item.year).max_by_key(|(year, ..)| *year);
        let nearest =
            before.or_else(|| known.iter().filter(|(year, ..)| *year > item.year).min_by_key(|(year, ..)| *year));
        match nearest {
            None => self.language.say(&message!("request-known-none")),
            Some((year, figure, source)) if source.is_empty() => {
                self.language.say(&message!("request-known", year = year, figure = figure))
            }
            Some((year, figure, source)) => {
                let source = self.source(source);
                self.language.say(&message!("request-known-source", year = year, figure = figure, source = source))
            }
        }
    }

    /// A source as a person knows it.
    fn source(&self, id: &str) -> String {
        if let Some(name) = self.project.names.name("source", id, self.language) {
            return name.to_owned();
        }
        let source = self.project.sources.as_ref().and_then(|sources| sources.get(id));
        source.map_or_else(|| id.to_owned(), |source| source.title.clone())
    }

    /// The heading of a kind of figures.
    pub(super) fn caption(&self, kind: Kind) -> String {
        self.language.say(&match kind {
            Kind::Amount => message!("request-caption-amounts"),
            Kind::Driver => message!("request-caption-drivers"),
            Kind::Count => message!("request-caption-counts"),
            Kind::Users | Kind::Units | Kind::UnitCost => message!("request-caption-services"),
        })
    }
}
