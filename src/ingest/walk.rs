//! The files that a pattern means, found part by part: `*`, `?` and `[...]` within a name, `**` for any folders.
//!
//! `**` follows no links, so that it cannot go in circles, and what is looked through is counted, so that it cannot go
//! through a whole disk. A folder that may not be read is told, since files in it would be missing without a word.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use glob::Pattern;

use crate::diagnostics::Limit;

/// The files that match a pattern below a folder, in no order that means anything.
///
/// # Errors
///
/// A folder that cannot be read; more than [`Limit::GlobFiles`] matches or [`Limit::GlobEntries`] entries.
pub(super) fn matches(root: &Path, pattern: &str) -> Result<Vec<PathBuf>, Fault> {
    let mut parts: Vec<Part> = Vec::new();
    let mut start = root.to_path_buf();
    for name in pattern.split(['/', std::path::MAIN_SEPARATOR]) {
        match name {
            "" if parts.is_empty() => start.push("/"),
            "" | "." => {}
            "**" if matches!(parts.last(), Some(Part::Any)) => {}
            "**" => parts.push(Part::Any),
            name if name.contains(['*', '?', '[']) => match Pattern::new(name) {
                Ok(pattern) => parts.push(Part::Pattern(pattern)),
                Err(_) => return Ok(Vec::new()),
            },
            name => parts.push(Part::Name(name.to_owned())),
        }
    }
    let mut walk = Walk { found: BTreeSet::new(), seen: 0 };
    walk.visit(&start, &parts)?;
    Ok(walk.found.into_iter().collect())
}

/// Why the files of a pattern cannot be told.
#[derive(Debug)]
pub(super) struct Fault {
    /// The folder, where it is one that cannot be read.
    pub(super) folder: Option<PathBuf>,
    /// What the system says, or which limit is passed.
    pub(super) error: io::Error,
}

enum Part {
    Name(String),
    Pattern(Pattern),
    Any,
}

struct Walk {
    found: BTreeSet<PathBuf>,
    seen: u64,
}

impl Walk {
    fn visit(&mut self, folder: &Path, parts: &[Part]) -> Result<(), Fault> {
        let Some((part, rest)) = parts.split_first() else { return Ok(()) };
        match part {
            Part::Name(name) => self.step(folder.join(name), rest, false),
            Part::Pattern(pattern) => {
                for entry in self.entries(folder)? {
                    if entry.file_name().to_str().is_some_and(|name| pattern.matches(name)) {
                        self.step(entry.path(), rest, true)?;
                    }
                }
                Ok(())
            }
            Part::Any => {
                self.visit(folder, rest)?;
                for entry in self.entries(folder)? {
                    if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                        self.visit(&entry.path(), parts)?;
                    } else if rest.is_empty() {
                        self.add(entry.path())?;
                    }
                }
                Ok(())
            }
        }
    }

    /// Goes on from a path that a part of the pattern means.
    fn step(&mut self, path: PathBuf, rest: &[Part], is_there: bool) -> Result<(), Fault> {
        if rest.is_empty() {
            return if is_there || path.exists() { self.add(path) } else { Ok(()) };
        }
        if path.is_dir() { self.visit(&path, rest) } else { Ok(()) }
    }

    fn add(&mut self, path: PathBuf) -> Result<(), Fault> {
        self.found.insert(path);
        refuse(Limit::GlobFiles, self.found.len() as u64)
    }

    fn entries(&mut self, folder: &Path) -> Result<Vec<fs::DirEntry>, Fault> {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let mut entries = Vec::new();
        let unreadable = |error| Fault { folder: Some(folder.to_path_buf()), error };
        let listed = match fs::read_dir(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(entries),
            listed => listed.map_err(unreadable)?,
        };
        for entry in listed {
            self.seen += 1;
            refuse(Limit::GlobEntries, self.seen)?;
            entries.push(entry.map_err(unreadable)?);
        }
        Ok(entries)
    }
}

fn refuse(limit: Limit, count: u64) -> Result<(), Fault> {
    if limit.is_passed_by(count) {
        return Err(Fault { folder: None, error: io::Error::new(io::ErrorKind::FileTooLarge, limit) });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::matches;
    use std::fs;

    #[test]
    fn parts_of_a_pattern_mean_what_a_shell_has_them_mean() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.csv", "b.txt", "x/a.csv", "x/y/a.csv", "x/y/.h.csv"] {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        for (pattern, expected) in [
            ("*.csv", vec!["a.csv"]),
            ("**/a.csv", vec!["a.csv", "x/a.csv", "x/y/a.csv"]),
            ("x/*/*.csv", vec!["x/y/.h.csv", "x/y/a.csv"]),
            ("**/**/a.csv", vec!["a.csv", "x/a.csv", "x/y/a.csv"]),
            ("x/**", vec!["x/a.csv", "x/y/.h.csv", "x/y/a.csv"]),
            ("[ab].*", vec!["a.csv", "b.txt"]),
            ("x/../?.csv", vec!["x/../a.csv"]),
            ("[", vec![]),
            ("nothing/*.csv", vec![]),
        ] {
            let found = matches(folder.path(), pattern).unwrap();
            let names: Vec<_> =
                found.iter().map(|path| path.strip_prefix(folder.path()).unwrap().to_str().unwrap()).collect();
            assert_eq!(names, expected, "{pattern}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_in_circles_end() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["l1", "l2", "l3"] {
            std::os::unix::fs::symlink(".", folder.path().join(name)).unwrap();
        }
        fs::write(folder.path().join("a.csv"), "").unwrap();
        assert_eq!(matches(folder.path(), "**/a.csv").unwrap().len(), 1);
        assert_eq!(matches(folder.path(), "l1/*.csv").unwrap().len(), 1);
    }
}
