//! The services of the pack: records of their own, a section of the document and a sheet of the workbook, where the project has
//! services of the years shown.

use super::{Material, PackFile, Parts, plain};
use crate::measures::Query;
use crate::measures::services::ServicesFound;
use crate::render::{RenderError, format_named};
use crate::report::services::{ServicesReport, WithoutServices, services_of_report, services_section};
use crate::report::workbook::{Workbook, add_services};
use crate::report::{Context, Deliverable, FlatTable, Report, ReportError, Sheet, SheetSection};

/// The services with the question that they answer: dimensions and forms of exploitation are none of theirs.
pub(super) struct Found<'m> {
    query: Query,
    services: Result<ServicesFound<'m>, WithoutServices>,
}

impl<'m> Found<'m> {
    pub(super) fn new(material: &Material<'m>) -> Self {
        let query = Query { by: Vec::new(), exploitation: None, ..material.context.query.clone() };
        Self { services: services_of_report(material.context, &query), query }
    }

    /// As they are reported.
    pub(super) fn report<'f>(&'f self, context: Context<'f>) -> Option<ServicesReport<'f>> {
        let services = self.services.as_ref().ok()?;
        Some(ServicesReport { context: Context { query: &self.query, ..context }, services })
    }

    /// The section, or why there is none where a reader has to know it.
    fn section(&self, context: Context<'_>) -> Option<SheetSection> {
        match &self.services {
            Ok(_) => self.report(context).map(services_section),
            Err(without) => without.reason().map(|reason| SheetSection {
                title: context.say(&crate::message!("services-section")),
                words: vec![context.say(&reason)],
                tables: Vec::new(),
            }),
        }
    }
}

/// The report with the section of services.
pub(super) struct WithServices<'r> {
    pub(super) context: Context<'r>,
    pub(super) services: &'r Found<'r>,
}

impl Deliverable for WithServices<'_> {
    fn sheet(&self) -> Result<Sheet, ReportError> {
        let mut sheet = Report(self.context).sheet()?;
        sheet.sections.extend(self.services.section(self.context));
        Ok(sheet)
    }

    fn flat(&self) -> Result<FlatTable<'_>, ReportError> {
        let report = Report(self.context);
        let flat = report.flat()?;
        let rows = flat.rows.iter().map(|row| row.iter().map(|cell| cell.to_string().into()).collect());
        Ok(FlatTable { rows: rows.collect(), header: flat.header })
    }

    fn json(&self) -> Result<String, ReportError> {
        Report(self.context).json()
    }

    fn workbook(&self) -> Result<Workbook, ReportError> {
        Report(self.context).workbook()
    }
}

/// `services.csv` and `services.json`.
pub(super) fn records(parts: &Parts<'_>) -> Result<Vec<PackFile>, RenderError> {
    let Some(report) = parts.services.report(parts.material.context) else { return Ok(Vec::new()) };
    let formats = ["csv", "json"].into_iter().filter_map(|name| Some((name, format_named(name)?)));
    formats
        .map(|(ending, format)| {
            let bytes = format.render(&report, plain(parts.material))?;
            Ok(PackFile { path: format!("services.{ending}"), bytes })
        })
        .collect()
}

/// Adds their sheet to a workbook.
pub(super) fn add_sheet(parts: &Parts<'_>, workbook: &mut Workbook) {
    if let Some(report) = parts.services.report(parts.material.context) {
        add_services(report, workbook);
    }
}
