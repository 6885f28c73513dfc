//! Every method of calibration.

use equifinal_study::config::Study;

use crate::check;

/// Compares the calibration of the set `A`.
fn calibrated(cases: &[(&str, &str)]) {
    let read = |study: &Study| format!("{:?}", study.sets[0].calibrate);
    check("A: {calibrate: {given: fuzzy}}", "A: {calibrate: {@}}", read, cases);
}

#[test]
fn given_memberships() {
    calibrated(&[
        ("given: fuzzy", "Given(Fuzzy)"),
        ("given: crisp", "Given(Crisp)"),
        ("\"given\": 'crisp'", "Given(Crisp)"),
        (
            "given: Fuzzy",
            "refused: `given` is the text `Fuzzy`, which this version does not know: did you mean `fuzzy`?",
        ),
    ]);
}

/// The declared direction agrees with the anchors, or is refused.
#[test]
fn directions() {
    let read = |study: &Study| format!("{:?}", study.sets[0].slope);
    let falling = "refused: the anchors fall from exclusion 9 to inclusion 1, but `direction` is rising: write \
                   `direction: falling`, or exchange exclusion and inclusion";
    let rising = "refused: the anchors rise from exclusion 1 to inclusion 9, but `direction` is falling: write \
                  `direction: rising`, or exchange exclusion and inclusion";
    let always = "refused: this calibration rises with the raw values: leave `direction` out, and use the negation (~) of \
                  the set where less is more";
    let none = "refused: this calibration rises nowhere or on both sides: leave `direction` out";
    check(
        "A: {calibrate: {given: fuzzy}}",
        "A: {calibrate: {@}}",
        read,
        &[
            ("direct: {exclusion: 9, crossover: 4, inclusion: 1}", "None"),
            (
                "direct: {exclusion: 9, crossover: 4, inclusion: 1}}, direction: falling, because: {text: x",
                "Some(Falling)",
            ),
            ("direct: {exclusion: 9, crossover: 4, inclusion: 1}}, direction: rising, because: {text: x", falling),
            (
                "direct: {exclusion: 1, crossover: 4, inclusion: 9}}, direction: rising, because: {text: x",
                "Some(Rising)",
            ),
            ("direct: {exclusion: 1, crossover: 4, inclusion: 9}}, direction: falling, because: {text: x", rising),
            ("percentiles: {exclusion: 9, crossover: 4, inclusion: 1}}, direction: rising, because: {text: x", falling),
            (
                "ecdf: {exclusion: 9, crossover: 4, inclusion: 1}}, direction: falling, because: {text: x",
                "Some(Falling)",
            ),
            ("crisp: {threshold: 4}}, direction: rising, because: {text: x", "Some(Rising)"),
            ("crisp: {threshold: 4}}, direction: falling, because: {text: x", always),
            ("given: fuzzy}, direction: falling, because: {text: x", always),
            ("recode: {no: 0, yes: 1}}, direction: rising, because: {text: x", none),
            (
                "direct: {exclusion: [1, 6], crossover: [2, 5], inclusion: [3, 4]}}, direction: rising, because: {text: x",
                none,
            ),
        ],
    );
}

#[test]
fn thresholds() {
    calibrated(&[
        ("crisp: {threshold: 4}", "Crisp { threshold: 4.0 }"),
        ("crisp: {threshold: -4.5e-1}", "Crisp { threshold: -0.45 }"),
        ("crisp: {threshold: 0}", "Crisp { threshold: 0.0 }"),
        (
            "crisp: {threshold: target}",
            "refused: `threshold` is the target, but the set names none: add the key `target` to the set",
        ),
        ("indirect: {thresholds: [3]}", "Indirect { thresholds: [3.0], basis: Linear }"),
        ("indirect: {thresholds: [3, 4], basis: linear}", "Indirect { thresholds: [3.0, 4.0], basis: Linear }"),
        ("indirect: {thresholds: [3, 4], basis: fractional}", "Indirect { thresholds: [3.0, 4.0], basis: Fractional }"),
        ("indirect: {thresholds: [4, 3]}", "refused: the threshold 3 follows 4: thresholds rise"),
        ("indirect: {thresholds: [4, 4]}", "refused: the threshold 4 follows 4: thresholds rise"),
    ]);
}

#[test]
fn levels() {
    let read = |study: &Study| format!("{:?} {}", study.sets[2].calibrate, study.sets[2].calibrate.is_multi_value());
    check(
        "M: {calibrate: {levels: {thresholds: [1, 2]}}}",
        "M: {calibrate: {@}}",
        read,
        &[
            ("levels: {thresholds: [1]}", "Levels { thresholds: [1.0] } true"),
            ("levels: {thresholds: [-1, 0, 0.5]}", "Levels { thresholds: [-1.0, 0.0, 0.5] } true"),
            ("given: multivalue", "Given(MultiValue) true"),
            ("given: crisp", "Given(Crisp) false"),
            ("levels: {thresholds: [2, 1]}", "refused: the threshold 1 follows 2: thresholds rise"),
        ],
    );
}

#[test]
fn direct_anchors() {
    const RISING: &str = "Anchors { exclusion: 1.0, crossover: 2.0, inclusion: 3.0 }";
    let case = |words: &str, rest: &str| {
        let expected = format!("Direct {{ anchors: {RISING}, {rest} }}");
        calibrated(&[(&format!("direct: {{exclusion: 1, crossover: 2, inclusion: 3{words}}}"), &expected)]);
    };
    case("", "idm: 0.95, shape: Logistic");
    case(", idm: 0.9", "idm: 0.9, shape: Logistic");
    case(", idm: 0.9, shape: logistic", "idm: 0.9, shape: Logistic");
    case(", shape: linear", "idm: 0.95, shape: Linear");
    case(", shape: linear, below: 2", "idm: 0.95, shape: Power { below: 2.0, above: 1.0 }");
    case(", shape: linear, above: 0.5", "idm: 0.95, shape: Power { below: 1.0, above: 0.5 }");
    case(", shape: linear, below: 2, above: 0.5", "idm: 0.95, shape: Power { below: 2.0, above: 0.5 }");
    case(", shape: linear, below: 1, above: 1", "idm: 0.95, shape: Power { below: 1.0, above: 1.0 }");
}

#[test]
fn anchors_that_fall() {
    calibrated(&[
        (
            "direct: {exclusion: 3, crossover: 2, inclusion: 1}",
            "Direct { anchors: Anchors { exclusion: 3.0, crossover: 2.0, inclusion: 1.0 }, idm: 0.95, shape: Logistic }",
        ),
        (
            "percentiles: {exclusion: 95, crossover: 50, inclusion: 5, idm: 0.99}",
            "Percentiles { anchors: Anchors { exclusion: 95.0, crossover: 50.0, inclusion: 5.0 }, idm: 0.99, \
             shape: Logistic }",
        ),
        (
            "percentiles: {exclusion: 5, crossover: 50, inclusion: 95, shape: linear}",
            "Percentiles { anchors: Anchors { exclusion: 5.0, crossover: 50.0, inclusion: 95.0 }, idm: 0.95, \
             shape: Linear }",
        ),
        (
            "ecdf: {exclusion: 3, crossover: 2, inclusion: 1}",
            "Ecdf { anchors: Some(Anchors { exclusion: 3.0, crossover: 2.0, inclusion: 1.0 }) }",
        ),
        ("ecdf: {}", "Ecdf { anchors: None }"),
    ]);
}

#[test]
fn bells() {
    calibrated(&[
        (
            "direct: {exclusion: [1, 6], crossover: [2, 5], inclusion: [3, 4]}",
            "Bell { low: Anchors { exclusion: 1.0, crossover: 2.0, inclusion: 3.0 }, \
             high: Anchors { exclusion: 6.0, crossover: 5.0, inclusion: 4.0 }, idm: 0.95, shape: Linear }",
        ),
        (
            "direct: {exclusion: [1, 6], crossover: [2, 5], inclusion: [3, 3], shape: logistic, idm: 0.9}",
            "Bell { low: Anchors { exclusion: 1.0, crossover: 2.0, inclusion: 3.0 }, \
             high: Anchors { exclusion: 6.0, crossover: 5.0, inclusion: 3.0 }, idm: 0.9, shape: Logistic }",
        ),
        (
            "direct: {exclusion: [3, 4], crossover: [2, 5], inclusion: [1, 6], shape: linear, below: 2}",
            "Bell { low: Anchors { exclusion: 3.0, crossover: 2.0, inclusion: 1.0 }, \
             high: Anchors { exclusion: 4.0, crossover: 5.0, inclusion: 6.0 }, idm: 0.95, \
             shape: Power { below: 2.0, above: 1.0 } }",
        ),
        (
            "direct: {exclusion: [1, 6], crossover: [2, 5], inclusion: 3}",
            "refused: some anchors are one value, some two: give one each, or two each for a bell",
        ),
        (
            "direct: {exclusion: [1, 6], crossover: [2, 5], inclusion: [4, 3]}",
            "refused: the anchors of a bell are out of order: exclusion 1, crossover 1, inclusion 1, inclusion 2, \
             crossover 2, exclusion 2 rise, or with inclusion and exclusion exchanged for a set that is out in the \
             middle",
        ),
    ]);
}

#[test]
fn shapes_and_their_exclusions() {
    const IDM: &str = "refused: `idm` belongs to a logistic shape: add `shape: logistic`, or leave `idm` out";
    const ORDER: &str = "refused: the anchors exclusion 1, crossover 1, inclusion 3 are out of order: they rise, or all \
                         fall where less is more in";
    calibrated(&[
        ("direct: {exclusion: 1, crossover: 2, inclusion: 3, shape: linear, idm: 0.9}", IDM),
        ("percentiles: {exclusion: 1, crossover: 2, inclusion: 3, shape: linear, idm: 0.9}", IDM),
        ("direct: {exclusion: 1, crossover: 2, inclusion: 3, shape: linear, below: 2, idm: 0.9}", IDM),
        ("direct: {exclusion: [1, 6], crossover: [2, 5], inclusion: [3, 4], idm: 0.9}", IDM),
        (
            "direct: {exclusion: 1, crossover: 2, inclusion: 3, below: 2}",
            "refused: `below` bends a linear shape: add `shape: linear`, or leave it out",
        ),
        (
            "percentiles: {exclusion: 1, crossover: 2, inclusion: 3, above: 2}",
            "refused: `above` bends a linear shape: add `shape: linear`, or leave it out",
        ),
        ("direct: {exclusion: 1, crossover: 1, inclusion: 3}", ORDER),
        ("percentiles: {exclusion: 1, crossover: 1, inclusion: 3}", ORDER),
        ("ecdf: {exclusion: 1, crossover: 1, inclusion: 3}", ORDER),
    ]);
}

#[test]
fn scores_and_words() {
    calibrated(&[
        ("tfr: {}", "Tfr { lowest: None }"),
        ("tfr: {lowest: 1}", "Tfr { lowest: Some(1.0) }"),
        ("tfr: {lowest: -2.5}", "Tfr { lowest: Some(-2.5) }"),
        ("recode: {none: 0, some: 0.33, all: 1}", "Recode([(\"none\", 0.0), (\"some\", 0.33), (\"all\", 1.0)])"),
        ("recode: {no: 0, 2: 0.5, true: 1}", "Recode([(\"no\", 0.0), (\"2\", 0.5), (\"true\", 1.0)])"),
        ("recode: {\" wide \": 1}", "Recode([(\"wide\", 1.0)])"),
        ("recode: {高: 1, 低: 0}", "Recode([(\"高\", 1.0), (\"低\", 0.0)])"),
        ("recode: {}", "refused: `recode` is empty: give a membership for each value of the column"),
    ]);
}

#[test]
fn sets_made_of_others() {
    let literal = |set: &str, level: &str, negated: bool| {
        format!("Literal {{ set: \"{set}\", level: {level}, negated: {negated} }}")
    };
    let (b, not_y, level) = (literal("B", "None", false), literal("Y", "None", true), literal("M", "Some(2)", false));
    calibrated(&[
        ("all_of: [B, \"~Y\"]", &format!("Composite {{ how: All, of: [{b}, {not_y}] }}")),
        ("any_of: [\"M[2]\", B]", &format!("Composite {{ how: Any, of: [{level}, {b}] }}")),
        ("mean_of: [B, \"~Y\", \"M[2]\"]", &format!("Composite {{ how: Mean, of: [{b}, {not_y}, {level}] }}")),
        ("all_of: [B, \"~~Y\"]", &format!("Composite {{ how: All, of: [{b}, {}] }}", literal("Y", "None", false))),
        ("all_of: [B]", "refused: `all_of` lists one set: a set made of others has two parts at least"),
        ("any_of: [B, A*Y]", "refused: a part is the text `A*Y`: name one set, `~` before it for its negation"),
    ]);
}
