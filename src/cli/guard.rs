//! The last line of defence: a panic anywhere in the program, in any of its threads, ends as a message that it is the
//! program's fault, and with an exit code of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

use crate::language::Message;
use crate::message;

/// Exit code of a fault of the program (`EX_SOFTWARE` of sysexits).
pub const FAULT_OF_THE_PROGRAM: u8 = 70;

/// The first panic, in words with its place.
static FIRST: Mutex<Option<(String, String)>> = Mutex::new(None);

/// Does the work; gives what to say where it panicked.
pub fn guarded(work: impl FnOnce() -> u8) -> Result<u8, Message> {
    std::panic::set_hook(Box::new(|panic| {
        let words = panic.payload_as_str().unwrap_or_default().to_owned();
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        FIRST.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert((words, place));
    }));
    let done = catch_unwind(AssertUnwindSafe(work));
    let _ = std::panic::take_hook();
    done.map_err(|_| {
        let (words, place) = FIRST.lock().unwrap_or_else(PoisonError::into_inner).take().unwrap_or_default();
        message!("failure-panic", words = words, place = place, version = env!("CARGO_PKG_VERSION"))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

    use super::guarded;
    use crate::language::Language;

    #[test]
    fn a_panic_in_a_thread_is_told_as_a_fault_of_the_program() {
        let work = || {
            std::thread::scope(|scope| {
                let part = scope.spawn(|| -> u8 { panic!("the part broke") });
                part.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
        };
        let said = Language::English.say(&guarded(work).unwrap_err());
        assert!(said.contains("fault of the program") && said.contains("the part broke (src/cli/guard.rs"), "{said}");
        assert_eq!(guarded(|| 3).unwrap(), 3);
    }
}
