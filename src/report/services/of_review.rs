//! Services as a part of a review: a section of its document, a sheet of its workbook, records of its pack.

use super::{ServicesReport, notes, tables};
use crate::language::Message;
use crate::measures::services::{ServicesFound, services, services_asked};
use crate::measures::{BasisFault, Query};
use crate::message;
use crate::report::context::Context;
use crate::report::sheet::SheetSection;

/// Why a review has no services.
#[derive(Debug, thiserror::Error)]
pub enum WithoutServices {
    /// The project has none of the years shown.
    #[error("there are no services of these years")]
    None,
    /// Only some lines are taken, and a norm of all services is not held against them.
    #[error("only some lines are taken")]
    SomeLines,
    /// The basis cannot be had for one.
    #[error(transparent)]
    Basis(#[from] BasisFault),
}

/// What services take in the years of a report, beside all of its lines; whatever form of exploitation it is of.
///
/// # Errors
///
/// See [`WithoutServices`].
pub fn services_of_report<'c>(context: Context<'c>, query: &Query) -> Result<ServicesFound<'c>, WithoutServices> {
    if services_asked(context.project, query).next().is_none() {
        return Err(WithoutServices::None);
    }
    if !context.attribution.only.takes_all() {
        return Err(WithoutServices::SomeLines);
    }
    Ok(services(context.project, context.attribution, query)?)
}

impl WithoutServices {
    /// The reason where a reader has to know it: services that stand there and are not shown.
    #[must_use]
    pub fn reason(&self) -> Option<Message> {
        match self {
            Self::None => None,
            Self::SomeLines => Some(message!("chart-nothing-services-where")),
            Self::Basis(fault) => Some(fault.message()),
        }
    }
}

/// The section of a review.
#[must_use]
pub fn services_section(report: ServicesReport<'_>) -> SheetSection {
    let title = report.context.say(&message!("services-section"));
    SheetSection { title, words: notes::notes(report), tables: tables(report) }
}
