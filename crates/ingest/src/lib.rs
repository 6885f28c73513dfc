//! Turns the bytes of a survey export and a codebook into a typed table.
//!
//! `container` detects the kind of a file and turns it into a `grid` of text, whose columns (`text_column`) keep each
//! distinct text once: `delimited` reads text (`encoding`, `delimiter`, `csv`), other modules read workbooks, SPSS,
//! Stata, Parquet and JSON. `layout` finds the table in a grid with titles, notes and totals around it, and `figures`
//! reads the numbers of a column as they are meant. From a grid, `cases` makes the typed table of a study (`panel` the
//! units and periods of one, `excluded` the rows that are no cases), and `preview` describes an unknown
//! file. `dialect` detects the platform of a grid of responses and `privacy` the columns with personal data; `columns`
//! and `answers` read the grid by its codebook into the typed table of `responses`, which contains no private column.
//! `codebook` drafts a codebook. The errors in a file are collected in one [`IngestErrors`].
//!
//! ```
//! use equifinal_ingest::{Limits, Wanted, read_cases};
//! use equifinal_study::table::{Cells, ColumnKind};
//!
//! let wanted = Wanted { id: "city".to_owned(), columns: vec![("FUND".to_owned(), ColumnKind::Number)], ..Wanted::default() };
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
mod conversions;
mod csv;
mod delimited;
mod delimiter;
mod dialect;
mod doubtful_number;
mod emptied;
mod encoding;
pub mod error;
mod excluded;
mod figures;
mod gap;
mod grid;
mod layout;
mod layout_error;
pub mod limits;
mod merged_names;
mod missing_cell;
mod moment;
mod nearest;
mod number;
mod panel;
mod panel_error;
mod personal;
pub mod preview;
mod privacy;
pub mod records;
mod redcap_form;
pub mod responses;
pub mod size;
mod text_column;
mod variable_notes;
mod wanted;
mod wording;

pub use cases::read_cases;
pub use codebook::{Codebook, LeftOut, Origin, fill_codebook, read_codebook};
pub use container::{day, is_reading, read_groups};
pub use doubtful_number::{Doubt, DoubtfulNumber};
pub use emptied::{Emptied, without_private};
pub use error::{IngestError, IngestErrors};
pub use layout_error::LayoutError;
pub use limits::Limits;
pub use missing_cell::{MissingBecause, MissingCell};
pub use panel_error::PanelError;
pub use personal::Personal;
pub use preview::{Preview, PreviewCells, preview};
pub use records::{Records, read_records};
pub use responses::{Source, read_responses};
pub use wanted::Wanted;

/// The words of this crate.
static WORDS: equifinal_study::catalogue::Catalogue =
    equifinal_study::catalogue::Catalogue::new(include_str!("../words/en.ftl"), include_str!("../words/zh.ftl"));
