//! One figure that an agency is asked for, known by an id that is the same in every version of a project that has it.

use arcstr::ArcStr;

use crate::domain::{ALL_FORMS, Currency, Financing, LineName, Phase, Year};
use crate::ingest::replies::Kind;
use crate::ingest::sha256;

/// A figure that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// Who is asked.
    pub agency: ArcStr,
    /// Of which year.
    pub year: Year,
    /// What it is.
    pub subject: Subject,
}

/// What a figure is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The amount of a line.
    Amount {
        /// The line.
        name: LineName,
        /// Approved or executed.
        phase: Phase,
        /// The currency it is asked in.
        currency: Currency,
    },
    /// A driver.
    Driver {
        /// Its name.
        driver: ArcStr,
        /// What one is, or blank.
        unit: ArcStr,
        /// The currency, where it is money.
        currency: Option<Currency>,
    },
    /// A count of victims.
    Count {
        /// `detected`, `identified`, ...
        measure: ArcStr,
        /// Form of exploitation.
        exploitation: ArcStr,
        /// Group of persons.
        group: ArcStr,
    },
    /// A factor of a service.
    Service {
        /// The service.
        service: ArcStr,
        /// Users, units or cost of a unit.
        factor: Kind,
        /// What a unit is, or blank.
        unit: ArcStr,
        /// The currency of its cost.
        currency: Currency,
    },
}

impl Item {
    /// The item of a subject.
    #[must_use]
    pub fn new(agency: &ArcStr, year: Year, subject: Subject) -> Self {
        Self { id: id(year, &subject), agency: agency.clone(), year, subject }
    }

    /// What kind of figure it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match &self.subject {
            Subject::Amount { .. } => Kind::Amount,
            Subject::Driver { .. } => Kind::Driver,
            Subject::Count { .. } => Kind::Count,
            Subject::Service { factor, .. } => *factor,
        }
    }

    /// The currency, where it is money.
    #[must_use]
    pub fn currency(&self) -> Option<Currency> {
        match &self.subject {
            Subject::Amount { currency, .. } => Some(*currency),
            Subject::Driver { currency, .. } => *currency,
            Subject::Service { factor: Kind::UnitCost, currency, .. } => Some(*currency),
            Subject::Count { .. } | Subject::Service { .. } => None,
        }
    }

    /// What is asked, as `requests` has it: by codes, in no language.
    #[must_use]
    pub fn what(&self) -> String {
        let year = self.year;
        let listed = |parts: &[&str]| {
            parts.iter().copied().filter(|part| !part.is_empty() && *part != ALL_FORMS).collect::<Vec<_>>().join("; ")
        };
        match &self.subject {
            Subject::Amount { name, phase, .. } => {
                let mut parts: Vec<&str> = vec![&name.line, &name.funder, &name.function, &name.area];
                parts.extend(name.own.iter().map(ArcStr::as_str));
                let phase = if *phase == Phase::Approved { " approved" } else { "" };
                format!("amount{phase} {year}: {}", listed(&parts))
            }
            Subject::Driver { driver, .. } => format!("driver {year}: {driver}"),
            Subject::Count { measure, exploitation, group } => {
                format!("victims {year}: {}", listed(&[measure, exploitation, group]))
            }
            Subject::Service { service, factor, .. } => format!("{} {year}: {service}", factor.word()),
        }
    }

    /// Where it stands among the items of its agency: by kind, then a line's years beside one another.
    pub(super) fn order(&self) -> impl Ord + use<> {
        let kind = self.kind();
        let words = match &self.subject {
            Subject::Amount { name, .. } => (name.line.to_string(), self.id_parts()),
            Subject::Service { service, .. } => (service.to_string(), Vec::new()),
            Subject::Driver { .. } | Subject::Count { .. } => (String::new(), self.id_parts()),
        };
        // The factors of a service stand together.
        let kind = if matches!(self.subject, Subject::Service { .. }) { Kind::Users } else { kind };
        (kind, words, self.year, self.kind())
    }

    fn id_parts(&self) -> Vec<String> {
        parts(&self.subject)
    }
}

/// What makes a subject itself.
fn parts(subject: &Subject) -> Vec<String> {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<String>>();
    match subject {
        Subject::Amount { name, phase, currency } => {
            let financing: Financing = name.financing;
            let mut parts = texts(&[
                &name.agency,
                &name.funder,
                financing.word(),
                name.label.word(),
                &name.line,
                &name.function,
                &name.area,
                phase.word(),
                currency.code(),
            ]);
            parts.extend(name.own.iter().map(ToString::to_string));
            parts
        }
        Subject::Driver { driver, .. } => texts(&[driver]),
        Subject::Count { measure, exploitation, group } => texts(&[measure, exploitation, group]),
        Subject::Service { service, .. } => texts(&[service]),
    }
}

/// `q` and the beginning of the digest of what makes it itself.
fn id(year: Year, subject: &Subject) -> String {
    let kind = match subject {
        Subject::Amount { .. } => Kind::Amount,
        Subject::Driver { .. } => Kind::Driver,
        Subject::Count { .. } => Kind::Count,
        Subject::Service { factor, .. } => *factor,
    };
    let text = format!("{}\u{1f}{year}\u{1f}{}", kind.word(), parts(subject).join("\u{1f}"));
    let digest = sha256(text.as_bytes());
    format!("q{}", digest.get(..9).unwrap_or_default())
}
