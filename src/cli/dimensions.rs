//! Dimensions as they are typed. Arguments are read before the project is known, and only it knows its own dimensions: a
//! typed one is one that every project has, or a name that is looked for in the project that is meant.

use std::num::NonZeroUsize;

use super::failure::Failure;
use super::settings::hint;
use super::usage::Refused;
use crate::attribution::Only;
use crate::domain::clean_text;
use crate::measures::{Dimension, Grouping};
use crate::message;
use crate::project::Project;

/// A dimension as it is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypedDimension {
    /// One that every project has.
    Every(Dimension),
    /// The name of one that the project may have.
    Own(String),
}

/// What `--by` takes: `DIM` or `DIM:N`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedGrouping {
    /// The dimension.
    pub dimension: TypedDimension,
    /// How many parts of its codes count.
    pub parts: Option<NonZeroUsize>,
}

/// What `--across` takes: `DIM`, `DIM:N` or `year`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypedAcross {
    /// Years.
    Year,
    /// A dimension.
    By(TypedGrouping),
}

impl TypedAcross {
    /// Reads `year`, `DIM` or `DIM:N`.
    pub(super) fn parse(text: &str) -> Result<Self, Refused> {
        if text.trim() == "year" { Ok(Self::Year) } else { TypedGrouping::parse(text).map(Self::By) }
    }
}

/// What `--where` takes: `DIM=PATTERN`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedLines {
    /// The dimension.
    pub dimension: TypedDimension,
    /// What its value must match.
    pub pattern: String,
}

impl TypedDimension {
    fn parse(name: &str) -> Self {
        let name = clean_text(name);
        Dimension::parse(&name, &[]).map_or_else(|| Self::Own(name.into_owned()), Self::Every)
    }

    /// The dimension in a project; one that it does not have is a fault of usage, with those that may be meant.
    fn in_project(&self, flag: &str, project: &Project, offered: fn(&Dimension) -> bool) -> Result<Dimension, Failure> {
        let name = match self {
            Self::Every(dimension) => return Ok(*dimension),
            Self::Own(name) => name,
        };
        let own = &project.dimensions;
        let fault = || {
            let offered = Dimension::of_project(own).filter(offered);
            let names: Vec<&str> = offered.map(|dimension| dimension.name(own)).collect();
            Failure::usage(message!("usage-no-dimension", flag = flag, typed = name, hint = hint(name, &names)))
        };
        Dimension::parse(name, own).ok_or_else(fault)
    }
}

impl TypedGrouping {
    /// Reads `DIM` or `DIM:N`.
    pub(super) fn parse(text: &str) -> Result<Self, Refused> {
        let (name, parts) = match text.rsplit_once(':') {
            None => (text, None),
            Some((name, parts)) => {
                let parts = parts.parse().map_err(|_| Refused(message!("word-dimension-parts")))?;
                (name, Some(parts))
            }
        };
        if name.trim().is_empty() {
            return Err(Refused(message!("word-dimension-parts")));
        }
        let dimension = TypedDimension::parse(name);
        match dimension {
            TypedDimension::Every(known) if parts.is_some() && !known.has_codes() => {
                Err(Refused(message!("word-dimension-no-codes", name = known.name(&[]))))
            }
            dimension => Ok(Self { dimension, parts }),
        }
    }

    /// The grouping in a project; a dimension that it does not have is a fault of usage.
    pub fn in_project(&self, flag: &str, project: &Project) -> Result<Grouping, Failure> {
        Ok(Grouping { dimension: self.dimension.in_project(flag, project, |_| true)?, parts: self.parts })
    }
}

impl TypedLines {
    /// Reads `DIM=PATTERN`; a form of exploitation is no property of a line.
    pub(super) fn parse(text: &str) -> Result<Self, Refused> {
        let pair = text.split_once('=').filter(|(name, _)| !name.trim().is_empty());
        let (name, pattern) = pair.ok_or_else(|| Refused(message!("word-dimension-pattern")))?;
        match TypedDimension::parse(name) {
            TypedDimension::Every(Dimension::Exploitation) => Err(Refused(message!("word-where-exploitation"))),
            dimension => Ok(Self { dimension, pattern: clean_text(pattern).into_owned() }),
        }
    }
}

/// Which lines are taken of a project; a dimension that it does not have is a fault of usage.
pub fn only(typed: &[TypedLines], project: &Project) -> Result<Only, Failure> {
    let mut only = Only::default();
    for TypedLines { dimension, pattern } in typed {
        let of_lines = |dimension: &Dimension| *dimension != Dimension::Exploitation;
        only.or(dimension.in_project("--where", project, of_lines)?, pattern.clone());
    }
    Ok(only)
}
