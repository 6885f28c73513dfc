//! One anchor of the Lipset study moved, in a process that has run the study before: what an editor that shows results
//! while the author types has to wait for.
#![expect(clippy::disallowed_methods, reason = "the bench reads the study")]

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use equifinal_engine::{Artefacts, Edition, Engine, EngineError, Files, Part, study};
use equifinal_report::Templates;
use equifinal_study::config::{Calibration, Study};

fn main() {
    divan::main();
}

/// A study, its data, and an engine that has run it.
struct Desk {
    engine: Engine,
    world: Files,
    study: Study,
    moved: u32,
}

impl Desk {
    fn new() -> Result<Self, EngineError> {
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let read = |file: &str| std::fs::read(project.join(file)).unwrap_or_default();
        let world = Files::default().with("lipset-democracy/cases.csv", read("data/lipset-democracy/cases.csv"));
        let study = study("lipset-democracy.yaml", &read("configs/lipset-democracy.yaml"), &world)?;
        let mut desk = Self { engine: Engine::default(), world, study, moved: 0 };
        desk.run()?;
        Ok(desk)
    }

    /// Moves the crossover of the first set by a dollar, each time to a value that it never had.
    fn move_anchor(&mut self) {
        self.moved += 1;
        if let Some(set) = self.study.sets.first_mut()
            && let Calibration::Direct { anchors, .. } = &mut set.calibrate
        {
            anchors.crossover = 500.0 + f64::from(self.moved) / 100.0;
        }
    }

    fn run(&mut self) -> Result<Artefacts, EngineError> {
        self.engine.run(&Arc::new(self.study.clone()), &[], &self.world)
    }
}

/// New findings.
#[divan::bench(sample_count = 50, sample_size = 1, ignore = cfg!(debug_assertions))]
fn findings(bencher: divan::Bencher<'_, '_>) {
    let Ok(mut desk) = Desk::new() else { return };
    bencher.bench_local(|| {
        desk.move_anchor();
        desk.engine.findings(&desk.study, &desk.world).is_ok()
    });
}

/// A new page: findings, everything that robustness asks for, verdicts, and the page.
#[divan::bench(sample_count = 20, sample_size = 1, ignore = cfg!(debug_assertions))]
fn page(bencher: divan::Bencher<'_, '_>) {
    let Ok(mut desk) = Desk::new() else { return };
    let templates = Templates { files: std::collections::BTreeMap::default(), clock: || Duration::ZERO };
    let edition = Edition { templates, registration: None };
    bencher.bench_local(|| {
        desk.move_anchor();
        desk.run().and_then(|found| found.report(&edition, Part::Pages)).is_ok()
    });
}
