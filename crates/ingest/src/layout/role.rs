//! The role of a record in a table.

use equifinal_study::table_notes::WhyPassedOver;

/// The role of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It holds column names.
    Header,
    /// It is a row of the table.
    Row,
    /// It has no content.
    Blank,
    /// It is not read.
    Passed(WhyPassedOver),
}
