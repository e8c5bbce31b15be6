//! Text files: bytes in, compression and encoding taken off, cut into blocks of whole records, split into cells.

mod blocks;
mod encoding;
mod likeliest;
mod quotes;
mod records;
mod source;
mod stops;
mod tail;
mod taking;

pub use blocks::{BLOCK, Blocks, LONGEST_RECORD, RecordFault};
pub use encoding::Encoding;
pub use quotes::QuoteFault;
pub use records::{Splitter, quote_fault};
pub use source::{Container, Opened, open};
pub use taking::{FEW, TakeRecords};
