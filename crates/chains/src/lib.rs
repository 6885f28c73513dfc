//! Memberships become minimal theories of one or several outcomes: coincidence analysis (CNA).
//!
//! A model of an outcome is a disjunction of minimally sufficient conditions that is minimally necessary (Baumgartner
//! & Ambühl 2020); models of several outcomes are combined into structures without redundancy. Results agree with R
//! `cna` 4.0 within the bounds stated; all models are found, counted and checked, or the limit is reported.
//!
//! ```
//! use equifinal_chains::{Budget, analyse};
//! use equifinal_study::config::Chain;
//! use equifinal_study::memberships::{Memberships, Set, SetKind};
//!
//! let set = |name: &str, values: [f64; 4]| Set {
//!     name: name.to_owned(),
//!     kind: SetKind::Crisp,
//!     values: values.to_vec(),
//! };
//! let memberships = Memberships {
//!     cases: ["c1", "c2", "c3", "c4"].map(str::to_owned).to_vec(),
//!     sets: vec![
//!         set("A", [1.0, 1.0, 0.0, 0.0]),
//!         set("B", [1.0, 0.0, 1.0, 0.0]),
//!         set("Y", [1.0, 1.0, 1.0, 0.0]),
//!     ],
//! };
//! let chain = Chain::new("either", ["A", "B", "Y"].map(str::to_owned).to_vec());
//! let findings = analyse(&chain, &memberships, &Budget::default())?;
//! let structures: Vec<String> =
//!     findings.structures.listed.iter().map(|one| one.structure.write(&findings.factors)).collect();
//! assert_eq!(structures, ["A + B <-> Y"]);
//! # Ok::<(), equifinal_chains::ChainsError>(())
//! ```

mod analyse;
mod atomic;
mod budget;
mod certificate;
mod comparison;
mod cuts;
mod error;
mod factors;
mod findings;
mod fit;
mod formula;
mod inus;
mod measures;
mod minimised;
mod necessary;
mod optimum;
mod possible;
#[cfg(test)]
mod reference;
mod rough;
mod scores;
mod structures;
mod sufficient;

pub use analyse::analyse;
pub use budget::Budget;
pub use comparison::{Compared, ComparedTerm, Comparison, Method, TermRelation, compare};
pub use cuts::Cuts;
pub use error::ChainsError;
pub use factors::{Factor, Factors};
pub use findings::*;
pub use fit::Fit;
pub use formula::{Formula, Structure};
pub use measures::Overall;
pub use minimised::MinimisedFindings;
pub use optimum::Optimum;
pub use scores::{Scored, scored};

/// The words of this crate.
static WORDS: equifinal_study::catalogue::Catalogue =
    equifinal_study::catalogue::Catalogue::new(include_str!("../words/en.ftl"), include_str!("../words/zh.ftl"));
