//! What services take by norm, beside the accounts, as a report: tables, flat records, a workbook and a JSON document.

mod document;
mod notes;
mod of_review;
mod rows;
mod sheet;
mod tables;
mod words;

pub use document::{
    AccountedDocument, AlsoServicesDocument, GroupDocument, InCurrencyDocument, NeedPerVictimDocument,
    ServiceRowDocument, ServicesDocument, ServicesYearDocument,
};
pub(crate) use notes::notes as notes_of;
pub use of_review::{WithoutServices, services_of_report, services_section};
pub use rows::{PER_MEASURE, SERVICES, flat_services};
pub(crate) use tables::tables;
pub use words::step_name;

use std::collections::BTreeSet;

use arcstr::ArcStr;

use super::citations::Citations;
use super::context::Context;
use super::deliverable::Deliverable;
use super::error::ReportError;
use super::rows::FlatTable;
use super::sheet::{Sheet, Table};
use super::sheets::subtitle;
use super::workbook::{Workbook, services_workbook};
use crate::attribution::Attribution;
use crate::domain::{ALL_FORMS, Users};
use crate::measures::services::{ServicesFound, services};
use crate::measures::{BasisFault, Query};
use crate::project::{Project, links};

/// What services are reported from.
#[derive(Debug, Clone, Copy)]
pub struct ServicesReport<'c> {
    /// The project and what was asked; its costs are not shown.
    pub context: Context<'c>,
    /// The answer.
    pub services: &'c ServicesFound<'c>,
    /// The answers in the other currencies of the query, in their order.
    pub also: &'c [ServicesInCurrency<'c>],
}

/// What services take in another currency.
#[derive(Debug)]
pub struct ServicesInCurrency<'c> {
    /// The same question with that currency as the main one.
    pub query: Query,
    /// The answer.
    pub services: ServicesFound<'c>,
}

impl<'c> ServicesInCurrency<'c> {
    /// What services take in each of the other currencies of a query.
    ///
    /// # Errors
    ///
    /// A basis that cannot be had for one.
    pub fn of_others(
        project: &'c Project,
        attribution: &'c Attribution,
        query: &Query,
    ) -> Result<Vec<Self>, BasisFault> {
        let found = |query: Query| Ok(Self { services: services(project, attribution, &query)?, query });
        query.in_others().map(found).collect()
    }
}

impl<'c> ServicesReport<'c> {
    /// The same in every currency asked for, the main one first.
    pub(super) fn in_each(self) -> impl Iterator<Item = Self> + use<'c> {
        let also = self.also.iter().map(move |other| Self {
            context: Context { query: &other.query, ..self.context },
            services: &other.services,
            also: &[],
        });
        std::iter::once(self).chain(also)
    }

    /// A table in every currency asked for.
    fn beside(self, make: impl Fn(Self) -> Option<Table>) -> Option<Table> {
        let tables = self.in_each().filter_map(|report| Some((report.context.query.basis.currency, make(report)?)));
        Table::beside(tables.collect(), self.context.language)
    }

    /// Whether it stands beside the same in the main currency.
    pub(super) fn is_beside(&self) -> bool {
        !self.context.query.also.is_empty() && self.also.is_empty()
    }

    /// Title, and scope with unit.
    pub(super) fn titles(&self) -> (String, String) {
        let years: Vec<_> = self.services.years.iter().map(|year| year.year).collect();
        let context = self.context;
        (context.project.title_in(context.language).to_owned(), subtitle(context, &years))
    }

    /// The sources of what is shown: services, counts, prices and rates.
    pub(super) fn citations(&self) -> Citations {
        let Context { project, query, .. } = self.context;
        let mut ids: Vec<&ArcStr> = Vec::new();
        for year in &self.services.years {
            for figures in &year.services {
                let service = figures.service;
                ids.push(&service.source);
                if matches!(service.users, Users::Share(_)) {
                    let counted = project.victims.row(&service.measure, year.year, &service.exploitation);
                    ids.extend(counted.map(|row| &row.source));
                }
                let rate = project.exchange.row(service.currency, query.basis.currency, year.year);
                ids.extend(rate.map(|rate| &rate.source));
            }
            let counted = query.measures.iter().filter_map(|of| project.victims.row(of, year.year, ALL_FORMS));
            ids.extend(counted.map(|row| &row.source));
            let needed: BTreeSet<_> = query.basis.prices.iter().flat_map(|prices| links(year.year, *prices)).collect();
            ids.extend(project.prices.rows().filter(|row| needed.contains(&row.year)).map(|row| &row.source));
        }
        Citations::of_ids(ids)
    }
}

impl Deliverable for ServicesReport<'_> {
    fn sheet(&self) -> Result<Sheet, ReportError> {
        Ok(sheet::sheet(*self))
    }

    fn flat(&self) -> Result<FlatTable<'_>, ReportError> {
        Ok(flat_services(*self))
    }

    fn json(&self) -> Result<String, ReportError> {
        Ok(serde_json::to_string_pretty(&ServicesDocument::new(*self))?)
    }

    fn workbook(&self) -> Result<Workbook<'_>, ReportError> {
        services_workbook(*self)
    }
}
