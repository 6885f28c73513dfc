//! Writes a study and its findings for other programs, so that co-authors and reviewers can repeat them there.
//!
//! [`r_files`] writes a script for R with the packages `QCA` and `NCA`; it repeats the analyses and stops where a number
//! differs. [`fsqca_files`] writes the memberships as fs/QCA reads them, and a sheet with the settings of its dialogs.
//!
//! ```
//! use equifinal_exchange::{Analyses, r_files};
//! use equifinal_qca::analyse;
//! use equifinal_study::config::{Analysis, Frequency, TruthTableCuts};
//! use equifinal_study::expression::Literal;
//! use equifinal_study::memberships::{Memberships, Set, SetKind};
//!
//! let set = |name: &str, values: [f64; 4]| Set { name: name.into(), kind: SetKind::Fuzzy, values: values.to_vec() };
//! let memberships = Memberships {
//!     cases: ["c1", "c2", "c3", "c4"].map(String::from).to_vec(),
//!     sets: vec![
//!         set("A", [0.9, 0.8, 0.2, 0.1]),
//!         set("B", [0.7, 0.1, 0.6, 0.3]),
//!         set("Y", [0.9, 0.3, 0.7, 0.1]),
//!     ],
//! };
//! let cuts = TruthTableCuts { frequency: Frequency::Count(1), consistency: 0.8, pri: 0.5, contradiction_floor: None };
//! let outcome = Literal { set: "Y".into(), level: None, negated: false };
//! let analysis = Analysis::new("main", outcome, vec!["A".into(), "B".into()], cuts);
//! let findings = [analyse(&analysis, &memberships, Default::default())?];
//! let files = r_files(&Analyses { id: "small", memberships: &memberships, findings: &findings, nca: &[] });
//! let (name, script) = &files[0];
//! assert_eq!(name, "small.R");
//! assert!(script.contains("minimize(tt, include = \"?\""));
//! # Ok::<(), equifinal_qca::QcaError>(())
//! ```

mod fsqca;
mod names;
mod r;
mod values;

use equifinal_nca::findings::Findings as NcaFindings;
use equifinal_qca::findings::Findings;
use equifinal_study::memberships::Memberships;

pub use fsqca::fsqca_files;
pub use r::r_files;

/// A program that files are written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// R with the packages `QCA` and `NCA`.
    R,
    /// fs/QCA 4.
    FsQca,
}

impl Program {
    /// The files for the program.
    pub fn files(self, analyses: &Analyses<'_>) -> Vec<File> {
        match self {
            Self::R => r_files(analyses),
            Self::FsQca => fsqca_files(analyses),
        }
    }
}

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
