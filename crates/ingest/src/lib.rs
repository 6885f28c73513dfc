//! Bytes of a survey export and a codebook become a typed table.
//!
//! `container` finds out what a file is and turns it into a `grid` of text, whose columns (`text_column`)
//! keep each different text once: `delimited` for text (`encoding`, `delimiter`, `csv`), its own modules for workbooks,
//! SPSS, Stata, Parquet and JSON. From a grid, `cases` makes the
//! typed table of a study and `preview` describes a file nobody has described yet. `dialect` knows whose export a grid
//! of responses is, `privacy` which columns identify a person; `columns` and `answers` read it by its codebook into
//! the typed table of `responses`, which no private column reaches. `codebook` writes a first one.
//! Everything wrong with a file is collected in one [`IngestErrors`].
//!
//! ```
//! use equifinal_ingest::{Limits, Wanted, read_cases};
//! use equifinal_study::table::{Cells, ColumnKind};
//!
//! let wanted = Wanted { id: "city".to_owned(), columns: vec![("FUND".to_owned(), ColumnKind::Number)] };
//! let table = read_cases("cities.csv", b"city;FUND\na;0.8\nb;0.3\n", &wanted, Limits::default())?;
//! assert_eq!(table.cases, ["a", "b"]);
//! assert_eq!(table.columns[0].cells, Cells::Numbers(vec![0.8, 0.3]));
//!
//! let refused = read_cases("cities.csv", b"city;FUND\na;high\n", &wanted, Limits::default()).unwrap_err();
//! assert!(refused.to_string().starts_with("cities.csv: line 2, column `FUND`"));
//! # Ok::<(), equifinal_ingest::IngestErrors>(())
//! ```
#![deny(clippy::indexing_slicing)]

mod answers;
pub mod cases;
pub mod codebook;
mod columns;
mod container;
mod csv;
mod delimited;
mod delimiter;
mod dialect;
mod encoding;
pub mod error;
mod gap;
mod grid;
pub mod limits;
mod missing_cell;
mod moment;
mod number;
pub mod preview;
mod privacy;
pub mod records;
mod redcap_form;
pub mod responses;
pub mod size;
mod text_column;
mod variable_notes;
mod wording;

pub use cases::{Wanted, read_cases};
pub use codebook::{Codebook, LeftOut, Origin, fill_codebook, read_codebook};
pub use container::{is_reading, read_groups};
pub use error::{IngestError, IngestErrors};
pub use limits::Limits;
pub use missing_cell::{MissingBecause, MissingCell};
pub use preview::{Preview, PreviewCells, preview};
pub use records::{Records, read_records};
pub use responses::{Source, read_responses};
