//! Messages of the report about data, sets and settings.

use equifinal_study::config::{
    Assumption, Calibration, Combination, Direction, Excluded, Expect, FlowStage, Frequency, Target,
};
use equifinal_study::diagnosis::{Concern, ThresholdCheck};
use equifinal_study::expression::Literal;
use equifinal_study::text::Text;

use super::*;

#[test]
fn data_assumptions_and_flow_are_printed() {
    check(
        |fixture| {
            let stage = |id: &str, n_out, excluded| FlowStage {
                id: id.to_owned(),
                label: None,
                n_in: None,
                excluded,
                n_out: Some(n_out),
                unit: None,
                because: None,
            };
            fixture.study.flow = vec![stage("found", 662, Excluded::None), stage("kept", 9, Excluded::NotReported)];
            fixture.study.assumptions = vec![Assumption {
                id: "scores".to_owned(),
                about: vec!["sets.DEV".to_owned(), "sets.URB".to_owned()],
                text: Text::plain("The scores are ours."),
            }];
        },
        &[
            ("flow-unexplained", &[("count", Count(653))]),
            ("flow-n", &[("stage", Words("kept")), ("count", Words("9"))]),
            ("assumptions-meaning", &[]),
        ],
        &["not-reported"],
    );
    check(|_| {}, &[], &["flow-title", "assumptions"]);
}

#[test]
fn settings_are_printed_as_used() {
    check(
        |fixture| {
            let findings = &mut fixture.findings[0];
            findings.analysis.truth_table.frequency = Frequency::Share(0.015);
            findings.frequency = 4;
            findings.analysis.expectations[0].expect = Expect::Levels(vec![1, 2]);
            findings.analysis.expectations[0].because = Some(Text::plain("theory").into());
        },
        &[
            ("frequency-share", &[("count", Count(4)), ("share", Words("1.5"))]),
            ("frequency-count", &[("count", Count(1))]),
            (
                "with-reason",
                &[("what", Of(("expect-levels", &[("levels", Names(&["1", "2"]))]))), ("reason", Words("theory"))],
            ),
            ("policy-warn", &[]),
            (
                "necessity-note",
                &[("consistency", Words("0.900")), ("coverage", Words("0.500")), ("relevance", Words("0.500"))],
            ),
        ],
        &["policy-drop", "models-irredundant", "contradictions-remainder", "expect-any"],
    );
}

#[test]
fn what_stands_out_in_sets_is_said_beside_them() {
    let set = || "DEV".to_owned();
    let dev = ("set", Both("Developed", "经济发达"));
    check(
        |fixture| {
            fixture.diagnosis.concerns = vec![
                Concern::PiledUp { set: set(), share: 0.9, inside: true },
                Concern::PiledUp { set: set(), share: 0.95, inside: false },
                Concern::OneLevel { set: set(), level: 2, share: 0.875 },
                Concern::LittleSpread { set: set(), sd: 0.1234 },
                Concern::NearCrossover { set: set(), cases: vec!["CZ".to_owned(), "FI".to_owned()] },
                Concern::AnchorsFollowSample { set: set(), percentiles: [5.0, 50.0, 95.0] },
                Concern::ShortReason { set: set() },
                Concern::Correlated { first: set(), second: "IND".to_owned(), r: -0.9126 },
            ];
        },
        &[
            ("concerns", &[]),
            ("concern-piled-up-in", &[dev, ("share", Words("90.0"))]),
            ("concern-piled-up-out", &[dev, ("share", Words("95.0"))]),
            ("concern-one-level", &[dev, ("share", Words("87.5")), ("level", Words("2"))]),
            ("concern-little-spread", &[dev, ("sd", Words("0.123"))]),
            ("concern-near-crossover", &[dev, ("cases", Names(&["CZ", "FI"]))]),
            ("concern-anchors-follow-sample", &[dev, ("percentiles", Words("5/50/95"))]),
            ("concern-short-reason", &[dev]),
            (
                "concern-correlated",
                &[
                    ("first", Both("Developed", "经济发达")),
                    ("second", Both("Industrialised", "工业化")),
                    ("r", Words("-0.913")),
                ],
            ),
        ],
        &["warning-skewed", "warning-without-reason"],
    );
    check(
        |_| {},
        &[
            ("warning-skewed", &[("sets", Words("LIT (88.0%)"))]),
            ("warning-without-reason", &[("sets", Names(&["URB", "LIT", "IND", "STB", "SURV"]))]),
        ],
        &["concerns"],
    );
}

#[test]
fn thresholds_stand_beside_those_that_the_values_suggest() {
    let threshold = |taken, gaps: Vec<f64>, at_gaps| {
        move |fixture: &mut Fixture| {
            let (chosen, suggested, gaps) = (vec![550.0], vec![612.5], gaps.clone());
            let check = ThresholdCheck { set: "DEV".to_owned(), chosen, suggested, taken, gaps, at_gaps };
            fixture.diagnosis.thresholds = vec![check];
        }
    };
    let keys = ["thresholds-taken", "thresholds-not-taken", "thresholds-at-gaps", "thresholds-not-at-gaps"];
    for (taken, gaps, at_gaps, said) in [
        (true, 612.5, false, [true, false, false, false]),
        (false, 612.5, true, [false, true, false, false]),
        (true, 540.0, false, [true, false, false, true]),
        (false, 700.0, true, [false, true, true, false]),
    ] {
        let printed = format!("{gaps:.3}");
        let of = |suggested| [("set", Words("DEV")), ("chosen", Words("550.000")), ("suggested", suggested)];
        let (clusters, widest) = (of(Words("612.500")), of(Words(&printed)));
        let values = [&clusters, &clusters, &widest, &widest];
        let wanted = keys
            .iter()
            .zip(values)
            .zip(said)
            .filter(|(_, said)| *said)
            .map(|((key, values), _)| (*key, values.as_slice()));
        let silent: Vec<&str> = keys.iter().zip(said).filter(|(_, said)| !said).map(|(key, _)| *key).collect();
        check(threshold(taken, vec![gaps], at_gaps), &wanted.collect::<Vec<_>>(), &silent);
    }
}

#[test]
fn targets_are_printed_and_composites_have_no_column() {
    let target = |name: &str, direction| Target {
        name: name.to_owned(),
        label: None,
        value: 0.9,
        unit: None,
        quantity: "inpatients".to_owned(),
        direction,
        source: None,
    };
    let of = [("value", Words("0.9")), ("quantity", Words("inpatients"))];
    check(
        |fixture| {
            fixture.study.targets = vec![target("kept", Direction::AtLeast), target("sent", Direction::AtMost)];
            fixture.study.sets[0].target = Some("kept".to_owned());
            fixture.study.sets[1].target = Some("sent".to_owned());
            let of = ["DEV", "URB"].map(|set| Literal { set: set.to_owned(), level: None, negated: false });
            fixture.study.sets[3].calibrate = Calibration::Composite { how: Combination::All, of: of.to_vec() };
        },
        &[("target-at-least", &of), ("target-at-most", &of), ("method-all-of", &[("sets", Names(&["DEV", "URB"]))])],
        &[],
    );
    check(|_| {}, &[], &["target-at-least", "target-at-most", "variable-target", "method-all-of"]);
}
