//! The services as JSON, `thb-cost/services/1`. Money is text, always; null is not known.

use schemars::JsonSchema;
use serde::Serialize;

use super::{ServicesReport, notes};
use crate::domain::{Fraction, Interval, Users, plain_decimal};
use crate::measures::Known;
use crate::measures::services::{GroupFigures, NeedPerVictim, ServiceFigures, ServicesYear};
use crate::report::document::{InputsDocument, Interval3, inputs};
use crate::report::source::SourceDocument;

/// The document that `services --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ServicesDocument {
    /// `thb-cost/services/1`.
    pub schema: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// Title of the project.
    pub project: String,
    /// Currency of all amounts but those of `in_currency` and `unit_cost`.
    pub currency: String,
    /// `current`, or the year whose prices figures are in.
    pub prices: String,
    /// `best`, `approved` or `executed`: of the accounts.
    pub phase: &'static str,
    /// Counts of people above 0 and below this are not shown; absent where all are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protect: Option<u64>,
    /// By what services are held against the accounts: `step`, `area`, both or neither.
    pub beside: Vec<&'static str>,
    /// The years that have services.
    pub years: Vec<u16>,
    /// In order of year.
    pub rows: Vec<ServicesYearDocument>,
    /// The sources of what is shown.
    pub sources: Vec<SourceDocument>,
    /// The same in the other currencies asked for; left out where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<AlsoServicesDocument>,
    /// What it was made from.
    pub inputs: InputsDocument,
}

/// The services in another currency.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AlsoServicesDocument {
    /// Currency of all amounts but those of `in_currency` and `unit_cost`.
    pub currency: String,
    /// As in the document.
    pub rows: Vec<ServicesYearDocument>,
}

/// The services of a year.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ServicesYearDocument {
    /// The year.
    pub year: u16,
    /// In order of step, area and name by code point.
    pub services: Vec<ServiceRowDocument>,
    /// By step, in order.
    pub steps: Vec<GroupDocument>,
    /// By what they are held against the accounts, in order.
    pub groups: Vec<GroupDocument>,
    /// All together; the accounts of all groups.
    pub total: GroupDocument,
    /// What the accounts attribute to other steps and areas.
    pub elsewhere: Interval3<Option<String>>,
    /// What a reader must know.
    pub notes: Vec<String>,
}

/// One service.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ServiceRowDocument {
    /// Its name.
    pub service: String,
    /// The step of the referral mechanism; blank is the empty text.
    pub step: String,
    /// Who gives it.
    pub agency: String,
    /// Programme area.
    pub area: String,
    /// The measure of victims that `use` is a share of.
    pub measure: String,
    /// The form of exploitation of these victims, `all` for everybody.
    pub exploitation: String,
    /// The victims that `use` is a share of.
    pub victims: Interval3<Option<String>>,
    /// The share of these victims who use it; null where users are counted.
    #[serde(rename = "use")]
    pub share: Interval3<Option<String>>,
    /// How many use it.
    pub users: Interval3<Option<String>>,
    /// Units for each user.
    pub units: Interval3<Option<String>>,
    /// What a unit is.
    pub unit: String,
    /// What a unit costs, in the currency of `in_currency`.
    pub unit_cost: Interval3<Option<String>>,
    /// Its cost in its own currency, where it was rounded once.
    pub in_currency: InCurrencyDocument,
    /// Its cost.
    pub needed: Interval3<Option<String>>,
    /// What one user takes.
    pub per_user: Interval3<Option<String>>,
    /// Its cost over the victims of each measure.
    pub per_victim: Vec<NeedPerVictimDocument>,
    /// Which factor is not known: `users`, `victims`, `units` or `unit-cost`; null where all are.
    pub unknown: Option<&'static str>,
    /// An id in the sources.
    pub source: String,
    /// Free text.
    pub note: String,
    /// Its file.
    pub file: String,
    /// Its row there, as a spreadsheet counts.
    pub row: u64,
}

/// A cost in the currency of its service.
#[derive(Debug, Serialize, JsonSchema)]
pub struct InCurrencyDocument {
    /// The currency.
    pub currency: String,
    /// The cost.
    #[serde(flatten)]
    pub cost: Interval3<Option<String>>,
}

/// Several services together.
#[derive(Debug, Serialize, JsonSchema)]
pub struct GroupDocument {
    /// Their step; null where they are of several.
    pub step: Option<String>,
    /// Their area; null where they may be of several.
    pub area: Option<String>,
    /// How many they are.
    pub services: u64,
    /// How many of them have a cost that nobody knows, and are not in the sum.
    pub unknown: u64,
    /// What they take; null where no cost is known.
    pub needed: Interval3<Option<String>>,
    /// What the accounts attribute to the same step and area; null where they are not held against them.
    pub accounted: Option<AccountedDocument>,
    /// What is needed less what is accounted for, of the figures shown; its bounds are the least and the most that it can be.
    pub difference: Interval3<Option<String>>,
    /// What they take over the victims of each measure.
    pub per_victim: Vec<NeedPerVictimDocument>,
}

/// What accounts attribute.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AccountedDocument {
    /// The cost; null where no line with a known amount contributes.
    #[serde(flatten)]
    pub cost: Interval3<Option<String>>,
    /// What of it rules took from services.
    pub by_norm: Interval3<Option<String>>,
    /// Amounts of lines that no rule decides.
    pub unattributed: String,
    /// Number of lines whose amount nobody published.
    pub not_estimated: u64,
    /// Number of lines that were expected and have no row.
    pub not_reported: u64,
}

/// What services take per victim of one measure.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NeedPerVictimDocument {
    /// `detected`, `identified`, `assisted`, ...
    pub measure: String,
    /// The count, with its range.
    pub victims: Interval3<Option<String>>,
    /// The cost per victim.
    pub needed: Interval3<Option<String>>,
    /// Why a figure is null.
    pub reason: Option<String>,
    /// Whether the series of counts breaks at this year.
    #[serde(rename = "break")]
    pub breaks: bool,
    /// The sources of the count.
    pub sources: Vec<String>,
}

impl ServicesDocument {
    /// From what services are reported from.
    #[must_use]
    pub fn new(report: ServicesReport<'_>) -> Self {
        let context = report.context;
        let beside = report.services.beside;
        let words = [("step", beside.step), ("area", beside.area)];
        let citations = report.citations();
        Self {
            schema: "thb-cost/services/1",
            version: env!("CARGO_PKG_VERSION"),
            project: context.project.title_in(context.language).to_owned(),
            currency: context.query.basis.currency.to_string(),
            prices: context.prices(),
            phase: context.attribution.phase.word(),
            protect: context.project.protection.below(),
            beside: words.into_iter().filter(|(_, is_so)| *is_so).map(|(word, _)| word).collect(),
            years: report.services.years.iter().map(|year| year.year.number()).collect(),
            rows: rows(report),
            also: report.in_each().skip(1).map(also_document).collect(),
            sources: citations.ids().map(|id| SourceDocument::new(context.project, id)).collect(),
            inputs: inputs(context),
        }
    }
}

fn rows(report: ServicesReport<'_>) -> Vec<ServicesYearDocument> {
    report.services.years.iter().map(|year| year_document(report, year)).collect()
}

fn also_document(report: ServicesReport<'_>) -> AlsoServicesDocument {
    AlsoServicesDocument { currency: report.context.query.basis.currency.to_string(), rows: rows(report) }
}

/// A figure in minor units of the basis.
fn money(report: ServicesReport<'_>, known: &Known) -> Interval3<Option<String>> {
    texts(known.as_ref(), |figure| report.context.amount(figure))
}

/// Each bound as text; nulls where nobody knows.
fn texts<T>(known: Option<&Interval<T>>, text: impl Fn(&T) -> String) -> Interval3<Option<String>> {
    known.map(|known| known.map(|bound| Some(text(bound)))).unwrap_or_default().into()
}

fn year_document(report: ServicesReport<'_>, year: &ServicesYear<'_>) -> ServicesYearDocument {
    ServicesYearDocument {
        year: year.year.number(),
        services: year.services.iter().map(|figures| service_document(report, figures)).collect(),
        steps: year.steps.iter().map(|group| group_document(report, group)).collect(),
        groups: year.groups.iter().map(|group| group_document(report, group)).collect(),
        total: group_document(report, &year.total),
        elsewhere: money(report, &year.elsewhere.figures.total()),
        notes: notes::of_year(report, year),
    }
}

fn service_document(report: ServicesReport<'_>, figures: &ServiceFigures<'_>) -> ServiceRowDocument {
    let service = figures.service;
    let share = match &service.users {
        Users::Share(share) => Some(share),
        Users::Count(_) | Users::Unknown | Users::Protected(_) => None,
    };
    let digits = service.currency.digits();
    let own = |units: &num_bigint::BigInt| Fraction::whole(units.clone()).minor_to_decimal(digits);
    ServiceRowDocument {
        service: service.service.to_string(),
        step: service.step.to_string(),
        agency: service.agency.to_string(),
        area: service.area.to_string(),
        measure: service.measure.to_string(),
        exploitation: service.exploitation.to_string(),
        victims: texts(figures.victims.map(|count| count.to_text()).as_ref(), String::clone),
        share: texts(share, plain_decimal),
        users: texts(figures.users.as_ref(), plain_decimal),
        units: texts(service.units.as_ref(), plain_decimal),
        unit: service.unit.to_string(),
        unit_cost: texts(service.unit_cost.as_ref(), plain_decimal),
        in_currency: InCurrencyDocument {
            currency: service.currency.to_string(),
            cost: texts(figures.need.as_ref().ok().map(|need| &need.own), own),
        },
        needed: texts(figures.shown(), |figure| report.context.amount(figure)),
        per_user: money(report, &figures.per_user),
        per_victim: figures.per_victim.iter().map(|figure| per_victim(report, figure)).collect(),
        unknown: figures.need.as_ref().err().map(|factor| factor.word()),
        source: service.source.to_string(),
        note: service.note.to_string(),
        file: service.origin.file.to_string(),
        row: service.origin.row,
    }
}

fn group_document(report: ServicesReport<'_>, group: &GroupFigures) -> GroupDocument {
    GroupDocument {
        step: group.step.as_ref().map(ToString::to_string),
        area: group.area.as_ref().map(ToString::to_string),
        services: group.services,
        unknown: group.unknown,
        needed: money(report, &group.needed),
        accounted: group.accounted.as_ref().map(|accounted| AccountedDocument {
            cost: money(report, &accounted.figures.total()),
            by_norm: money(report, &accounted.by_norm),
            unattributed: report.context.amount(&accounted.figures.unattributed),
            not_estimated: accounted.figures.not_estimated,
            not_reported: accounted.figures.not_reported,
        }),
        difference: texts(group.difference().as_ref(), |units| report.units(units)),
        per_victim: group.per_victim.iter().map(|figure| per_victim(report, figure)).collect(),
    }
}

fn per_victim(report: ServicesReport<'_>, figure: &NeedPerVictim) -> NeedPerVictimDocument {
    let context = report.context;
    NeedPerVictimDocument {
        measure: figure.measure.to_string(),
        victims: texts(figure.victims.map(|count| count.to_text()).as_ref(), String::clone),
        needed: figure.cost.map(|bound| bound.as_ref().map(|bound| context.amount(bound))).into(),
        reason: figure.reason.as_ref().map(|reason| context.say(reason)),
        breaks: figure.breaks,
        sources: figure.source.iter().map(ToString::to_string).collect(),
    }
}
