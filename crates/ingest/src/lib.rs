//! Bytes of a survey export and a codebook become a typed table.
//!
//! `encoding` turns bytes into text, `delimiter` finds out what separates the cells, `csv` reads records with
//! their lines, `cases` makes the typed table of a study, `preview` describes a file nobody has described yet.
//! Everything wrong with a file is collected in one [`IngestErrors`].

pub mod cases;
mod container;
mod csv;
mod delimited;
mod delimiter;
mod encoding;
pub mod error;
mod grid;
pub mod limits;
pub mod preview;

pub use cases::{Wanted, read_cases};
pub use error::{IngestError, IngestErrors};
pub use limits::Limits;
pub use preview::{Preview, PreviewCells, preview};
