//! Feeds `targets/csv_ingest.rs` to libFuzzer.

#![no_main]

#[path = "../targets/csv_ingest.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| target::run(data));
