//! Feeds `targets/ods.rs` to libFuzzer.

#![no_main]

#[path = "../targets/archive.rs"]
mod archive;
#[path = "../targets/sheets.rs"]
mod sheets;
#[path = "../targets/ods.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| target::run(data));
