//! Feeds `targets/toml.rs` to libFuzzer.

#![no_main]

#[path = "../targets/toml.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| target::run(data));
