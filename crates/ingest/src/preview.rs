//! What a file holds, for a study file that is yet to be written.

use equifinal_study::detected::Detected;

use crate::cases::{parsed, read_grid, texts};
use crate::error::IngestErrors;
use crate::limits::Limits;
use crate::privacy;

/// A file described.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// The columns, in the order of the header; one without a name is left out.
    pub columns: Vec<PreviewColumn>,
    /// How many cases there are.
    pub cases: usize,
    /// What was found out about the file.
    pub detected: Detected,
}

/// A column described.
#[derive(Debug, Clone, PartialEq)]
pub struct PreviewColumn {
    /// The header.
    pub name: String,
    /// The cells.
    pub cells: PreviewCells,
    /// Whether every cell is filled and none stands twice, so that it can name the cases.
    pub identifies: bool,
    /// What it gives away of a person (a telephone number), by its header or its cells.
    pub private: Option<&'static str>,
}

/// The cells of a column, in the order of the cases.
#[derive(Debug, Clone, PartialEq)]
pub enum PreviewCells {
    /// Every cell is a finite number.
    Numbers(Vec<f64>),
    /// Some cell is not.
    Texts(Vec<String>),
}

/// Reads all columns of a file and infers which hold numbers.
///
/// # Errors
/// Everything wrong with the shape of the file, at once.
pub fn preview(file: &str, bytes: &[u8]) -> Result<Preview, IngestErrors> {
    let (grid, errors) = read_grid(bytes, &[], Limits::default()).map_err(|error| IngestErrors::one(file, error))?;
    if !errors.is_empty() {
        return Err(IngestErrors { file: file.to_owned(), errors });
    }
    let detected = grid.detected(None);
    let named = grid.header.iter().zip(&grid.columns).enumerate().filter(|(_, (name, _))| !name.is_empty());
    let columns = named.map(|(place, (name, cells))| {
        let label = grid.notes.get(place).map_or("", |notes| notes.label.as_str());
        let private = privacy::kind(name, label).or_else(|| privacy::of_cells(&grid, place));
        let texts = texts(cells);
        let mut distinct: Vec<&str> = texts.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
        distinct.sort_unstable();
        distinct.dedup();
        let identifies = distinct.len() == texts.len();
        let numbers: Option<Vec<f64>> = parsed(cells).into_iter().collect();
        let cells = numbers.map_or(PreviewCells::Texts(texts), PreviewCells::Numbers);
        PreviewColumn { name: name.clone(), identifies, private, cells }
    });
    Ok(Preview { columns: columns.collect(), cases: grid.lines.len(), detected })
}
