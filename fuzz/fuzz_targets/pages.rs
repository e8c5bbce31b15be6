//! Feeds `targets/pages.rs` to libFuzzer.

#![no_main]

#[path = "../targets/pages.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| target::run(data));
