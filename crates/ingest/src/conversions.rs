//! Counts the cells of a column that were not read as they are written.

use equifinal_study::table_notes::{Conversion, ConversionKind};

use crate::wording::kept;

/// Counts the conversions of a column.
#[derive(Debug, Default)]
pub(crate) struct Counted(Vec<Conversion>);

impl Counted {
    /// Adds a converted cell.
    pub(crate) fn add(&mut self, column: &str, kind: ConversionKind, written: &str, read: &dyn Fn() -> String) {
        match self.0.iter_mut().find(|one| one.kind == kind) {
            Some(one) => one.count += 1,
            None => {
                let (column, written) = (kept(column), kept(written));
                self.0.push(Conversion { column, kind, count: 1, written, read: read() });
            }
        }
    }

    /// Adds numbers that the file shows as percentages.
    pub(crate) fn shown_as_percent(&mut self, column: &str, count: usize, values: &[f64]) {
        let Some(value) = values.iter().find(|value| value.is_finite()) else { return };
        let (count, column) = (count.min(values.len()), kept(column));
        // Six digits, as in a cell.
        let percent: f64 = format!("{:.5e}", value * 100.0).parse().unwrap_or(*value);
        let (written, read) = (format!("{percent}%"), value.to_string());
        self.0.push(Conversion { column, kind: ConversionKind::PercentFormat, count, written, read });
    }

    /// The conversions, in the order of their kinds.
    pub(crate) fn finish(mut self) -> Vec<Conversion> {
        self.0.sort_by_key(|one| one.kind);
        self.0
    }
}
