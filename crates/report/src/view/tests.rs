//! What the report says of findings.

use equifinal_qca::findings::{Area, Configurations, Refusal, SufficiencyFit, TheoryEvaluation};
use equifinal_study::config::{
    Assumption, Calibration, Combination, Direction, Excluded, Expect, FlowStage, Frequency, Provenance, SolutionType,
    Target,
};
use equifinal_study::diagnosis::{Concern, ThresholdCheck};
use equifinal_study::expression::Literal;
use equifinal_study::text::Text;

use super::*;
use crate::fixture::{Fixture, both, lipset, path, term};

/// The words of the English report of `change`d findings: some that it says, some that it must not say.
fn check(change: impl FnOnce(&mut Fixture), said: &[&str], not_said: &[&str]) {
    let mut fixture = lipset();
    change(&mut fixture);
    let words = serde_json::to_string(&edition(&fixture.input(), "en").unwrap().sections).unwrap();
    for wanted in said {
        assert!(words.contains(wanted), "not said: {wanted}\n{words}");
    }
    for unwanted in not_said {
        assert!(!words.contains(unwanted), "said: {unwanted}\n{words}");
    }
}

#[test]
fn findings_are_put_into_words_and_numbers() {
    check(
        |_| {},
        &[
            "Stable government is necessary for Survival of democracy (consistency 0.920, coverage 0.707",
            "Literate is necessary for Survival of democracy (consistency 0.991, coverage 0.643), but its relevance is low",
            "has 2 configurations (solution consistency 0.866, solution coverage 0.660); together they account for about 66.0%",
            "Configuration H1 is a path to Survival of democracy. It combines Urbanised, Stable government (core); Developed, Literate (peripheral).",
            "unique coverage 0.378; cases: BE, CZ, NL, UK",
            "It consists of not Stable government (core).",
            "leaves out one difficult counterfactual",
            "23 of the 32 possible rows are remainders",
        ],
        &["core in some", "NH1a"],
    );
}

#[test]
fn refusals_are_results() {
    check(
        |fixture| {
            fixture.findings[1].solutions = [const { Err(Refusal::NoPositiveRow) }; 3];
            fixture.findings[0].solutions[1] = Err(Refusal::NoNegativeRow);
        },
        &[
            "There is no intermediate solution for not Survival of democracy: no row of the truth table is sufficient for the outcome.",
            "SURV: there is no parsimonious solution to hold the paths against",
            "no row of the truth table is negative",
            "survival: no parsimonious solution",
        ],
        &["NH1"],
    );
}

#[test]
fn ambiguity_is_stated_with_what_is_shared() {
    check(
        |fixture| {
            let conditions = fixture.findings[0].conditions.clone();
            let solution = fixture.findings[0].solutions[2].as_mut().unwrap();
            let mut second = solution.models[0].clone();
            second.paths[1].term = term("DEV*URB*IND", &conditions);
            solution.models.push(second);
            solution.model_count = 2;
        },
        &[
            "The truth table allows 2 models equally well",
            "Terms in all of them: DEV*URB*LIT*STB. Terms in some: DEV*LIT*~IND*STB, DEV*URB*IND.",
            "survival: the intermediate solution is ambiguous: 2 models",
            "the chart shows the first",
        ],
        &[],
    );
}

#[test]
fn a_composite_path_is_named_with_its_covering_pair() {
    check(
        |fixture| {
            let conditions = fixture.findings[0].conditions.clone();
            let parsimonious = fixture.findings[0].solutions[1].as_mut().unwrap();
            parsimonious.models[0].paths[0].term = term("DEV*IND", &conditions);
            parsimonious.models[0].paths[1].term = term("URB*~IND", &conditions);
        },
        &[
            "H1 is composite: it contains no single parsimonious term but lies within several of them together (DEV*IND, URB*~IND)",
        ],
        &[
            "H2 is composite: it contains no single parsimonious term but lies within several of them together (DEV*IND, URB*~IND)",
        ],
    );
}

#[test]
fn named_paths_are_shown_and_unmatched_ones_reported() {
    check(
        |fixture| {
            let paths = vec![path("urban", "Urban path", "DEV*URB*LIT*STB"), path("lost", "Lost path", "DEV*IND")];
            fixture.findings[0].analysis.paths.clone_from(&paths);
            fixture.findings[1].analysis.paths = paths;
        },
        &[
            "Configuration H1 (Urban path) is a path to",
            "survival: named paths that are not in the interpreted solution: lost.",
            "survival: terms of the interpreted solution that no path names: DEV*LIT*~IND*STB.",
        ],
        &["~survival: named paths"],
    );
}

#[test]
fn core_on_a_conservative_solution_is_called_an_extension() {
    let note = "Fiss (2011) defines core and peripheral for intermediate solutions";
    check(|_| {}, &[], &[note]);
    check(|fixture| fixture.findings[0].analysis.interpret = SolutionType::Conservative, &[note], &[]);
}

#[test]
fn an_interpreted_parsimonious_solution_is_all_core() {
    check(
        |fixture| fixture.findings[0].analysis.interpret = SolutionType::Parsimonious,
        &["SURV: the parsimonious solution is interpreted, so every condition shown is core."],
        &["Urbanised, Stable government (core)"],
    );
}

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
                about: vec!["sets.DEV".to_owned()],
                text: Text::plain("The scores are ours."),
            }];
        },
        &["653 (reasons not reported)", "The scores are ours.", "Concerns sets.DEV", "Rihoux & De Meur (2009)"],
        &[],
    );
}

#[test]
fn settings_are_printed_as_used() {
    check(
        |fixture| {
            let findings = &mut fixture.findings[0];
            findings.analysis.truth_table.frequency = Frequency::Share(0.015);
            findings.frequency = 4;
            findings.analysis.expectations[0].expect = Expect::Levels(vec![1, 2]);
            findings.analysis.expectations[0].because = Some(Text::plain("theory"));
        },
        &[
            "4 cases (1.5% of all)",
            "one of the levels 1, 2 – theory",
            "0.900 / 0.500 / 0.500",
            "in no row, kept in every sum",
        ],
        &[],
    );
}

#[test]
fn what_stands_out_in_sets_is_said_beside_them() {
    let set = || "DEV".to_owned();
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
            let check = |taken, gap| {
                let (chosen, suggested, gaps) = (vec![550.0], vec![612.5], vec![gap]);
                ThresholdCheck { set: set(), chosen, suggested, taken, gaps, at_gaps: !taken }
            };
            fixture.diagnosis.thresholds = vec![check(true, 612.5), check(false, 540.0), check(true, 700.0)];
        },
        &[
            "What stands out in the sets",
            "DEV: 90.0% of the cases lie above 0.5.",
            "DEV: 95.0% of the cases lie below 0.5.",
            "DEV: 87.5% of the cases have level 2.",
            "DEV: memberships hardly differ (standard deviation 0.123).",
            "DEV: within 0.05 of the crossover: CZ, FI.",
            "DEV: the anchors are the percentiles 5/50/95 of the cases",
            "DEV: the reason for the calibration says little.",
            "DEV and IND correlate strongly (r = -0.913).",
            "DEV: thresholds 550.000 divide the cases as a clustering of their values does (612.500).",
            "which suggests 612.500.",
            "thresholds 550.000 divide the cases where the gaps between their values are widest (540.000).",
            "the gaps between the values are widest at 700.000",
        ],
        &["widest at 612.500", "Skewed sets", "No reason is given"],
    );
    check(|_| {}, &["Skewed sets", "No reason is given"], &["What stands out"]);
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
    check(
        |fixture| {
            fixture.study.targets = vec![target("kept", Direction::AtLeast), target("sent", Direction::AtMost)];
            fixture.study.sets[0].target = Some("kept".to_owned());
            fixture.study.sets[1].target = Some("sent".to_owned());
            let of = ["DEV", "URB"].map(|set| Literal { set: set.to_owned(), level: None, negated: false });
            fixture.study.sets[3].calibrate = Calibration::Composite { how: Combination::All, of: of.to_vec() };
        },
        &["at least 0.9 of inpatients", "at most 0.9 of inpatients", "smallest membership in DEV, URB", "literacy"],
        &["industrial_share"],
    );
    check(|_| {}, &["industrial_share"], &["at least 0.9", "\"Target\""]);
}

#[test]
fn reconstructed_and_synthetic_data_are_announced_loudly() {
    for (provenance, strong) in [
        (Provenance::Original, false),
        (Provenance::Published, false),
        (Provenance::Reconstructed, true),
        (Provenance::Synthetic, true),
    ] {
        let mut fixture = lipset();
        fixture.study.provenance = provenance;
        assert_eq!(edition(&fixture.input(), "en").unwrap().provenance.strong, strong, "{provenance:?}");
    }
}

#[test]
fn no_sentence_is_missing_from_the_report() {
    let mut fixture = lipset();
    fixture.study.provenance = Provenance::Synthetic;
    fixture.study.sets[1].group = Some(both("Society", "社会"));
    for language in ["en", "zh"] {
        let edition = edition(&fixture.input(), language).unwrap();
        each_text(&serde_json::to_value(&edition).unwrap(), &mut |text| {
            assert!(!text.contains('{') && !text.contains('␣'), "{text}");
        });
    }
}

fn each_text(value: &serde_json::Value, visit: &mut impl FnMut(&str)) {
    match value {
        serde_json::Value::String(text) => visit(text),
        serde_json::Value::Array(items) => items.iter().for_each(|item| each_text(item, visit)),
        serde_json::Value::Object(entries) => entries.values().for_each(|entry| each_text(entry, visit)),
        _ => {}
    }
}

/// An evaluation in which every area holds the first case on one side.
fn evaluation() -> TheoryEvaluation {
    let area = |expected: bool, found: bool| Area {
        configurations: expected
            .then(|| if found { Configurations::None } else { Configurations::Some("~URB".to_owned()) }),
        expected,
        found,
        expression: Some("(DEV + ~URB)*STB".to_owned()),
        fit: SufficiencyFit { consistency: Some(0.75), pri: Some(0.5), coverage: Some(0.25) },
        with_outcome: vec![0],
        without_outcome: Vec::new(),
    };
    TheoryEvaluation {
        theory: "DEV + ~URB".to_owned(),
        fit: SufficiencyFit { consistency: Some(0.625), pri: None, coverage: Some(0.125) },
        model_count: 2,
        areas: [area(true, true), area(false, true), area(true, false), area(false, false)],
    }
}

#[test]
fn theory_stands_beside_the_solution() {
    check(
        |fixture| fixture.findings[0].theory = Some(evaluation()),
        &[
            "Theory and the intermediate solution for Survival of democracy",
            "the theory DEV + ~URB (by itself: consistency 0.625, coverage 0.125)",
            "1 covered, least likely",
            "0 inconsistent, most likely",
            "too many to write",
            "The solution has 2 models",
            "~T*S: min(1 - T, S)",
            "are those of the minimum named beside each area",
        ],
        &["(DEV + ~URB)*STB"],
    );
    check(|_| {}, &[], &["least likely"]);
}

#[test]
fn analyses_that_are_alike_share_a_chart() {
    let second = |fixture: &mut Fixture, like: Option<&str>| {
        let mut other = fixture.findings[0].clone();
        other.analysis.name = "mortality".to_owned();
        other.analysis.outcome.set = "LIT".to_owned();
        other.analysis.like = like.map(str::to_owned);
        fixture.findings.push(other);
    };
    check(
        |fixture| second(fixture, Some("survival")),
        &["Configurations for Survival of democracy, Literate side by side (intermediate solution)"],
        &["Configurations for Literate (", "and its negation ("],
    );
    check(|fixture| second(fixture, None), &["Configurations for Literate (", "and its negation ("], &["side by side"]);
}

#[test]
fn the_standards_are_an_appendix_where_asked_for() {
    check(
        |fixture| fixture.study.standards = true,
        &[
            "Appendix: reporting standards",
            "this study meets",
            "Not so: survival: LIT.",
            "Describe the search and the exclusions under `flow`.",
        ],
        &["{standard"],
    );
    check(|_| {}, &[], &["Appendix: reporting standards"]);
}
