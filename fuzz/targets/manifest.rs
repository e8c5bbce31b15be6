//! Manifests: any bytes are read or refused, with a place for every fault.

use thb_cost::diagnostics::Diagnostics;
use thb_cost::ingest::{Folder, Manifest};

/// Reads the bytes as `thb-cost.toml`.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let mut diagnostics = Diagnostics::default();
    let manifest = Manifest::read(&"thb-cost.toml".into(), text, &Folder::Embedded(&[]), &mut diagnostics);
    assert!(manifest.is_some() || diagnostics.has_errors(), "refused without a word");
    for diagnostic in diagnostics.iter() {
        assert!(diagnostic.file.is_some() && diagnostic.row.is_some(), "{diagnostic:?}");
    }
}
