//! Reruns a study under other decisions, and evaluates its claims.
//!
//! `varied` gives the study under decisions that its file, a claim or the command line names; `decisions` are those in
//! the form that is applied. `rerun` runs a study under them from the raw table, and `universe` does the same for the
//! parts that decide the solutions, with a cache in `memory`; `impossible` gives reasons why decisions cannot be
//! applied. `alternatives` runs the study under its named changes, `crossover` under other policies for memberships
//! near 0.5; `comparison` compares the solutions. `tied` is the single rule about tied models; `models` compares
//! solutions by it, and `fate` follows a path. `ranges` finds the interval of each number, whose `domain` is known,
//! over which `judgement` finds the solution unchanged; `anchor_search` follows anchors, `maps` vary two numbers
//! together, and `thresholds` give the solution at every raw-consistency cutoff. `protocol` compares a solution with
//! all its test solutions. A `multiverse` runs every universe of a `plan`, whose points a `design` gives, compares each
//! with the study's findings (`verdict`) and counts the survivors (`tally`, `followed`). `resample` reruns the study
//! with other cases (`left_out`), or with raw scores redrawn for `measurement_error`, and sums the results (`drawn`);
//! `nca` runs the necessary condition analyses, also in universes, draws and ranges (`nca_multiverse`, `nca_resample`,
//! `nca_ranges`);
//! `chance` tests data without any relation, in all orders of the outcome if these are few; `simulate` tests data
//! from a known relation. All use `draws`. `checks` runs everything that a study asks for; `untried` lists checks that
//! could not be run. `claims` evaluates the claims of the paper.
//!
//! ```
//! use equifinal_qca::Budget;
//! use equifinal_robustness::simulate::{Limits, Simulation, Truth, simulate};
//! use equifinal_study::config::{Frequency, MostComplex, TruthTableCuts};
//! use equifinal_study::expression::Expression;
//!
//! let found = simulate(&Simulation {
//!     truth: Truth::Given(Expression::parse("A*B")?),
//!     conditions: ["A", "B", "C"].map(str::to_owned).to_vec(),
//!     cases: 40,
//!     fuzzy: false,
//!     noise: 0.0,
//!     diversity: 1.0,
//!     expected: Vec::new(),
//!     cuts: TruthTableCuts { frequency: Frequency::Count(1), consistency: 0.8, pri: 0.5, contradiction_floor: None },
//!     coverage: 0.8,
//!     most: MostComplex::default(),
//!     seed: 1,
//!     draws: 20,
//!     limits: Limits { memberships: Limits::MEMBERSHIPS, draws: Limits::DRAWS },
//!     budget: Budget::default(),
//! })?;
//! assert!(found.iter().all(|one| (one.draws, one.no_error) == (20, 20)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod alternatives;
mod anchor_search;
pub mod chance;
pub mod checks;
pub mod claims;
pub mod comparison;
mod cores;
pub mod crossover;
pub mod decisions;
mod design;
mod domain;
mod drawn;
pub mod fate;
mod followed;
pub mod impossible;
mod interval;
pub mod judgement;
mod left_out;
pub mod maps;
pub mod measurement_error;
pub mod memory;
mod models;
pub mod multiverse;
mod named;
pub mod nca;
mod nca_multiverse;
pub mod nca_ranges;
pub mod nca_resample;
pub mod nearest;
pub mod percentile_shifts;
pub mod plan;
pub mod power;
pub mod protocol;
pub mod random_tables;
pub mod ranges;
pub mod rerun;
pub mod resample;
mod reversed;
pub mod simulate;
pub mod tally;
pub mod thresholds;
mod tied;
pub mod universe;
mod universe_row;
pub mod untried;
pub mod varied;
pub mod verdict;
mod walk;

/// The words of this crate.
static WORDS: equifinal_study::catalogue::Catalogue =
    equifinal_study::catalogue::Catalogue::new(include_str!("../words/en.ftl"), include_str!("../words/zh.ftl"));
