//! `thb-cost`: what assisting victims of trafficking in human beings costs, when most of the money sits inside wider
//! budget lines.
//!
//! # In a few calls
//!
//! [`Project::open`] reads a project; [`Project::ask`] makes a [`Question`], which says what is asked call by call and is
//! answered by [`Question::report`], [`Question::explain`], [`Question::sensitivity`], or in any format of the program by
//! [`Question::write`] and [`Question::ledger`]. Answers are the documents of the program's JSON, whose schemas
//! `thb-cost schema` prints: money is exact decimal text in the unit of its currency, a figure that nobody knows is `None`.
//!
//! ```
//! use thb_cost::Project;
//!
//! // A project with errors has no figures: `open` gives its faults instead.
//! let project = Project::embedded()?;
//! for row in &project.ask().report()?.rows {
//!     println!("{}: {}", row.year, row.cost.total.central.as_deref().unwrap_or("not known"));
//! }
//! # Ok::<(), thb_cost::Refused>(())
//! ```
//!
//! Only what stands on this page is public. The rooms below are for the program and its tests, may change with any
//! version, and are hidden. What is public changes as semantic versions say: what breaks a caller waits for the next minor
//! version before 1.0 and for the next major one after; a document says its schema's own version.
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
//!  library: what stands on this page
//! ```
//!
//! [`pipeline`] is the flow as a handful of calls; [`cli`] is the program around it. A load ends as
//! [`pipeline::Loaded::Sound`] or [`pipeline::Loaded::Faulty`], and only a sound project can be attributed, asked and shown:
//! there is no way from a project with errors to a figure.
//!
//! What was attributed is walked in one way, by [`attribution::Entry`]: one part of one budget line, typed. Three things
//! are said of it in one place each. [`attribution::Dimension`] is what figures can be shown by, and its value on an entry;
//! [`attribution::LEDGER`] has each column of the ledger once; [`measures::COST`] has each figure of a report once. Tables,
//! page, workbook, flat rows, documents and data package walk these. Their sums are Polars', of a frame of positions and
//! whole minor units ([`attribution::Ledger`]).
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

#[doc(hidden)]
pub mod attribution;
#[doc(hidden)]
pub mod checks;
#[doc(hidden)]
pub mod cli;
#[doc(hidden)]
pub mod diagnostics;
#[doc(hidden)]
pub mod document;
#[doc(hidden)]
pub mod domain;
#[doc(hidden)]
pub mod ingest;
#[doc(hidden)]
pub mod language;
mod library;
#[doc(hidden)]
pub mod measures;
#[doc(hidden)]
pub mod output;
#[doc(hidden)]
pub mod pipeline;
#[doc(hidden)]
pub mod project;
#[doc(hidden)]
pub mod render;
#[doc(hidden)]
pub mod report;
#[doc(hidden)]
pub mod review;
#[doc(hidden)]
pub mod rules;
#[doc(hidden)]
pub mod sql;
#[doc(hidden)]
pub mod system;

pub use domain::PhaseChoice;
pub use language::Language;
pub use library::{Project, Question, Refused};
pub use report::explain::ExplainDocument;
pub use report::sensitivity::SensitivityDocument;
pub use report::{
    CostDocument, Interval3, LabelledDocument, PerVictimDocument, ReportDocument, RowDocument, SourceDocument,
};
