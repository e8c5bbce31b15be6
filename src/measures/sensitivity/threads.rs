//! Work on two threads, with results that do not depend on how many there are.

use std::ops::Range;

/// Threads at most: more would take the machine away from others for what is short anyway.
const THREADS: usize = 2;

/// Does `work` on two halves of `0..items`, at once where the machine has two threads; the results in order.
pub(super) fn in_two<T: Send>(items: usize, work: impl Fn(Range<usize>) -> T + Sync) -> Vec<T> {
    let halves = [0..items / 2, items / 2..items];
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(THREADS);
    if threads < 2 {
        return halves.map(work).into();
    }
    let [first, second] = halves;
    std::thread::scope(|scope| {
        let other = scope.spawn(|| work(second.clone()));
        let first = work(first);
        // A thread that fails takes the program down with its own message.
        let second = other.join().unwrap_or_else(|fault| std::panic::resume_unwind(fault));
        vec![first, second]
    })
}
