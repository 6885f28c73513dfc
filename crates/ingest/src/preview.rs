//! Describes the content of a file, to draft a study file.

use crate::personal::Personal;
use equifinal_study::config::{ItemKind, TableLayout};
use equifinal_study::detected::Detected;
use equifinal_study::message::Message;
use equifinal_study::say;
use equifinal_study::table_notes::ConversionKind;

use crate::cases::{NoValue, figures, number, read_grid, texts};
use crate::codebook::kind_of;
use crate::container;
use crate::conversions::Counted;
use crate::doubtful_number::Doubt;
use crate::error::IngestErrors;
use crate::limits::Limits;
use crate::missing_cell::Code;
use crate::privacy;
use crate::text_column::TextColumn;
use crate::wording::shown;

/// The description of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// The columns, in the order of the header, without unnamed ones.
    pub columns: Vec<PreviewColumn>,
    /// The positions, from 1, of unnamed columns that are not empty.
    pub unnamed: Vec<usize>,
    /// The number of cases.
    pub cases: usize,
    /// The detected properties of the file.
    pub detected: Detected,
}

/// The description of a column.
#[derive(Debug, Clone, PartialEq)]
pub struct PreviewColumn {
    /// The header.
    pub name: String,
    /// The label that the file gives to the variable; empty if it gives none.
    pub label: String,
    /// The labels that the file gives to codes: each code with its label.
    pub labels: Vec<(String, String)>,
    /// True if these labels are the degrees of one scale, such as those of agreement.
    pub graded: bool,
    /// The cells.
    pub cells: PreviewCells,
    /// Each distinct missing cell, as its code and, in brackets, its label; blank for empty cells.
    pub missing: Vec<String>,
    /// True if the file formats its numbers as percentages: 0.066 as 6.6 %.
    pub percent: bool,
    /// Why a column that looks like numbers is not read as such: the first cell in doubt, and its remedy.
    pub doubt: Option<Message>,
    /// True if every cell is filled and unique, so that the column can name the cases.
    pub identifies: bool,
    /// The kind of personal data (e.g. a telephone number), detected from its header or cells.
    pub private: Option<Personal>,
}

impl PreviewColumn {
    /// The label that the file gives to a code; `None` if it gives none.
    pub fn label_of(&self, code: f64) -> Option<&str> {
        let code = code.to_string();
        self.labels.iter().find(|(known, _)| *known == code).map(|(_, label)| label.as_str())
    }
}

/// The cells of a column, in the order of the cases.
#[derive(Debug, Clone, PartialEq)]
pub enum PreviewCells {
    /// Finite numbers, if every cell with a value holds one.
    Numbers(Vec<f64>),
    /// Texts, including blank cells.
    Texts(Vec<String>),
}

/// Reads all columns of a file and infers which are numeric.
///
/// # Errors
/// All errors in the shape of the file at once.
pub fn preview(file: &str, bytes: &[u8], limits: Limits) -> Result<Preview, IngestErrors> {
    let (grid, errors) = read_grid(bytes, &[], (&TableLayout::default(), &[]), limits)
        .map_err(|error| IngestErrors::one(file, error))?;
    if !errors.is_empty() {
        return Err(IngestErrors { file: file.to_owned(), errors });
    }
    let mut detected = grid.detected(None);
    let percents = container::percents(bytes, &grid).map_err(|error| IngestErrors::one(file, error))?;
    let is_used = |cells: &TextColumn| cells.texts().any(|text| !text.is_empty());
    let unnamed =
        grid.header.iter().zip(&grid.columns).zip(1..).filter(|((name, cells), _)| name.is_empty() && is_used(cells));
    let unnamed = unnamed.map(|(_, place)| place).collect();
    let named = grid.header.iter().zip(&grid.columns).enumerate().filter(|(_, (name, _))| !name.is_empty());
    let mut conversions = Vec::new();
    let columns = named.map(|(place, (name, cells))| {
        let heading = grid.notes.get(place).map_or("", |notes| notes.label.as_str());
        let private = privacy::kind(name, heading).or_else(|| privacy::of_cells(&grid, place));
        let texts = texts(cells);
        let mut distinct: Vec<&str> = texts.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
        distinct.sort_unstable();
        distinct.dedup();
        let identifies = distinct.len() == texts.len();
        let (mut numbers, mut missing, mut are_numbers) = (Vec::new(), Vec::new(), true);
        let (figures, mut counted) = (figures(&grid, place), Counted::default());
        let mut doubtful = Vec::new();
        for cell in cells.iter() {
            match number(grid.notes.get(place), &figures, cell) {
                Ok((number, kind)) => {
                    numbers.push(number);
                    kind.into_iter().for_each(|kind| counted.add(name, kind, cell, &|| number.to_string()));
                }
                Err(NoValue::Missing(why)) => missing.push(Code(cell, &why).to_string()),
                Err(NoValue::Doubt(doubt)) => {
                    are_numbers = false;
                    if doubt != Doubt::NoNumber || begins_or_ends_in_digits(cell) {
                        doubtful.push((cell, doubt));
                    }
                }
            }
        }
        if let Some(count) = percents.get(&place) {
            counted.shown_as_percent(name, *count, &numbers);
        }
        // A few such cells may be words.
        let first = doubtful.first().filter(|_| 2 * (doubtful.len() + numbers.len()) > texts.len());
        let doubt = first.map(|(cell, doubt)| say!("doubtful-cell", value = shown(cell), doubted = doubt.about(cell)));
        let counted = if are_numbers { counted.finish() } else { Vec::new() };
        let percent = percents.contains_key(&place) || counted.iter().any(|one| one.kind == ConversionKind::Percent);
        conversions.extend(counted);
        let cells = if are_numbers { PreviewCells::Numbers(numbers) } else { PreviewCells::Texts(texts) };
        let (label, labels) =
            grid.notes.get(place).map_or_else(Default::default, |notes| (notes.label.clone(), notes.values.clone()));
        let graded = !labels.is_empty() && kind_of(labels.iter().map(|(_, label)| label.as_str())) == ItemKind::Scale;
        PreviewColumn { name: name.clone(), label, labels, graded, missing, percent, doubt, identifies, private, cells }
    });
    let columns = columns.collect();
    detected.notes.conversions.extend(conversions);
    Ok(Preview { columns, unnamed, cases: grid.lines.len(), detected })
}

/// True for a cell such as `约7000` or `70人`, which is a number with words at one side.
fn begins_or_ends_in_digits(cell: &str) -> bool {
    let is_digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
    is_digit(cell.chars().next()) != is_digit(cell.chars().next_back()) || cell.ends_with(['%', '％'])
}
