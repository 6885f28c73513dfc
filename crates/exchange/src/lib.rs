//! Writes a study and its findings for other programs, so that co-authors and reviewers can repeat them there.
//!
//! [`r_files`] writes a script for R with the packages `QCA` and `NCA`; it repeats the analyses and stops where a number
//! differs. [`fsqca_files`] writes the memberships as fs/QCA reads them, and a sheet with the settings of its dialogs.
//! [`r_script`] reads the text of an R script, without running it. [`package`] writes the papers of a replication package.
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
//! let findings = [analyse(&analysis, &memberships, &Default::default())?];
//! let files = r_files(&Analyses { id: "small", memberships: &memberships, findings: &findings, nca: &[] });
//! let (name, script) = &files[0];
//! assert_eq!(name, "small.R");
//! assert!(script.contains("minimize(tt, include = \"?\""));
//! # Ok::<(), equifinal_qca::QcaError>(())
//! ```

mod analyses;
mod fsqca;
mod names;
pub mod package;
pub mod printed;
mod program;
mod r;
pub mod r_import;
pub mod r_script;
mod values;

pub use analyses::{Analyses, File};
pub use fsqca::fsqca_files;
pub use program::Program;
pub use r::r_files;

/// The words of this crate.
static WORDS: equifinal_study::catalogue::Catalogue =
    equifinal_study::catalogue::Catalogue::new(include_str!("../words/en.ftl"), include_str!("../words/zh.ftl"));
