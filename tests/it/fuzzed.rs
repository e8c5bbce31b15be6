//! A short run of the fuzz targets as an ordinary test: every file of their corpora, and mutations of them.

#[path = "../../fuzz/targets/archive.rs"]
mod archive;
#[path = "../../fuzz/targets/csv_ingest.rs"]
mod csv_ingest;
#[path = "../../fuzz/targets/dialects.rs"]
mod dialects;
#[path = "../../fuzz/targets/manifest.rs"]
mod manifest;
#[path = "../../fuzz/targets/numbers.rs"]
mod numbers;
#[path = "../../fuzz/targets/ods.rs"]
mod ods;
#[path = "../../fuzz/targets/pages.rs"]
mod pages;
#[path = "../../fuzz/targets/rules.rs"]
mod rules;
#[path = "../../fuzz/targets/sheets.rs"]
mod sheets;
#[path = "../../fuzz/targets/toml.rs"]
mod toml;
#[path = "../../fuzz/targets/xls.rs"]
mod xls;
#[path = "../../fuzz/targets/xlsb.rs"]
mod xlsb;
#[path = "../../fuzz/targets/xlsx.rs"]
mod xlsx;

use super::harness;

/// Letters that files are made of and that change what they mean.
const LETTERS: &[u8] = b"\",;\t|\r\n.- ()0129aeyX=[]{}*\x00\xff\xc2\xa0";

#[test]
fn numbers_hold() {
    run("numbers", 200, numbers::run);
}

#[test]
fn dialects_hold() {
    run("dialects", 100, dialects::run);
}

#[test]
fn csv_ingest_holds() {
    run("csv_ingest", 20, csv_ingest::run);
}

#[test]
fn manifests_hold() {
    run("manifest", 100, manifest::run);
}

#[test]
fn rules_hold() {
    run("rules", 50, rules::run);
}

#[test]
fn workbooks_of_the_old_format_hold() {
    run("xls", 30, xls::run);
}

#[test]
fn binary_sheets_hold() {
    run("xlsb", 60, xlsb::run);
}

#[test]
fn pages_hold() {
    run("pages", 30, pages::run);
}

#[test]
fn workbooks_of_whole_parts_hold() {
    run("xlsx", 100, xlsx::run);
}

#[test]
fn open_documents_of_whole_tables_hold() {
    run("ods", 100, ods::run);
}

#[test]
fn documents_of_whole_keys_hold() {
    run("toml", 30, toml::run);
}

/// Runs a target on every file of its corpus and on so many mutations of each.
fn run(target: &str, mutations: u64, check: fn(&[u8])) {
    let mut files: Vec<_> = std::fs::read_dir(harness::root().join("fuzz/corpus").join(target))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(files.len() >= 3, "{target} has only {} files", files.len());
    // A longer run is asked for by hand: THB_COST_FUZZ=1000 is a thousand times as many mutations.
    let times = std::env::var("THB_COST_FUZZ").ok().and_then(|times| times.parse::<u64>().ok()).unwrap_or(1);
    for (index, file) in files.iter().enumerate() {
        let bytes = std::fs::read(file).unwrap();
        check(&bytes);
        for seed in 0..mutations * times {
            check(&mutated(&bytes, seed * 1_000 + index as u64));
        }
    }
}

/// The bytes with a few of them replaced, taken out, doubled or put in.
fn mutated(bytes: &[u8], seed: u64) -> Vec<u8> {
    // Xorshift, so that a failure can be had again from its seed.
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut below = |bound: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % bound.max(1) as u64).unwrap()
    };
    let mut bytes = bytes.to_vec();
    for _ in 0..=below(4) {
        let at = below(bytes.len() + 1);
        let letter = LETTERS[below(LETTERS.len())];
        match below(4) {
            0 if at < bytes.len() => bytes[at] = letter,
            1 if at < bytes.len() => drop(bytes.remove(at)),
            2 => {
                let end = (at + below(12)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            _ => bytes.insert(at, letter),
        }
    }
    bytes
}
