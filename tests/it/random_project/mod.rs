//! Random projects for the property tests: plain structs that say what stands in a project's files
//! (`spec`), strategies that draw them (`money`, `small_inputs`, `rules`, `shares`, `project`), and
//! the writing of the folder (`files`, `toml_text`). Nothing here knows how a ledger is made.
//!
//! Most projects are valid. A few are broken on purpose (`flaw`), and a few turn out to be refusable
//! by chance: an overhead that serves nothing, a share above 1, a sum of 0.

mod files;
mod flaw;
mod money;
mod pool;
mod project;
mod rules;
mod services;
mod shares;
mod small_inputs;
mod spec;
mod toml_text;

pub(crate) use pool::MONEY;
pub(crate) use project::{project, sound_project};
pub(crate) use rules::any_field;
pub(crate) use spec::{
    DriverRow, Field, FieldMatch, Input, JudgementSpec, MatchSpec, MoneyFile, MoneyRow, PartShare, PriceRow,
    ProjectSpec, RateRow, RuleSpec, ServiceRow, ShareSpec, SplitBy, SplitSpec, VictimRow, WeightSpec, Written,
};
pub(crate) use toml_text::field_name;
