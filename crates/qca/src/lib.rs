//! Turns memberships into necessity, truth table and solutions.
//!
//! [`analyse`] runs one analysis and returns its `findings`. Start reading at `truth_table`. `frame` computes rows and
//! models alone, for sweeps. `observed` describes the truth table apart from its solutions. `certain` bounds changes
//! between two sets of memberships. `algebra` computes with expressions, and `relation` tests any expression against
//! the cases.
//!
//! ```
//! use equifinal_qca::{Budget, analyse};
//! use equifinal_study::config::{Analysis, Frequency, SolutionType, TruthTableCuts};
//! use equifinal_study::expression::Literal;
//! use equifinal_study::memberships::{Memberships, Set, SetKind};
//!
//! let set = |name: &str, values: [f64; 4]| Set {
//!     name: name.to_owned(),
//!     kind: SetKind::Crisp,
//!     values: values.to_vec(),
//! };
//! let memberships = Memberships {
//!     cases: ["a", "b", "c", "d"].map(str::to_owned).to_vec(),
//!     sets: vec![
//!         set("FUND", [1.0, 1.0, 0.0, 0.0]),
//!         set("LEAD", [1.0, 0.0, 1.0, 0.0]),
//!         set("TIGHT", [1.0, 0.0, 0.0, 0.0]),
//!     ],
//! };
//! let outcome = Literal { set: "TIGHT".to_owned(), level: None, negated: false };
//! let cuts = TruthTableCuts {
//!     frequency: Frequency::Count(1),
//!     consistency: 0.8,
//!     pri: 0.5,
//!     contradiction_floor: None,
//! };
//! let analysis = Analysis::new("tight", outcome, vec!["FUND".to_owned(), "LEAD".to_owned()], cuts);
//! let findings = analyse(&analysis, &memberships, &Budget::default())?;
//! let solution = findings.solution(SolutionType::Parsimonious).as_ref().map_err(ToString::to_string)?;
//! let models: Vec<String> = solution.models.iter().map(|model| findings.write_model(model)).collect();
//! assert_eq!(models, ["FUND*LEAD"]);
//! assert_eq!(solution.models[0].fit.consistency, Some(1.0));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod algebra;
mod analyse;
mod assumptions;
mod by_hand;
pub mod case_selection;
pub mod certain;
mod certificate;
pub mod combinations;
mod condition;
pub mod condition_search;
mod consistent;
pub mod core;
mod counterfactual;
mod cover;
mod crossover;
mod degrees;
mod derivation;
mod dnf;
mod error;
mod excluded;
mod expectations;
pub mod findings;
mod fit;
pub mod frame;
mod further_fit;
mod fuzzy;
mod implausible;
pub mod implications;
mod ledger;
mod limit;
pub mod minimise;
mod minimised;
mod missing_case;
pub mod necessity;
pub mod observed;
mod outcome;
mod output;
mod path_memberships;
mod paths;
mod placed;
mod problem;
mod refusal;
pub mod relation;
mod row_list;
mod row_sums;
mod sample;
mod solution;
mod solve;
mod solved;
pub mod space;
mod sufficiency;
pub mod systems;
pub mod term;
mod theory;
mod truth_table;
mod union;
mod unproven;
mod weights;

pub use analyse::{analyse, parsimonious_only};
pub use assumptions::Assumptions;
pub use certificate::{Flaw, Procedure, Refuted};
pub use dnf::Misfit;
pub use error::QcaError;
pub use fit::{necessity, sufficiency};
pub use further_fit::FurtherFit;
pub use minimise::budget::Budget;
pub use path_memberships::PathMemberships;
pub use sufficiency::sufficiency_of;

/// The words of this crate.
static WORDS: equifinal_study::catalogue::Catalogue =
    equifinal_study::catalogue::Catalogue::new(include_str!("../words/en.ftl"), include_str!("../words/zh.ftl"));
