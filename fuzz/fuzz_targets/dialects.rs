//! Feeds `targets/dialects.rs` to libFuzzer.

#![no_main]

#[path = "../targets/dialects.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| target::run(data));
