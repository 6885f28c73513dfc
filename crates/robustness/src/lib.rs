//! The same study under other decisions, and whether its claims hold.
//!
//! `decisions` are what could have been decided otherwise, `scenario` runs a study under them from the raw table on,
//! `universe` does the same for what decides the solutions alone, remembering in `memory` what the next may need;
//! `impossible` says why decisions cannot be carried out. `alternatives` runs the study again under changes that it
//! names itself, `crossover` under the other readings of a membership near 0.5; `comparison` says what became of the
//! solution. `tied` is the one rule about tied models; `models` compares solutions by it, `fate` follows a path.
//! `ranges` says how far each number, a `knob`, may be moved alone until `judgement` finds the solution changed;
//! `march` follows anchors, `maps` move two numbers together, `thresholds` say the solution at every raw-consistency
//! cutoff. `protocol` holds a solution against all its test solutions. A `multiverse` runs every universe of a `plan`,
//! whose points a `design` gives, holds each against the study's findings (`verdict`) and adds up what survives
//! (`tally`, `followed`). `resample` runs the study with other cases (`left_out`), or with raw scores as `doubt` draws
//! them, and adds up what was `drawn`; `chance` without any relation, in all `orders` of the outcome where these are
//! few; `simulate` from a known relation. All draw from `draws`. `laboratory` does everything that a study asks for; `untried` is what it could not do.
//! `claims` judges what the paper says.
//!
//! ```
//! use equifinal_robustness::simulate::{Limits, Simulation, simulate};
//! use equifinal_study::config::{Frequency, SolutionType, TruthTableCuts};
//! use equifinal_study::expression::Expression;
//!
//! let found = simulate(&Simulation {
//!     truth: Expression::parse("A*B")?,
//!     conditions: ["A", "B", "C"].map(str::to_owned).to_vec(),
//!     cases: 40,
//!     fuzzy: false,
//!     noise: 0.0,
//!     cuts: TruthTableCuts { frequency: Frequency::Count(1), consistency: 0.8, pri: 0.5, contradiction_floor: None },
//!     solution: SolutionType::Parsimonious,
//!     seed: 1,
//!     draws: 20,
//!     limits: Limits { memberships: Limits::MEMBERSHIPS, draws: Limits::DRAWS },
//! })?;
//! assert_eq!((found.draws, found.no_error), (20, 20));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod alternatives;
pub mod chance;
pub mod claims;
pub mod comparison;
pub mod crossover;
pub mod decisions;
mod design;
pub mod doubt;
mod drawn;
mod draws;
pub mod fate;
mod followed;
pub mod impossible;
pub mod judgement;
pub mod knob;
pub mod laboratory;
mod left_out;
pub mod maps;
mod march;
pub mod memory;
mod models;
pub mod multiverse;
mod named;
pub mod nearest;
mod orders;
pub mod plan;
pub mod protocol;
pub mod ranges;
pub mod resample;
pub mod scenario;
pub mod simulate;
pub mod tally;
pub mod thresholds;
mod tied;
pub mod universe;
pub mod untried;
pub mod verdict;
