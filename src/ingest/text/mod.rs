//! Text files: bytes in, compression and encoding taken off, cut into blocks of whole records, split into cells.

mod blocks;
mod encoding;
mod records;
mod source;

pub use blocks::{BLOCK, Blocks, LONGEST_RECORD, RecordFault};
pub use encoding::Encoding;
pub use records::{QuoteFault, Splitter, quote_fault};
pub use source::{Container, open};
