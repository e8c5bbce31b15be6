//! Where results go: a stream is written to, a file or a folder is put in place whole or not at all, and none of them is an
//! input. In: paths as they were typed, and bytes; out: files, and nothing left over, whatever ends the program.

mod claims;
mod destination;
mod fault;
mod files;
pub mod folder;
mod unfinished;

pub use claims::{Claims, Glob};
pub use destination::Destination;
pub use fault::OutputFault;
pub use files::{Piece, print, write};
pub use unfinished::NewFolder;
