//! Files in: the manifest, money rows reduced to budget lines as they are read, the small inputs.
//!
//! Everything is read as text and parsed exactly; every fault keeps its file, row and column.

pub mod amounts;
mod below;
mod bounded;
mod canonical;
mod dialect;
mod digest;
mod dimensions;
mod draft;
mod file_faults;
mod folder;
mod header;
mod input_name;
mod inputs;
mod labels;
mod left_out;
mod line_key;
mod manifest;
mod mapping;
mod money_rows;
mod open;
mod protect;
mod reader;
mod record;
mod reduction;
pub mod replies;
mod resolve;
mod sheet;
mod small;
mod sniff;
mod sound;
mod steps;
mod survey;
mod table;
mod text;
mod text_file;
mod texts;
mod top;
mod unit_words;
mod walk;
mod watch;
mod years;

pub use amounts::{Groups, Mark, Marks, Scale};
pub use canonical::{CanonicalRows, canonical_rows};
pub use dialect::{
    Dialect, Missing, NamePattern, Place as FilePlace, Totals, YearForm, delimiter_name, dialect_keys, dialect_of,
    toml_text,
};
pub use digest::{FileDigest, digest_of_all, sha256};
pub use dimensions::is_reserved;
pub use folder::{EmbeddedFiles, Folder, InputFile, NamedBy};
pub use input_name::InputName;
pub use inputs::{Inputs, columns_of, every_column, read_inputs, read_one};
pub use labels::{LABEL_WORDS, LabelWords};
pub use manifest::{MANIFEST, Manifest, PROJECT_KEYS, discover, io_error, unreadable};
pub use mapping::{CellTest, MadeColumn, MappedLayout, Mapping, mapping};
pub use money_rows::Defaults;
pub use protect::{PROTECT, can_protect, protected_below};
pub use reader::{Digesting, Reader, Reading};
pub use reduction::Reduction;
pub use survey::{Answer, Question, Said, Seen, Survey, known, shell_word};
pub use text::Encoding;
pub use text_file::read_text;
pub use watch::Watch;
