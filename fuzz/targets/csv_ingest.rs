//! Files of money rows: any bytes are read or refused, and where a file is cut never shows.

use std::sync::Arc;
use std::sync::OnceLock;

use thb_cost::diagnostics::{Diagnostic, Diagnostics};
use thb_cost::domain::{BudgetLine, Currency};
use thb_cost::ingest::{InputFile, InputName, Reader, Reduction};

/// Reads the bytes as a whole file; and as the end of a file, cut in two ways.
pub fn run(data: &[u8]) {
    let _ = read(data.to_vec(), None);
    let Some((size, rows)) = data.split_first() else { return };
    let mut long = beginning().to_vec();
    long.extend_from_slice(rows);
    let once = read(long.clone(), Some(1 << 20));
    let often = read(long, Some(1 + usize::from(*size) * 3));
    assert_eq!(once.0, often.0);
    assert_eq!(once.1, often.1);
}

/// A header and a few rows.
fn beginning() -> &'static [u8] {
    static BEGINNING: OnceLock<Vec<u8>> = OnceLock::new();
    BEGINNING.get_or_init(|| {
        let mut text = String::from("year,amount,line,note\n");
        for _ in 0..3 {
            text.push_str("2017,12.50,Shelter,\n2016,\"3.00\",\"Campaign, with\nits\"\" print\",a note\n");
        }
        text.into_bytes()
    })
}

fn read(bytes: Vec<u8>, block: Option<usize>) -> (Vec<Arc<BudgetLine>>, Vec<Diagnostic>) {
    let file = InputFile::in_memory("budget.csv", bytes.into());
    let mut diagnostics = Diagnostics::default();
    let mut reader = Reader { block, ..Reader::default() };
    let mut reduction = Reduction::default();
    reduction.read(&file, InputName::Budget, Currency::BGN, &mut reader, &mut diagnostics);
    (reduction.finish(), diagnostics.iter().cloned().collect())
}
