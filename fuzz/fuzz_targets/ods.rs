//! Feeds `targets/ods.rs` to libFuzzer.

#![no_main]

#[path = "../targets/ods.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| target::run(data));
