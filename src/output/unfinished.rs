//! What is being written and does not stand under its name yet. It is taken away where the program is interrupted or ended
//! from outside, which waits for the step that is being made.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

static UNFINISHED: Mutex<Vec<Entry>> = Mutex::new(Vec::new());

/// What is taken away.
struct Entry {
    path: PathBuf,
    /// Only where nothing is in it.
    is_shared: bool,
}

/// One step of writing, which no signal cuts in two: a file that is made and known, or one that is renamed and forgotten.
pub(super) struct Step(MutexGuard<'static, Vec<Entry>>);

/// Begins a step. From the first one on, an interruption takes away what is unfinished.
pub(super) fn step() -> Step {
    #[cfg(unix)]
    signals::watch();
    Step(UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner))
}

/// A file or folder that is not whole yet, until this is dropped.
pub(super) struct Unfinished(PathBuf);

impl Step {
    /// Something that is not whole yet.
    pub(super) fn begun(&mut self, path: &Path) -> Unfinished {
        self.0.push(Entry { path: path.to_path_buf(), is_shared: false });
        Unfinished(path.to_path_buf())
    }

    /// A folder that is made for results which come later: it goes where none has come.
    fn made(&mut self, path: &Path) -> Unfinished {
        self.0.push(Entry { path: path.to_path_buf(), is_shared: true });
        Unfinished(path.to_path_buf())
    }

    /// It has its name, or is gone.
    pub(super) fn over(&mut self, unfinished: Unfinished) {
        self.forget(&unfinished.0);
        // Dropping it would wait for this step.
        std::mem::forget(unfinished);
    }

    fn forget(&mut self, path: &Path) {
        self.0.retain(|unfinished| unfinished.path != path);
    }

    #[cfg(unix)]
    fn take_away(&mut self) {
        // What is in a folder goes before it.
        for Entry { path, is_shared } in self.0.drain(..).rev() {
            // What cannot be taken away now stays; there is nobody left to tell.
            let _ = match (is_shared, path.is_dir()) {
                (true, _) => fs::remove_dir(&path),
                (false, true) => fs::remove_dir_all(&path),
                (false, false) => fs::remove_file(&path),
            };
        }
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        step().forget(&self.0);
    }
}

/// A folder that is there for several results, which are whole each. Where it was made for them and none comes, it goes
/// again, with those that were made around it.
pub struct NewFolder(Vec<Unfinished>);

impl NewFolder {
    /// Makes the folder, if it is not there.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn make(folder: &Path) -> io::Result<Self> {
        let missing: Vec<&Path> =
            folder.ancestors().take_while(|path| !path.as_os_str().is_empty() && !path.is_dir()).collect();
        let mut made = Self(Vec::new());
        for path in missing.into_iter().rev() {
            let mut step = step();
            fs::create_dir(path)?;
            made.0.push(step.made(path));
        }
        Ok(made)
    }
}

impl Drop for NewFolder {
    fn drop(&mut self) {
        for Unfinished(path) in self.0.iter().rev() {
            // One that has something in it stays.
            let _ = fs::remove_dir(path);
        }
    }
}

#[cfg(unix)]
mod signals {
    //! Interruption (Ctrl-C) and termination.

    use std::sync::Once;

    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    static WATCHED: Once = Once::new();

    /// Watches from a thread of its own, once.
    pub(super) fn watch() {
        WATCHED.call_once(|| {
            // Where signals cannot be watched they end the program at once, as ever.
            let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else { return };
            std::thread::spawn(move || {
                if let Some(signal) = signals.forever().next() {
                    // The step is kept to the end, so that nothing else is begun.
                    let mut step = super::step();
                    step.take_away();
                    let _ = emulate_default_handler(signal);
                    std::process::exit(128 + signal);
                }
            });
        });
    }
}
