//! What a review says: its findings first, then the tables of the report, then its further parts: what changed, how sure,
//! outturn, coverage, rules.
//!
//! A part is a line in [`sections::SECTIONS`], a finding one in [`super::findings`].

mod sections;

pub(super) use sections::Extent;
pub use sections::{SECTIONS, Section};

use super::compare::CompareReport;
use super::context::Context;
use super::coverage::CoverageReport;
use super::deliverable::Deliverable;
use super::error::ReportError;
use super::findings::{Finding, findings};
use super::outturn::OutturnReport;
use super::rows::{FlatTable, flat_report};
use super::rulebook::RulebookReport;
use super::sensitivity::SensitivityReport;
use super::services::{ServicesReport, WithoutServices};
use super::sheet::{Sheet, SheetSection};
use super::sheets::{report_sheet, report_words};
use super::workbook::{CheckLine, Workbook, review_workbook};
use crate::language::{Language, Message};
use crate::report::{Citations, ReportDocument};

/// What a review is made from: each thing worked out once.
#[derive(Debug, Clone, Copy)]
pub struct ReviewReport<'c> {
    /// The report as it was asked for.
    pub context: Context<'c>,
    /// The same without dimensions: each year as a whole.
    pub whole: Context<'c>,
    /// What changed on the year before, or why that is not to be had.
    pub changes: Result<CompareReport<'c>, &'c Message>,
    /// How sure the figures of whole years are.
    pub sureness: SensitivityReport<'c>,
    /// Approved against executed, or why that is not to be had.
    pub outturn: Result<OutturnReport<'c>, &'c Message>,
    /// What assistance takes by norm, or why that is not shown.
    pub services: Result<ServicesReport<'c>, &'c WithoutServices>,
    /// What is known of the lines.
    pub coverage: CoverageReport<'c>,
    /// The rules.
    pub rulebook: RulebookReport<'c>,
    /// What `check` found.
    pub checks: &'c [CheckLine],
}

impl<'c> ReviewReport<'c> {
    /// The same in another language.
    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        let of = |context: Context<'c>| Context { language, ..context };
        Self {
            context: of(self.context),
            whole: of(self.whole),
            changes: self.changes.map(|report| CompareReport { sides: report.sides.map(of), ..report }),
            sureness: SensitivityReport { context: of(self.sureness.context), ..self.sureness },
            outturn: self.outturn.map(|report| OutturnReport { sides: report.sides.map(of), ..report }),
            services: self.services.map(|report| ServicesReport { context: of(report.context), ..report }),
            coverage: CoverageReport { context: of(self.coverage.context), ..self.coverage },
            rulebook: RulebookReport { context: of(self.rulebook.context), ..self.rulebook },
            checks: self.checks,
        }
    }

    /// What it finds, in order.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        findings(self)
    }

    /// The findings as sentences with the marks of their sources.
    #[must_use]
    pub fn said(&self) -> Vec<String> {
        self.said_with(&Citations::of(self.context))
    }

    fn said_with(&self, citations: &Citations) -> Vec<String> {
        self.findings().iter().map(|finding| finding.said(self.context, citations)).collect()
    }

    /// What it says around its tables, findings among it.
    #[must_use]
    pub fn words(&self) -> Sheet {
        let citations = Citations::of(self.context);
        Sheet { findings: self.said_with(&citations), ..report_words(self.context, &citations) }
    }

    /// Its further parts, each with its name for programs, as far as they can be read through.
    ///
    /// # Errors
    ///
    /// Where one cannot be put together.
    pub fn sections(&self) -> Result<Vec<(&'static str, SheetSection)>, ReportError> {
        self.sections_in(Extent::Readable)
    }

    /// Its further parts in an extent.
    pub(super) fn sections_in(&self, extent: Extent) -> Result<Vec<(&'static str, SheetSection)>, ReportError> {
        let mut sections = Vec::new();
        for section in SECTIONS {
            sections.extend((section.make)(self, extent)?.map(|made| (section.name, made)));
        }
        Ok(sections)
    }
}

impl Deliverable for ReviewReport<'_> {
    fn sheet(&self) -> Result<Sheet, ReportError> {
        let sections = self.sections()?.into_iter().map(|(_, section)| section).collect();
        Ok(Sheet { findings: self.said(), sections, ..report_sheet(self.context)? })
    }

    fn flat(&self) -> Result<FlatTable<'_>, ReportError> {
        Ok(flat_report(self.context))
    }

    fn json(&self) -> Result<String, ReportError> {
        Ok(serde_json::to_string_pretty(&ReportDocument::new(self.context))?)
    }

    fn workbook(&self) -> Result<Workbook<'_>, ReportError> {
        review_workbook(self)
    }
}
