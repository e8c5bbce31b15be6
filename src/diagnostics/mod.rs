//! What is wrong with the user's data, and where. A diagnostic is a value; how it is shown is a room of its own.

mod catalogue;
mod collector;
mod diagnostic;
pub mod json;
mod limits;
mod severity;
pub mod text;

pub use catalogue::{Code, Entry};
pub use collector::{Diagnostics, KEPT_OF_A_KIND};
pub use diagnostic::Diagnostic;
pub use limits::{Exceeded, Limit};
pub use severity::Severity;
