//! The tables of a coverage: years, then agencies in each year.

use super::{CoveragePart, CoverageReport};
use crate::attribution::Dimension;
use crate::message;
use crate::report::sheet::{Align, Cell, Table};

pub(super) fn tables(report: CoverageReport<'_>) -> Vec<Table> {
    let in_each = |by_agency: bool| {
        let tables = report
            .in_each()
            .filter_map(|report| Some((report.context.query.basis.currency, table(report, by_agency)?)));
        Table::beside(tables.collect(), report.context.language)
    };
    [in_each(false), in_each(true)].into_iter().flatten().collect()
}

fn table(report: CoverageReport<'_>, by_agency: bool) -> Option<Table> {
    let context = report.context;
    let parts = report.coverages.parts.iter().filter(|part| part.agency.is_some() == by_agency);
    let parts: Vec<&CoveragePart> = parts.collect();
    let mut heads = vec![(message!("report-head-year"), Align::Left)];
    if by_agency {
        heads.push((message!("report-head-agency"), Align::Left));
    }
    heads.extend(
        [
            message!("coverage-head-lines"),
            message!("coverage-head-published"),
            message!("coverage-head-estimated"),
            message!("coverage-head-not-estimated"),
            message!("coverage-head-not-reported"),
            message!("coverage-head-undecided"),
            message!("coverage-head-approved"),
            message!("coverage-head-other-year"),
        ]
        .map(|head| (head, Align::Right)),
    );
    heads.push((message!("coverage-head-unattributed"), Align::Money));
    let currency = context.currencies();
    let caption = if by_agency {
        message!("coverage-caption-agencies", currency = currency)
    } else {
        message!("coverage-caption-years", currency = currency)
    };
    let mut table = Table::said(context.language, &caption, heads);
    for part in parts {
        let mut cells = vec![Cell::Text(part.year.to_string())];
        cells.extend(part.agency.iter().map(|agency| Cell::Text(context.value(Dimension::Agency, agency))));
        cells.extend(part.coverage.counts().map(|(_, count)| Cell::Figure(count.to_string())));
        // Of no lines it is a known 0.00, which would stand in nearly every row.
        let unattributed = &part.coverage.unattributed;
        let cell = if unattributed.is_zero() { Cell::Blank } else { Cell::Figure(context.amount(unattributed)) };
        cells.push(cell);
        table.push(cells);
    }
    (!table.rows.is_empty()).then_some(table)
}
