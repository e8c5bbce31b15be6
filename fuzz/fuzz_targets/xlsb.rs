//! Feeds `targets/xlsb.rs` to libFuzzer.

#![no_main]

#[path = "../targets/xlsb.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| target::run(data));
