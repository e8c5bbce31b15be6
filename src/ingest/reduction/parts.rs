//! Blocks handed out to parts that read side by side, as many as the machine has cores.

use std::io::Read;
use std::panic::resume_unwind;
use std::thread;

use crossbeam_channel::{Receiver, Sender, TrySendError};

use super::part::{self, Part};
use crate::ingest::text::{Blocks, RecordFault};

/// Blocks that wait for each part: one at least, or nobody could take any.
const WAITING: usize = 1;

/// Reads all blocks, in at most so many parts side by side. Gives what they came to, and what stopped the reading before
/// the end.
pub fn read<'s, R: Read>(
    blocks: &mut Blocks<R>,
    most: Option<usize>,
    new_part: &(impl Fn() -> Part<'s> + Sync),
) -> (Vec<part::Read>, Option<RecordFault>) {
    let (mut first, mut second) = (Vec::new(), Vec::new());
    let ahead = blocks.next(&mut first).and_then(|more| if more { blocks.next(&mut second) } else { Ok(false) });
    match ahead {
        Ok(true) => {
            let threads = most.unwrap_or_else(|| thread::available_parallelism().map_or(1, usize::from)).max(1);
            side_by_side(blocks, first, second, threads, new_part)
        }
        small => {
            let mut part = new_part();
            if !first.is_empty() {
                part.block(0, &first);
            }
            (vec![part.end()], small.err())
        }
    }
}

fn side_by_side<'s, R: Read>(
    blocks: &mut Blocks<R>,
    first: Vec<u8>,
    second: Vec<u8>,
    threads: usize,
    new_part: &(impl Fn() -> Part<'s> + Sync),
) -> (Vec<part::Read>, Option<RecordFault>) {
    let (hand_out, blocks_to_read) = crossbeam_channel::bounded::<(usize, Vec<u8>)>(threads * WAITING);
    let (give_back, buffers) = crossbeam_channel::unbounded::<Vec<u8>>();
    thread::scope(|scope| {
        let work = || {
            let (blocks_to_read, give_back) = (blocks_to_read.clone(), give_back.clone());
            scope.spawn(move || {
                let mut part = new_part();
                for (index, block) in blocks_to_read {
                    part.block(index, &block);
                    // Nobody wants the buffer back at the end.
                    let _ = give_back.send(block);
                }
                part.end()
            })
        };
        // A part alone reads while this thread unpacks and cuts what comes next. Beside others this thread reads too: what it
        // reads lies in memory that it can use again for lines.
        let workers: Vec<_> = (0..(threads - 1).max(1)).map(|_| work()).collect();
        let mut own = (threads > 1).then(|| (new_part(), blocks_to_read));
        let mut stopped = None;
        let mut index = 0;
        let mut next = Some(first);
        let mut after = Some(second);
        while let Some(block) = next.take() {
            let mut spare = None;
            if let Some((part, waiting)) = &mut own {
                spare = hand_out_or_read((index, block), &hand_out, waiting, part);
            } else if hand_out.send((index, block)).is_err() {
                break;
            }
            index += 1;
            next = after.take().or_else(|| {
                let mut buffer = spare.or_else(|| buffers.try_recv().ok()).unwrap_or_default();
                match blocks.next(&mut buffer) {
                    Ok(true) => Some(buffer),
                    Ok(false) => None,
                    Err(fault) => {
                        stopped = Some(fault);
                        None
                    }
                }
            });
        }
        drop(hand_out);
        let own = own.map(|(mut part, waiting)| {
            waiting.into_iter().for_each(|(index, block)| part.block(index, &block));
            part.end()
        });
        // A part that fails takes its rows with it, so that it fails the run.
        let join = |worker: thread::ScopedJoinHandle<'_, _>| worker.join().unwrap_or_else(|panic| resume_unwind(panic));
        let parts = own.into_iter().chain(workers.into_iter().map(join)).collect();
        (parts, stopped)
    })
}

/// Hands a block out. Where enough wait, the first of them is read here: each part reads its blocks in their order. Gives
/// back the buffer of what was read.
fn hand_out_or_read(
    block: (usize, Vec<u8>),
    hand_out: &Sender<(usize, Vec<u8>)>,
    waiting: &Receiver<(usize, Vec<u8>)>,
    part: &mut Part<'_>,
) -> Option<Vec<u8>> {
    let (mut unsent, mut spare) = (Some(block), None);
    while let Some(block) = unsent.take() {
        unsent = hand_out.try_send(block).err().map(TrySendError::into_inner);
        if unsent.is_some()
            && let Ok((index, block)) = waiting.try_recv()
        {
            part.block(index, &block);
            spare = Some(block);
        }
    }
    spare
}
