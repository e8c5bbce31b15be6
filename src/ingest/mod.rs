//! Files in: the manifest, money rows reduced to budget lines as they are read, the small inputs.
//!
//! Everything is read as text and parsed exactly; every fault keeps its file, row and column.

mod digest;
mod folder;
mod header;
mod input_name;
mod inputs;
mod manifest;
mod money_rows;
mod records;
mod reduction;
mod small;
mod table;

pub use digest::{FileDigest, digest_of_all};
pub use folder::{EmbeddedFiles, Folder, InputFile, NamedBy};
pub use input_name::InputName;
pub use inputs::{Inputs, read_inputs};
pub use manifest::{MANIFEST, Manifest, discover, unreadable};
pub use table::read_text;
