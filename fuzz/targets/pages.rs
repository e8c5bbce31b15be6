//! Tables of pages: any text is read or refused, and the same twice.

use std::sync::Arc;

use thb_cost::diagnostics::{Diagnostic, Diagnostics};
use thb_cost::domain::{BudgetLine, Currency};
use thb_cost::ingest::{InputFile, InputName, Reader, Reduction};

/// Reads the bytes as a file.
pub fn run(data: &[u8]) {
    assert_eq!(read(data), read(data));
}

fn read(bytes: &[u8]) -> (Vec<Arc<BudgetLine>>, Vec<Diagnostic>) {
    let file = InputFile::in_memory("page.html", bytes.to_vec().into());
    let mut diagnostics = Diagnostics::default();
    let mut reduction = Reduction::default();
    reduction.read(&file, InputName::Budget, Currency::BGN, &mut Reader::default(), &mut diagnostics);
    (reduction.finish(), diagnostics.iter().cloned().collect())
}
