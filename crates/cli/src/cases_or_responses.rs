//! Decides if the rows of a file that no platform exported are cases or responses to a survey.

use equifinal_ingest::preview::{Preview, PreviewColumn};
use equifinal_ingest::{Codebook, PreviewCells};
use equifinal_study::config::ItemKind;
use equifinal_study::message::Message;
use equifinal_study::say;

use crate::draft::names_cases;

/// Number of questions with the same labels from which a file is a questionnaire.
const ON_ONE_SCALE: usize = 3;

/// Number of rows up to which a file without names may be a table of cases.
const FEW: usize = 60;

/// Length of the longest name of a case, in characters; longer cells are answers.
const NAME: usize = 40;

/// The kind of the rows of a file, with the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RowKind {
    /// Responses to a survey.
    Responses(Message),
    /// Cases.
    Cases(Message),
}

/// Returns the kind of the rows of a file. Several questions on one scale make a questionnaire. Otherwise a column
/// that names every row, or few rows with measured values and no rating, make a table of cases.
pub(crate) fn row_kind(codebook: &Codebook, preview: &Preview) -> RowKind {
    let items = &codebook.instrument.items;
    let rated = || items.iter().filter(|item| item.kind == ItemKind::Scale);
    let on_one_scale = rated().map(|item| rated().filter(|other| other.scale == item.scale).count()).max().unwrap_or(0);
    if on_one_scale >= ON_ONE_SCALE {
        return RowKind::Responses(say!("responses-on-one-scale", on_one_scale));
    }
    if let Some(column) = preview.columns.iter().find(|column| names_cases(column) && holds_names(column)) {
        return RowKind::Cases(say!("cases-named", column = column.name));
    }
    match preview.columns.iter().find(|column| is_measured(column)) {
        Some(column) if on_one_scale == 0 && preview.cases <= FEW => {
            RowKind::Cases(say!("cases-measured", rows = preview.cases, column = column.name))
        }
        _ => RowKind::Responses(say!("responses-unnamed")),
    }
}

/// True for words, or for codes that each have a label.
fn holds_names(column: &PreviewColumn) -> bool {
    match &column.cells {
        PreviewCells::Texts(texts) => texts.iter().all(|text| text.chars().count() <= NAME),
        PreviewCells::Numbers(numbers) => numbers.iter().all(|value| column.label_of(*value).is_some()),
    }
}

/// True for numbers without labels of which some have decimals.
fn is_measured(column: &PreviewColumn) -> bool {
    let PreviewCells::Numbers(numbers) = &column.cells else { return false };
    numbers.iter().any(|value| value.fract().abs() > 0.0)
        && numbers.iter().all(|value| column.label_of(*value).is_none())
}
