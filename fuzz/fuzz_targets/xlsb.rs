//! Feeds `targets/xlsb.rs` to libFuzzer.

#![no_main]

#[path = "../targets/archive.rs"]
mod archive;
#[path = "../targets/xlsb.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| target::run(data));
