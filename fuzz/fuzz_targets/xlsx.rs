//! Feeds `targets/xlsx.rs` to libFuzzer.

#![no_main]

#[path = "../targets/xlsx.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| target::run(data));
