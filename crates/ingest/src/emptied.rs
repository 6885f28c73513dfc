//! A survey export without what is private in it, for readers outside the project.

use equifinal_study::config::Instrument;
use equifinal_study::detected::{FileKind, Separator};

use crate::container;
use crate::dialect::{self, Role};
use crate::encoding::decode;
use crate::error::IngestErrors;
use crate::limits::{Budget, Limits};
use crate::responses::{Source, mark_private};

/// A file after its private columns were looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Emptied {
    /// Nothing in it is private.
    Public,
    /// The file as UTF-8 text with the private cells empty, and the headers of their columns.
    Text(Vec<u8>, Vec<String>),
    /// Its kind cannot be written; the headers of its private columns.
    NotText(Vec<String>),
}

/// The export with the cells of its private columns empty: those that the codebook calls private, and names, telephone
/// numbers, addresses and the like, as [`crate::read_responses`] drops them. Headers stay, so that every column keeps its
/// place.
///
/// # Errors
/// A file that cannot be read.
pub fn without_private(
    source: &Source<'_>,
    bytes: &[u8],
    instrument: &Instrument,
    limits: Limits,
) -> Result<Emptied, IngestErrors> {
    let alone = |error| IngestErrors::one(source.file, error);
    let (grid, _) = container::read(bytes, limits).map_err(alone)?;
    let mut layout = dialect::layout(&grid, source.file, source.format).map_err(alone)?;
    let errors = |errors| IngestErrors { file: source.file.to_owned(), errors };
    mark_private(&grid, &mut layout, instrument).map_err(errors)?;
    let places: Vec<usize> = layout
        .fields
        .iter()
        .enumerate()
        .filter(|(_, field)| matches!(field.role, Role::Private(_)))
        .map(|(place, _)| place)
        .collect();
    let headers = places.iter().filter_map(|&place| grid.header.get(place).cloned()).collect();
    if places.is_empty() {
        return Ok(Emptied::Public);
    }
    let FileKind::Delimited { separator, .. } = grid.detected(None).kind else { return Ok(Emptied::NotText(headers)) };
    let text = decode(bytes, &Budget::new(limits)).map_err(alone)?.text;
    Ok(Emptied::Text(rewritten(&text, separator, layout.header_records + 1, &places), headers))
}

/// The records with these columns empty below the header.
fn rewritten(text: &str, separator: Separator, header: usize, places: &[usize]) -> Vec<u8> {
    let separator = match separator {
        Separator::Comma => b',',
        Separator::Semicolon => b';',
        Separator::Tab => b'\t',
    };
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut writer = csv::WriterBuilder::new().delimiter(separator).flexible(true).from_writer(Vec::new());
    // Text that was read before is text; writing to memory cannot fail.
    for (at, record) in reader.records().flatten().enumerate() {
        let shown = |(place, cell): (usize, &str)| {
            if at >= header && places.contains(&place) { String::new() } else { cell.to_owned() }
        };
        let _ = writer.write_record(record.iter().enumerate().map(shown));
    }
    writer.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The export of a plain table with these cells, emptied.
    fn check(bytes: &[u8], expected: &Emptied) {
        let source = Source { file: "answers.csv", id: Some("id"), format: None };
        let found = without_private(&source, bytes, &Instrument::default(), Limits::default()).unwrap();
        assert_eq!(&found, expected);
    }

    #[test]
    fn private_cells_are_empty_and_columns_keep_their_places() {
        let text = "id,姓名,Q1,手机号\n1,张三,4,13800000000\n2,\"李, 四\",5,13900000000\n";
        let emptied = "id,姓名,Q1,手机号\n1,,4,\n2,,5,\n";
        let headers = ["姓名", "手机号"].map(str::to_owned).to_vec();
        check(text.as_bytes(), &Emptied::Text(emptied.as_bytes().to_vec(), headers.clone()));
        check(
            &text.replace(',', ";").replace("\"李; 四\"", "李").into_bytes(),
            &Emptied::Text(emptied.replace(',', ";").into_bytes(), headers.clone()),
        );
        check(b"id,Q1\n1,4\n", &Emptied::Public);
        let json = "[{\"id\": 1, \"姓名\": \"张三\", \"Q1\": 4, \"手机号\": \"13800000000\"}]";
        check(json.as_bytes(), &Emptied::NotText(headers));
    }
}
