//! Work side by side, as much at a time as the machine has cores: what is being made takes memory, and more of it at once
//! would be ready no sooner.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::joined;

/// What is made of each of `things`, in their order. They are begun in that order too.
pub(super) fn made_of<T: Sync, M: Send>(things: &[T], make: impl Fn(&T) -> M + Sync) -> Vec<M> {
    let next = AtomicUsize::new(0);
    let take_turns = || {
        let mut made = Vec::new();
        loop {
            let turn = next.fetch_add(1, Ordering::Relaxed);
            let Some(thing) = things.get(turn) else { return made };
            made.push((turn, make(thing)));
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from).min(things.len());
    let mut made: Vec<(usize, M)> = thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(take_turns)).collect();
        running.into_iter().flat_map(joined).collect()
    });
    made.sort_by_key(|(turn, _)| *turn);
    made.into_iter().map(|(_, made)| made).collect()
}
