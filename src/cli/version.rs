//! `--version --verbose`: what exactly this program is, for whoever asks why two machines differ.

use std::ffi::OsString;

use crate::ingest::{FileDigest, digest_of_all, sha256};
use crate::language::Language;
use crate::message;
use crate::project::embedded::EMBEDDED;
use crate::render::format_names;

/// Whether the version is asked for in full.
pub fn asked(args: &[OsString]) -> bool {
    let has = |names: &[&str]| args.iter().skip(1).any(|arg| arg.to_str().is_some_and(|arg| names.contains(&arg)));
    has(&["-vV", "-Vv"]) || has(&["--version", "-V"]) && has(&["--verbose", "-v"])
}

/// Version, build, what it can do, digest of the embedded data: one line each.
pub fn text(language: Language) -> String {
    let build = if cfg!(debug_assertions) { "debug" } else { "release" };
    let system = format!("{} {}", std::env::consts::ARCH, std::env::consts::OS);
    let lines = [
        message!("version-build", build = build, system = system),
        message!("version-formats", formats = format_names()),
        message!("version-data", digest = embedded_digest()),
    ];
    let lines = lines.iter().map(|line| format!("{}\n", language.say(line)));
    format!("thb-cost {}\n{}", env!("CARGO_PKG_VERSION"), lines.collect::<String>())
}

/// One digest over the files of the embedded project.
pub fn embedded_digest() -> String {
    let digest = |(name, bytes): &(&str, &[u8])| FileDigest { path: (*name).into(), sha256: sha256(bytes), rows: None };
    digest_of_all(&EMBEDDED.iter().map(digest).collect::<Vec<_>>())
}
