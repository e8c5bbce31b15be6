//! Feeds `targets/xls.rs` to libFuzzer.

#![no_main]

#[path = "../targets/xls.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| target::run(data));
