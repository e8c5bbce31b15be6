//! The commands, one file each: settings, pipeline, report, format, output.

pub(super) mod chart;
pub(super) mod check;
pub(super) mod compare;
pub(super) mod completions;
pub(super) mod doctor;
pub(super) mod explain;
pub(super) mod ingest;
pub(super) mod init;
pub(super) mod ledger;
pub(super) mod man;
pub(super) mod outturn;
pub(super) mod reduce;
mod replies;
pub(super) mod report;
pub(super) mod request;
pub(super) mod review;
pub(super) mod schema;
pub(super) mod sensitivity;
pub(super) mod services;
mod trials;
pub(super) mod verify;
