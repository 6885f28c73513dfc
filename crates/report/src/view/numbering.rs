//! The numbers of tables and figures, in their order.

use crate::messages::Speaker;

/// Counts tables and figures.
#[derive(Debug, Default)]
pub(crate) struct Numbering {
    tables: usize,
    figures: usize,
}

impl Numbering {
    /// "Table 3".
    pub(super) fn table(&mut self, speaker: &Speaker) -> String {
        self.tables += 1;
        speaker.say_of("table-number", &[("number", self.tables.into())])
    }

    /// "Figure 3".
    pub(super) fn figure(&mut self, speaker: &Speaker) -> String {
        self.figures += 1;
        speaker.say_of("figure-number", &[("number", self.figures.into())])
    }
}
