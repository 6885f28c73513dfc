//! Compares with the results of R `QCA::calibrate` and `SetMethods::indirectCalibration`.

use equifinal_calibrate::indirect::fit;
use equifinal_study::config::{Basis, Calibration, DEFAULT_IDM, Shape};
use equifinal_study::table::Cells;
use equifinal_testing::needs::corpus;
use serde_json::Value;

use crate::{anchors, run};

/// R rounds memberships nearer than this to 0 or 1; we do not.
const SNAP: f64 = 1e-4;

/// A file of reference results; `None` if the test is skipped.
#[expect(clippy::disallowed_methods, reason = "reads the reference in place")]
pub(crate) fn golden(name: &str) -> Option<Value> {
    let text = std::fs::read_to_string(corpus(&format!("public/{name}"))?).expect("a file");
    Some(serde_json::from_str(&text).expect("JSON"))
}

pub(crate) fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

/// Translates arguments of R; `None` for those that a study file refuses.
fn calibration(args: &Value) -> Option<Calibration> {
    const KNOWN: [&str; 9] =
        ["type", "method", "thresholds", "threshold_names", "idm", "logistic", "below", "above", "ecdf"];
    assert!(args.as_object()?.keys().all(|key| KNOWN.contains(&key.as_str())), "{args}");
    let thresholds = numbers(&args["thresholds"]);
    match args["method"].as_str() {
        Some("indirect") => return Some(Calibration::Indirect { thresholds, basis: Basis::Fractional }),
        Some("TFR") => return Some(Calibration::Tfr { lowest: None }),
        _ => {}
    }
    if args["type"] == "crisp" {
        return Some(match thresholds.as_slice() {
            [threshold] => Calibration::Crisp { threshold: *threshold },
            _ => Calibration::Levels { thresholds },
        });
    }
    let idm = args["idm"].as_f64().unwrap_or(DEFAULT_IDM);
    let power = ["below", "above"].map(|name| args[name].as_f64());
    let shape = |absent| match power {
        [None, None] if args["logistic"] == false => Shape::Linear,
        [None, None] => absent,
        [below, above] => Shape::Power { below: below.unwrap_or(1.0), above: above.unwrap_or(1.0) },
    };
    // R takes unnamed thresholds in the order given, named ones by name.
    let out_in_the_middle_or_falling = args["threshold_names"][0].as_str().is_some_and(|name| name.starts_with('i'));
    if let &[a, b, c, d, e, f] = thresholds.as_slice() {
        let (low, high) = if out_in_the_middle_or_falling {
            (anchors(c, b, a), anchors(d, e, f))
        } else {
            (anchors(a, b, c), anchors(f, e, d))
        };
        return Some(Calibration::Bell { low, high, idm, shape: shape(Shape::Linear) });
    }
    let [first, crossover, last] = thresholds.try_into().ok()?;
    let (exclusion, inclusion) = if out_in_the_middle_or_falling { (last, first) } else { (first, last) };
    let anchors = anchors(exclusion, crossover, inclusion);
    if args["ecdf"] == true {
        return Some(Calibration::Ecdf { anchors: Some(anchors) });
    }
    let distinct = exclusion != crossover && crossover != inclusion;
    distinct.then(|| Calibration::Direct { anchors, idm, shape: shape(Shape::Logistic) })
}

#[test]
fn memberships_match_the_reference_except_for_its_rounding() {
    let Some(golden) = golden("fn_calibrate.json") else { return };
    let (mut compared, mut values, mut snapped, mut branched, mut refused) = (0, 0, 0, 0, 0);
    for case in golden["cases"].as_array().expect("cases") {
        let args = &case["args"];
        // R warns of anchors that coincide and divides by zero, or silently steps; a study file refuses them. What R
        // refuses too (thresholds outside the data, a membership of 0.5 at the anchor) is no result to compare.
        let Some(calibration) = calibration(args).filter(|_| case["status"] == "ok") else {
            refused += 1;
            continue;
        };
        let raw = numbers(&golden["vectors"][case["vector"].as_str().expect("vector")]);
        // R rounds the memberships of a regression to six decimals.
        let exact = if args["method"] == "indirect" { 5.1e-7 } else { 1e-11 };
        let ours = run(Cells::Numbers(raw.clone()), calibration).unwrap().memberships.sets.remove(0).values;
        let theirs = numbers(&case["result"]);
        assert_eq!(ours.len(), theirs.len(), "{args}");
        let crossover = args["thresholds"][1].as_f64().filter(|_| args["thresholds"][3].is_null());
        for ((ours, theirs), value) in ours.iter().zip(&theirs).zip(&raw) {
            let by_snap = (ours - theirs).abs() <= SNAP && (*theirs == 0.0 || *theirs == 1.0);
            let same = (ours - theirs).abs() <= exact;
            // R compares with a tolerance and so takes the branch below the crossover for values a hair above it.
            let by_branch = crossover.is_some_and(|crossover| value > &crossover && value - crossover < 1e-6);
            assert!(same || by_snap || by_branch, "{args}: {ours} instead of {theirs}");
            if !same {
                *if by_snap { &mut snapped } else { &mut branched } += 1;
            }
            values += 1;
        }
        compared += 1;
    }
    // Counted, so that neither a renamed key nor a snap of our own goes unseen.
    assert_eq!((compared, values, snapped, branched, refused), (89, 4748, 96, 4, 7));
}

#[test]
fn the_regression_matches_the_reference() {
    let Some(golden) = golden("sm_indirectCalibration.json") else { return };
    let mut compared = 0;
    for case in golden["cases"].as_array().expect("cases") {
        // The other case is a regression with another likelihood (beta), which studies do not offer.
        if case["label"] != "binom" {
            continue;
        }
        let ours = fit(&numbers(&case["args"]["x"]), &numbers(&case["args"]["x_cal"]), Basis::Linear).expect("fits");
        for (ours, theirs) in ours.iter().zip(numbers(&case["result"])) {
            assert!((ours - theirs).abs() < 1e-9, "{ours} instead of {theirs}");
            compared += 1;
        }
    }
    assert_eq!(compared, 20);
}
