//! What a project reads: no result may be written over it, nor where it would be read with the inputs the next time.

use std::path::{Component, Path, PathBuf};

use super::{Destination, OutputFault};

/// The files and globs that a project reads.
#[derive(Debug, Default, Clone)]
pub struct Claims {
    /// Each file with the name by which messages call it.
    pub files: Vec<(String, PathBuf)>,
    /// The globs.
    pub globs: Vec<Glob>,
}

/// A list of patterns of one input, relative to a folder; those that begin with `!` take files out again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glob {
    /// The folder that they are relative to.
    pub folder: PathBuf,
    /// The patterns as they are written.
    pub patterns: Vec<String>,
}

impl Claims {
    /// More of them.
    pub fn extend(&mut self, other: &Self) {
        self.files.extend(other.files.iter().cloned());
        self.globs.extend(other.globs.iter().cloned());
    }

    /// Refuses a result that would be written over an input, or into the globs of one.
    ///
    /// # Errors
    ///
    /// [`OutputFault::IsInput`], [`OutputFault::InGlob`].
    pub fn refuse(&self, destination: &Destination) -> Result<(), OutputFault> {
        let Destination::File { named, file } = destination else { return Ok(()) };
        let path = || named.clone();
        for (name, input) in &self.files {
            if input.canonicalize().is_ok_and(|input| input == *file)
                || same_file::is_same_file(file, input).unwrap_or(false)
            {
                return Err(OutputFault::IsInput { path: path(), input: name.clone() });
            }
        }
        match self.globs.iter().find_map(|glob| glob.takes(file)) {
            Some(glob) => Err(OutputFault::InGlob { path: path(), glob: glob.to_owned() }),
            None => Ok(()),
        }
    }
}

impl Glob {
    /// The pattern by which a file of this path, absolute and without links, would be one of the inputs.
    fn takes(&self, file: &Path) -> Option<&str> {
        let fits = |pattern: &str| {
            let literal = glob::MatchOptions { require_literal_separator: true, ..glob::MatchOptions::new() };
            let plain = pattern.rsplit_once(['#', '@']).map_or(pattern, |(plain, _)| plain);
            let fits = |pattern: &str| {
                let pattern = glob::Pattern::new(&absolute(&self.folder, pattern));
                pattern.is_ok_and(|pattern| pattern.matches_path_with(file, literal))
            };
            fits(pattern) || fits(plain)
        };
        let (out, taken): (Vec<&String>, Vec<&String>) = self.patterns.iter().partition(|text| text.starts_with('!'));
        let found = taken.into_iter().find(|pattern| pattern.contains(['*', '?', '[']) && fits(pattern))?;
        let is_out = out.iter().filter_map(|pattern| pattern.strip_prefix('!')).any(fits);
        (!is_out).then_some(found)
    }
}

/// A pattern under a folder as an absolute one, its part before the first wildcard without links.
fn absolute(folder: &Path, pattern: &str) -> String {
    let is_wild = |part: &Component<'_>| part.as_os_str().to_string_lossy().contains(['*', '?', '[']);
    let parts: Vec<Component<'_>> = Path::new(pattern).components().collect();
    let plain: PathBuf = parts.iter().take_while(|part| !is_wild(part)).collect();
    let wild: PathBuf = parts.iter().skip_while(|part| !is_wild(part)).collect();
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let base = folder.join(plain);
    let base = base.canonicalize().unwrap_or(base);
    if wild.as_os_str().is_empty() {
        return glob::Pattern::escape(&base.to_string_lossy());
    }
    format!("{}{}{}", glob::Pattern::escape(&base.to_string_lossy()), std::path::MAIN_SEPARATOR, wild.display())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

    use super::*;

    #[test]
    fn a_file_in_the_list_of_an_input_is_claimed_and_one_taken_out_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        std::fs::create_dir(root.join("in")).unwrap();
        let glob = |patterns: &[&str]| Glob {
            folder: root.join("in"),
            patterns: patterns.iter().map(|text| (*text).to_owned()).collect(),
        };
        let takes = |patterns: &[&str], path: &str| glob(patterns).takes(&root.join(path)).is_some();
        assert!(takes(&["pay-*.csv"], "in/pay-all.csv"));
        assert!(!takes(&["pay-*.csv"], "in/below/pay-all.csv"));
        assert!(!takes(&["pay-*.csv"], "pay-all.csv"));
        assert!(takes(&["../pay-*.csv"], "pay-all.csv"));
        assert!(takes(&["**/pay-*.csv"], "in/below/pay-all.csv"));
        assert!(takes(&["pay-*.csv@old"], "in/pay-all.csv"));
        assert!(takes(&["pay-*.xlsx#Sheet"], "in/pay-all.xlsx"));
        assert!(!takes(&["pay-*.csv", "!pay-all.csv"], "in/pay-all.csv"));
        assert!(!takes(&["pay-all.csv"], "in/pay-2016.csv"));
    }
}
