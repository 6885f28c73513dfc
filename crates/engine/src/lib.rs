//! Runs a study: from bytes to results, verdicts and the files of a report. The engine uses no file, clock, terminal or
//! environment; the embedding program provides a [`World`].
//!
//! ```
//! use std::sync::Arc;
//! use std::time::Duration;
//!
//! use equifinal_engine::{Edition, Engine, Files, Long, study};
//! use equifinal_report::Templates;
//!
//! let text = "\
//! format: equifinal/study/1
//! id: cities
//! title: Cities
//! provenance: synthetic
//! data: {cases: {file: cities.csv, id: city}}
//! sets: {FUND: {calibrate: {given: crisp}}, LEAD: {calibrate: {given: crisp}}, TIGHT: {calibrate: {given: crisp}}}
//! analyses:
//!   tight: {outcome: TIGHT, conditions: [FUND, LEAD], truth_table: {frequency: 1, consistency: 0.8}}
//! ";
//! let world = Files::default().with("cities.csv", "city,FUND,LEAD,TIGHT\na,1,1,1\nb,1,0,0\nc,0,1,0\nd,0,0,0\n");
//! let cities = Arc::new(study("cities.yaml", text.as_bytes(), &world)?);
//! let found = Engine::default().run(&cities, &[], &world)?;
//! assert_eq!(found.solutions()[0].to_string(), "tight: FUND*LEAD => TIGHT (intermediate)");
//!
//! let templates = Templates { files: Default::default(), clock: || Duration::ZERO };
//! let edition = Edition { templates, registration: None };
//! let mut results = Vec::new();
//! found.write(Long::Results, &edition, &mut results)?;
//! assert!(String::from_utf8_lossy(&results).contains("\"expression\": \"FUND*LEAD\""));
//! # Ok::<(), equifinal_engine::EngineError>(())
//! ```

mod artefacts;
mod audit;
mod averaged_cases;
mod chains;
mod coded_cases;
mod digest;
mod engine;
mod error;
mod evidence;
mod files;
mod findings;
mod joined_cases;
mod kept;
mod panels;
mod partitions;
mod place;
mod reading;
mod source;
mod stage;
mod summary;
mod systems;
mod timed;
mod unit_cases;
mod weights;
mod world;
mod yearly;

pub use artefacts::{Artefacts, Edition};
pub use digest::{Digesting, Inputs, digest, digest_of};
pub use engine::{Engine, check_cases};
pub use equifinal_exchange::{Program, package, printed, r_import};
pub use error::EngineError;
pub use files::{File, Long, Part, Report};
pub use findings::Analyse;
pub use place::Place;
pub use source::study;
pub use stage::Stage;
pub use systems::Together;
pub use world::{Files, Unreadable, World};

/// The words of this crate.
static WORDS: equifinal_study::catalogue::Catalogue =
    equifinal_study::catalogue::Catalogue::new(include_str!("../words/en.ftl"), include_str!("../words/zh.ftl"));
