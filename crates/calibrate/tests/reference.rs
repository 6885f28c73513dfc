//! The results of R `QCA::calibrate`, where the reference files lie beside the project.

use std::path::Path;

use equifinal_study::config::{Calibration, DEFAULT_IDM, Shape};
use equifinal_study::table::Cells;
use serde_json::Value;

use crate::{anchors, run};

/// R moves memberships nearer than this to 0 or 1 onto them; we do not.
const SNAP: f64 = 1e-4;

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

/// Our words for the arguments of R; nothing for methods and shapes that studies do not offer.
fn calibration(args: &Value) -> Option<Calibration> {
    const KNOWN: [&str; 5] = ["type", "thresholds", "threshold_names", "idm", "logistic"];
    if args.as_object()?.keys().any(|key| !KNOWN.contains(&key.as_str())) {
        return None;
    }
    let thresholds = numbers(&args["thresholds"]);
    if args["type"] == "crisp" {
        return Some(match thresholds.as_slice() {
            [threshold] => Calibration::Crisp { threshold: *threshold },
            _ => Calibration::Levels { thresholds },
        });
    }
    let [first, crossover, last] = thresholds.try_into().ok()?;
    // R takes unnamed thresholds in the order given, named ones by name.
    let (exclusion, inclusion) = if args["threshold_names"][0] == "i" { (last, first) } else { (first, last) };
    let distinct = exclusion != crossover && crossover != inclusion;
    distinct.then(|| Calibration::Direct {
        anchors: anchors(exclusion, crossover, inclusion),
        idm: args["idm"].as_f64().unwrap_or(DEFAULT_IDM),
        shape: if args["logistic"] == false { Shape::Linear } else { Shape::Logistic },
    })
}

#[test]
#[expect(clippy::print_stdout, reason = "a test that was skipped should say so")]
fn memberships_are_those_of_the_reference_but_for_its_snap() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/golden/public/fn_calibrate.json");
    #[expect(clippy::disallowed_methods, reason = "reads the reference in place")]
    let Ok(text) = std::fs::read_to_string(&file) else {
        println!("skipped: {} is not there", file.display());
        return;
    };
    let golden: Value = serde_json::from_str(&text).expect("JSON");
    let (mut compared, mut snapped) = (0, 0);
    for case in golden["cases"].as_array().expect("cases") {
        let Some(calibration) = calibration(&case["args"]).filter(|_| case["status"] == "ok") else { continue };
        let raw = numbers(&golden["vectors"][case["vector"].as_str().expect("vector")]);
        let ours = run(Cells::Numbers(raw), calibration).unwrap().memberships.sets.remove(0).values;
        let theirs = numbers(&case["result"]);
        assert_eq!(ours.len(), theirs.len(), "{}", case["args"]);
        for (ours, theirs) in ours.iter().zip(&theirs) {
            let by_snap = (ours - theirs).abs() <= SNAP && (*theirs == 0.0 || *theirs == 1.0);
            let same = (ours - theirs).abs() <= 1e-11;
            assert!(same || by_snap, "{}: {ours} instead of {theirs}", case["args"]);
            snapped += usize::from(!same);
        }
        compared += 1;
    }
    // Counted, so that neither a renamed key nor a snap of our own goes unseen.
    assert_eq!((compared, snapped), (41, 63));
}
