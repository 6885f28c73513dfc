//! Analyses with their data, as they are written for another program.

use equifinal_nca::findings::Findings as NcaFindings;
use equifinal_qca::findings::Findings;
use equifinal_study::memberships::Memberships;

/// The analyses of a study with their data.
#[derive(Debug, Clone, Copy)]
pub struct Analyses<'a> {
    /// The id of the study.
    pub id: &'a str,
    /// The memberships of the cases.
    pub memberships: &'a Memberships,
    /// The findings of each analysis.
    pub findings: &'a [Findings],
    /// The findings of each necessary condition analysis.
    pub nca: &'a [NcaFindings],
}

/// A file: its name and its text.
pub type File = (String, String);
