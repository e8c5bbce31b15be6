//! `thb-cost`: what assisting victims of trafficking in human beings costs, when most of the money sits inside wider
//! budget lines.
//!
//! # The flow
//!
//! ```text
//!  files                                                              stdout, files
//!    |                                                                      ^
//!  ingest -> project -> attribution -> measures -> report -> render --> output
//!  rows to   checked,   rules applied   year, victim   sheets and  one file    whole or
//!  lines     indexed    line by line:   by anything:   documents   a format,   not at all
//!              ^        LEDGER of       COST           walk both   a chart
//!            rules      entries
//!  domain: the words everyone shares    diagnostics: what is wrong with the data, and where
//!  document: TOML with positions        checks: what is doubtful about a project as a whole
//!  language: every text in English and Bulgarian, by key
//!  output: files and folders put in place whole or not at all, never over an input
//!  review: the annual pack, every format and chart in one folder
//!  sql: the reduction of money rows as statements of engines
//!  system: what operating systems do differently
//! ```
//!
//! [`pipeline`] is the flow as a handful of calls; [`cli`] is the program around it. A load ends as
//! [`pipeline::Loaded::Sound`] or [`pipeline::Loaded::Faulty`], and only a sound project can be attributed, asked and shown:
//! there is no way from a project with errors to a figure.
//!
//! What was attributed is walked in one way, by [`attribution::Entry`]: one part of one budget line, typed. Three things
//! are said of it in one place each. [`attribution::Dimension`] is what figures can be shown by, and its value on an entry;
//! [`attribution::LEDGER`] has each column of the ledger once; [`measures::COST`] has each figure of a report once. Tables,
//! page, workbook, flat rows, documents and data package walk these.
//!
//! ```
//! use thb_cost::domain::PhaseChoice;
//! use thb_cost::pipeline::{Location, load};
//!
//! // A project with errors has no figures: `load` gives them, or a project that can be asked.
//! let asked = load(&Location::Embedded, &[]).sound()?.in_phase(PhaseChoice::Best)?;
//! assert_eq!(asked.project.years().len(), 4);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Words
//!
//! | word | meaning |
//! | --- | --- |
//! | budget line | all money rows alike in every column but `amount` and `note`; its amount is their sum |
//! | labelled, unlabelled | named in accounts as anti-trafficking, or embedded in a wider line |
//! | rule, share | how much of a line is trafficking, and who says so why |
//! | driver | a yearly statistic used as a key: proceedings, person-nights, unit costs |
//! | overhead | a line shared out as the lines that it serves |
//! | phase | `approved` or `executed`: alternatives, never added |
//! | measure | `detected`, `identified`, `assisted`: the denominators, never mixed silently |
//! | state | how a figure is known, from `direct` to `not-estimated` |
//!
//! # Precision
//!
//! Money is whole minor units in 128 bits ([`domain::Money`]); shares are fractions of unbounded integers
//! ([`domain::Fraction`]) to the end. What a line attributes is rounded once, half away from zero, to the minor unit; what
//! is left is the line less that, so that the two always add up. One function apportions a part among areas and forms of
//! exploitation ([`attribution::apportion`], largest remainder). All of that is in the currency in which the line was
//! published; the ledger has no other. Sums are sums of rounded lines, a currency and a year each. Only what is shown is
//! converted, and only once: a figure is these sums, restated in prices, then converted, exactly, then added up and rounded
//! once. So no figure hangs on the currency of the project. There is no binary floating point in money or shares;
//! only random draws and the geometry of pictures ([`render::chart`]) have it, and a picture's figures are exact text.
//!
//! Missing, zero and undefined are three things: an amount nobody published is `None` and is shown as not estimated; a
//! known 0.00 is a figure, a sum over nothing known is none; a quotient over no victims has no value and a reason.
//!
//! # Who may import whom
//!
//! The spine, from [`domain`] to [`report`], does no input or output and knows no format. [`ingest`] and [`render`] never
//! see each other; nobody imports [`cli`]. `tests/it/architecture.rs` holds the whole table and reads the sources.
//!
//! Checks stand in a room of their own after [`attribution`], since half of them ask what the engine decided; [`document`]
//! stands apart from [`ingest`], since rules read themselves from it too.

pub mod attribution;
pub mod checks;
pub mod cli;
pub mod diagnostics;
pub mod document;
pub mod domain;
pub mod ingest;
pub mod language;
pub mod measures;
pub mod output;
pub mod pipeline;
pub mod project;
pub mod render;
pub mod report;
pub mod review;
pub mod rules;
pub mod sql;
pub mod system;
