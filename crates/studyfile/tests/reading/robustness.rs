//! Keys under `robustness`.

use equifinal_study::config::Study;

use crate::{check, varied};

const END: &str = "truth_table: {consistency: 0.8}}";

/// Compares the value of `read` after keys are added to `robustness`.
fn under(read: impl Fn(&Study) -> String, cases: &[(&str, &str)]) {
    check(END, "truth_table: {consistency: 0.8}}\nrobustness: {@}", read, cases);
}

#[test]
fn seed_and_ranges() {
    let read = |study: &Study| {
        let plan = &study.robustness;
        format!(
            "{} {} [{}] {}",
            plan.seed,
            plan.ranges,
            plan.maps.iter().map(|map| varied(map)).collect::<Vec<_>>().join("] ["),
            plan.multiverse.is_some() || plan.resample.is_some()
        )
    };
    under(
        read,
        &[
            ("", "0 false [] false"),
            ("seed: 7", "7 false [] false"),
            ("seed: 9007199254740992", "9007199254740992 false [] false"),
            ("ranges: {}", "0 true [] false"),
            (
                "ranges: {maps: [{consistency: [0.8, 0.9], frequency: [1, 2]}]}",
                "0 true [frequency 1, 2; consistency 0.8, 0.9] false",
            ),
            (
                "ranges: {maps: [{pri: [0.5], consistency: [0.8]}, {consistency: [0.7, 0.9], pri: [0.6]}]}",
                "refused: an earlier map moves the same two decisions: join the values of both in one",
            ),
            (
                "ranges: {maps: [{pri: [0.5], frequency: [1]}, {consistency: [0.7], pri: [0.6]}]}",
                "0 true [frequency 1; pri 0.5] [pri 0.6; consistency 0.7] false",
            ),
            ("seed: -1", "refused: `seed` is the number -1, not a whole number from 0 upwards"),
            (
                "ranges: {maps: [{consistency: [0.8]}]}",
                "refused: a map moves two decisions together, and this one names 1",
            ),
        ],
    );
}

#[test]
fn decisions_of_a_multiverse() {
    let read = |study: &Study| {
        let multiverse = study.robustness.multiverse.clone();
        varied(&multiverse.map(|multiverse| multiverse.vary).unwrap_or_default())
    };
    let vary = |words: &str, expected: &str| under(read, &[(&format!("multiverse: {{vary: {{{words}}}}}"), expected)]);
    vary("consistency: [0.8, 0.75]", "consistency 0.8, 0.75");
    vary("consistency: {from: 0.75, to: 0.9, step: 0.05}", "consistency 0.75, 0.8, 0.85, 0.9");
    vary("pri: {from: 0.1, to: 0.3, step: 0.1}", "pri 0.1, 0.2, 0.3");
    vary("pri: {from: 0.5, to: 0.5, step: 0.1}", "pri 0.5");
    vary("pri: {from: 0, to: 1, step: 0.3}", "pri 0, 0.3, 0.6, 0.9");
    vary("frequency: {from: 1, to: 3, step: 1}", "frequency 1, 2, 3");
    vary("frequency: [2, 5]", "frequency 2, 5");
    vary("solution: [conservative, intermediate]", "solution conservative, intermediate");
    vary("at_crossover: [warn, drop]", "at_crossover warn, drop");
    vary("expectations: {A: [present, any]}", "expectations.A present, any");
    vary("expectations: {M: [any]}", "expectations.M any");
    vary("expectations: {M: [present, any]}", "refused: `M` has levels: expect `any` of it here");
    vary("drop_conditions: [[], A, [A, B]]", "drop_conditions , A, A+B");
    vary("drop_cases: [[], 02, [c1, true]]", "drop_cases , 02, c1+true");
    vary("pri: [0.5], frequency: [1], consistency: [0.8]", "frequency 1; pri 0.5; consistency 0.8");
    vary(
        "pri: {from: 0.5, to: 0.7}",
        "refused: a range without `step` has no end of values: give a step, or a `sample`",
    );
    vary("pri: {from: 0.7, to: 0.5}", "refused: the range runs from 0.7 down to 0.5: write the lower one first");
    vary("drop_conditions: [Y]", "refused: `Y` is not a condition: there are `A`, `B`, `M`");
    vary("anchors: {A: {crossover: [1]}}", "refused: `A` has no anchor `crossover` that could be moved");
    vary("anchors: {A: {idm: [0.9]}}", "refused: `A` has no `idm`: only a logistic shape depends on it");
}

#[test]
fn anchors_of_a_multiverse() {
    let read = |study: &Study| {
        let multiverse = study.robustness.multiverse.clone();
        varied(&multiverse.map(|multiverse| multiverse.vary).unwrap_or_default())
    };
    let moved = |anchor: &str| format!("A.{anchor} 1, 2");
    let written = "A: {calibrate: {direct: {exclusion: 0, crossover: 1.5, inclusion: 3}}}\n  B: {calibrate: {given: \
                   fuzzy}}\n  M: {calibrate: {levels: {thresholds: [1, 2]}}}\n  Y: {calibrate: {given: \
                   fuzzy}}\nrobustness: {multiverse: {vary: {anchors: {A: {@}}}}}\n";
    let piece = "A: {calibrate: {given: fuzzy}}\n  B: {calibrate: {given: fuzzy}}\n  M: {calibrate: {levels: {thresholds: \
                 [1, 2]}}}\n  Y: {calibrate: {given: fuzzy}}\n";
    check(
        piece,
        written,
        read,
        &[
            ("exclusion: [1, 2]", &moved("exclusion")),
            ("crossover: [1, 2]", &moved("crossover")),
            ("inclusion: {from: 1, to: 2, step: 1}", &moved("inclusion")),
            ("together: [1, 2]", &moved("together")),
            ("idm: [0.9, 0.99]", "A.idm 0.9, 0.99"),
            ("threshold: [1, 2]", "refused: `A` has no anchor `threshold` that could be moved"),
        ],
    );
}

#[test]
fn designs() {
    let read = |study: &Study| {
        let multiverse = study.robustness.multiverse.as_ref();
        multiverse.map(|multiverse| format!("{:?} {}", multiverse.design, multiverse.swept)).unwrap_or_default()
    };
    let case = |words: &str, expected: &str| {
        under(read, &[(&format!("multiverse: {{vary: {{pri: [0.5, 0.6], frequency: [1, 2]}}{words}}}"), expected)]);
    };
    case("", "Factorial false");
    case(", sample: list", "List false");
    case(", sample: {sobol: 64}", "Sobol(64) false");
    case(", sample: {latin_hypercube: 100}", "LatinHypercube(100) false");
    case(", sweep: true", "Factorial true");
    case(", sample: {sobol: 4294967296}, sweep: true", "Sobol(4294967296) true");
    case(
        ", sample: {sobol: 1000001}",
        "refused: 1000001 universes are more than the 1000000 that a run goes through: draw a `sample`, raise `budget: \
         {universes: 1000001}`, or say `sweep: true` and go through them with `equifinal sweep`",
    );
    case(", sample: {sobol: 0}", "refused: `sobol` is the number 0, not a whole number from 1 upwards");
}

#[test]
fn resampling() {
    let read = |study: &Study| {
        let resample = study.robustness.resample.clone().unwrap_or_default();
        let noise = resample.membership_noise.map(|noise| (noise.sd, noise.draws));
        let error = resample.measurement_error.map(|error| (error.reliability, error.draws));
        let limits = (resample.limits.draws, resample.limits.orders, resample.limits.ways);
        format!(
            "{:?} {:?} {noise:?} {error:?} {:?} {:?} {limits:?}",
            resample.leave_out, resample.bootstrap, resample.permutation, resample.random_data
        )
    };
    let case = |words: &str, expected: &str| under(read, &[(&format!("resample: {{{words}}}"), expected)]);
    const USUAL: &str = "(1000000, 100000, 10000)";
    case("", &format!("None None None None None None {USUAL}"));
    case("leave_out: 2", &format!("Some(2) None None None None None {USUAL}"));
    case("bootstrap: 100", &format!("None Some(100) None None None None {USUAL}"));
    case("membership_noise: {sd: 0.05, draws: 9}", &format!("None None Some((0.05, 9)) None None None {USUAL}"));
    case(
        "measurement_error: {reliability: {B: 0.7, A: 0.8}, draws: 9}",
        &format!("None None None Some(([(\"B\", 0.7), (\"A\", 0.8)], 9)) None None {USUAL}"),
    );
    case("permutation: 99", &format!("None None None None Some(99) None {USUAL}"));
    case("random_data: 98", &format!("None None None None None Some(98) {USUAL}"));
    case("limits: {draws: 5}", "None None None None None None (5, 100000, 10000)");
    case("limits: {orders: 0}", "None None None None None None (1000000, 0, 10000)");
    case("limits: {ways: 1}", "None None None None None None (1000000, 100000, 1)");
    case(
        "limits: {draws: 10000000}, bootstrap: 10000000",
        "None Some(10000000) None None None None (10000000, 100000, 10000)",
    );
    case(
        "bootstrap: 1000001",
        "refused: `bootstrap` is 1000001, more than the limit of 1000000: draw fewer, or raise \
         `robustness.resample.limits.draws` (to 10000000 at most)",
    );
}

#[test]
fn alternatives() {
    let read = |study: &Study| {
        let one = &study.alternatives[0];
        let main = &one.variant.analyses[0];
        let cuts = main.truth_table;
        format!(
            "{} [{}] {} {} {} {:?} {:?}",
            one.id,
            one.changes.join("; "),
            main.conditions.join(","),
            cuts.consistency,
            cuts.pri,
            main.interpret,
            one.variant.drop_cases
        )
    };
    let case =
        |words: &str, expected: &str| under(read, &[(&format!("alternatives: [{{id: other{words}}}]"), expected)]);
    case(", truth_table: {pri: 0.6}", "other [truth_table.pri: 0.6] A,B,M 0.8 0.6 Intermediate []");
    case(", truth_table: {consistency: 0.9}", "other [truth_table.consistency: 0.9] A,B,M 0.9 0 Intermediate []");
    case(", conditions: [B, A]", "other [conditions: [B, A]] B,A 0.8 0 Intermediate []");
    case(", drop_conditions: [M]", "other [drop_conditions: [M]] A,B 0.8 0 Intermediate []");
    case(", drop_cases: [c1, 02]", "other [drop_cases: [c1, 02]] A,B,M 0.8 0 Intermediate [\"c1\", \"02\"]");
    case(", interpret: parsimonious", "other [interpret: parsimonious] A,B,M 0.8 0 Parsimonious []");
    case(
        ", sets: {B: {calibrate: {crisp: {threshold: 1}}}}",
        "other [sets.B.calibrate: {crisp: {threshold: 1}}] A,B,M 0.8 0 Intermediate []",
    );
    case("", "refused: the alternative changes nothing: repeat a key of the study with another value");
    case(", drop_conditions: [Y]", "refused: `Y` is not a condition here: there are `A`, `B`, `M`");
}
