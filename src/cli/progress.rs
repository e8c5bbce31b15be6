//! Progress on a terminal's stderr, for work over a second, and nowhere else.

use std::io::IsTerminal;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::args::TalkArgs;
use crate::ingest::Watch;
use crate::message;

/// Nothing is shown before.
const PATIENCE: Duration = Duration::from_secs(1);

/// Between two looks at how far it is.
const EVERY: Duration = Duration::from_millis(100);

/// Shows how far the reading of files is until it is dropped.
pub struct Progress {
    stop: Option<Sender<()>>,
    shown: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins to watch; shows something after a second, where stderr is a terminal.
    pub fn of(watch: &Watch, talk: &TalkArgs) -> Self {
        if talk.quiet || !std::io::stderr().is_terminal() {
            return Self { stop: None, shown: None };
        }
        let (stop, stopped) = channel::<()>();
        let watch = watch.clone();
        let template = talk.language().say(&message!("progress"));
        let shown = std::thread::spawn(move || {
            if stopped.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            let bar = ProgressBar::with_draw_target(Some(watch.expected()), ProgressDrawTarget::stderr());
            if let Ok(style) = ProgressStyle::with_template(&template) {
                bar.set_style(style);
            }
            while stopped.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
                let read = watch.read();
                if bar.length() != Some(watch.expected().max(read)) {
                    bar.set_length(watch.expected().max(read));
                }
                bar.set_position(read);
            }
            bar.finish_and_clear();
        });
        Self { stop: Some(stop), shown: Some(shown) }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(shown) = self.shown.take() {
            // It only shows something; the work is done.
            let _ = shown.join();
        }
    }
}
