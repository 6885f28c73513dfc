//! Reads the data dictionary of REDCap.

use equifinal_study::config::{ColumnRef, ItemKind};

use super::draft::{Codebook, kind_of, scale_of};
use crate::grid::Grid;

/// True if a table is a data dictionary.
pub(super) fn fits(grid: &Grid) -> bool {
    let has = |name: &str| grid.header.iter().any(|header| header == name);
    (has("Variable / Field Name") && has("Field Type")) || (has("field_name") && has("field_type"))
}

/// The codebook of a dictionary: one item per field, without the record id and descriptive fields.
pub(super) fn read(grid: &Grid) -> Codebook {
    let mut codebook = Codebook::new("data dictionary of REDCap");
    let place = |names: [&str; 2]| grid.header.iter().position(|header| names.contains(&header.as_str()));
    let cell = |record: usize, names: [&str; 2]| place(names).map_or("", |place| grid.cell(record, place));
    for record in 1..grid.height() {
        let name = cell(record, ["Variable / Field Name", "field_name"]);
        let kind = cell(record, ["Field Type", "field_type"]);
        let choices = cell(record, ["Choices, Calculations, OR Slider Labels", "select_choices_or_calculations"]);
        let check =
            cell(record, ["Text Validation Type OR Show Slider Number", "text_validation_type_or_show_slider_number"]);
        let is_private = cell(record, ["Identifier?", "identifier"]).eq_ignore_ascii_case("y");
        if is_private || check == "email" || check == "phone" {
            codebook.instrument.private.push(ColumnRef::Header(name.to_owned()));
            continue;
        }
        let (kind, scale) = match kind {
            "radio" | "dropdown" => {
                let options = options(choices);
                (kind_of(options.iter().map(|(_, label)| label.as_str())), Some(scale_of(&options)))
            }
            "checkbox" => (ItemKind::Multiple { separator: None }, None),
            "yesno" | "truefalse" | "slider" | "calc" => (ItemKind::Number, None),
            "text" if check.starts_with("date") => (ItemKind::Date, None),
            "text" if ["integer", "number"].iter().any(|start| check.starts_with(start)) => (ItemKind::Number, None),
            _ => continue,
        };
        let label = cell(record, ["Field Label", "field_label"]);
        codebook.add(name, ColumnRef::Header(name.to_owned()), kind, scale, label);
    }
    codebook
}

/// `1, one | 2, two`: codes and labels; a label may hold commas.
fn options(choices: &str) -> Vec<(String, String)> {
    let pairs = choices.split('|').filter_map(|choice| choice.split_once(','));
    pairs.map(|(code, label)| (code.trim().to_owned(), label.trim().to_owned())).collect()
}
