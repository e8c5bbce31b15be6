//! Feeds `targets/toml.rs` to libFuzzer.

#![no_main]

#[path = "../targets/manifest.rs"]
mod manifest;
#[path = "../targets/rules.rs"]
mod rules;
#[path = "../targets/toml.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| target::run(data));
