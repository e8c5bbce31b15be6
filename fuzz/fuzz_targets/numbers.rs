//! Feeds `targets/numbers.rs` to libFuzzer.

#![no_main]

#[path = "../targets/numbers.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| target::run(data));
