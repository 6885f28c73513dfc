//! Claims of every kind, holding and broken, with their messages.

use serde_json::Value;

use crate::trial::{CASES, SMALL, Trial, of_project, project};

/// A study of the project with these claims in place of its own.
fn claiming(id: &str, claims: &[(&str, &str)]) -> Trial {
    let file = format!("configs/{id}.yaml");
    let study = String::from_utf8(of_project(&file)).expect("UTF-8");
    let (before, rest) = study.split_once("\nclaims:\n").expect("claims");
    // Recommendations rest on the claims that are replaced.
    let mut recommends = false;
    let rests_on_none = |line: &&str| {
        recommends = if line.starts_with(' ') { recommends } else { line.starts_with("recommendations:") };
        !recommends
    };
    let before: String = before.lines().filter(rests_on_none).map(|line| format!("{line}\n")).collect();
    let (_, after) = rest.split_once("\nreport:").expect("a report");
    let claims: String =
        claims.iter().enumerate().map(|(n, (claim, _))| format!("  - {{id: c{n}, text: Words, {claim}}}\n")).collect();
    let shared = "configs/shared/alliance-targets.yaml";
    Trial::new().file(&file, format!("{before}claims:\n{claims}\nreport:{after}")).file(shared, of_project(shared))
}

/// Runs the democracies with claims and checks each verdict: `held`, or the start of what broke it.
#[track_caller]
fn check(claims: &[(&str, &str)]) {
    check_study("lipset-democracy", claims);
}

/// Runs a study of the project with claims and checks each verdict: `held`, or the start of what broke it.
#[track_caller]
fn check_study(id: &str, claims: &[(&str, &str)]) {
    let trial = claiming(id, claims);
    let (file, data) = (format!("configs/{id}.yaml"), project().join("data").display().to_string());
    trial.run(&["run", &file, "--data", &data, "--out", "out", "--only", "results"]).code(0);
    let results = trial.results("out");
    let judged = results["claims"].as_array().expect("claims");
    assert_eq!(judged.len(), claims.len());
    for (judged, (claim, expected)) in judged.iter().zip(claims) {
        let told = match judged["verdict"].as_str() {
            Some("held") => "held".to_owned(),
            verdict => format!("{}: {}", verdict.unwrap_or("?"), judged["why"].as_str().unwrap_or("?")),
        };
        assert!(told.starts_with(expected), "{claim}\nfound {told}\ninstead of {expected}");
    }
}

#[test]
fn solutions() {
    check(&[
        ("claim: {solution: {analysis: survival, type: parsimonious, is: [URB*STB, DEV*~IND]}}", "held"),
        (
            "claim: {solution: {analysis: survival, type: parsimonious, is: [DEV*~IND]}}",
            "broken: Under the study’s own decisions: the solution is DEV*~IND + URB*STB.",
        ),
        ("claim: {solution: {analysis: survival, type: parsimonious, contains: DEV*~IND}}", "held"),
        ("claim: {solution: {analysis: survival, contains: DEV*~IND}}", "broken: "),
        ("claim: {solution: {analysis: survival, contains: DEV*LIT*~IND*STB, covers: DEV*URB*LIT*IND*STB}}", "held"),
        ("claim: {solution: {analysis: survival, covers: DEV*~URB*LIT*IND*STB}}", "broken: "),
        ("claim: {solution: {analysis: survival, contained_in: [LIT]}}", "held"),
        ("claim: {solution: {analysis: survival, contained_in: [URB]}}", "broken: "),
        ("claim: {solution: {analysis: ~survival, type: parsimonious, is: [~DEV, ~STB]}}", "held"),
        ("claim: {path_present: {analysis: survival, expression: DEV*URB*LIT*STB}}", "held"),
        ("claim: {path_present: {analysis: survival, type: conservative, expression: DEV*URB*LIT*STB}}", "broken: "),
        ("claim: {path_count: {analysis: survival, count: 2}}", "held"),
        ("claim: {contradictory_rows: {analysis: survival, count: 0}}", "held"),
        (
            "claim: {contradictory_rows: {analysis: survival, at_least: 1}}",
            "broken: Under the study’s own decisions: 0 rows are contradictory: none.",
        ),
        ("claim: {deviant_cases: {analysis: survival, at_most: 0}}", "held"),
        (
            "claim: {path_count: {analysis: survival, at_least: 3}}",
            "broken: Under the study’s own decisions: there are 2 paths.",
        ),
        ("claim: {path_count: {analysis: survival, at_most: 2}}", "held"),
        ("claim: {in_every_path: {analysis: survival, expression: [DEV, LIT*STB]}}", "held"),
        ("claim: {in_every_path: {analysis: survival, expression: URB}}", "broken: "),
        ("claim: {in_some_path: {analysis: survival, expression: [URB, ~IND]}}", "held"),
        ("claim: {in_some_path: {analysis: survival, expression: [URB, ~IND, ~LIT]}}", "broken: "),
    ]);
}

#[test]
fn fit_core_and_order() {
    check(&[
        ("claim: {fit_at_least: {analysis: survival, consistency: 0.86, pri: 0.8, coverage: 0.65}}", "held"),
        (
            "claim: {fit_at_least: {analysis: survival, consistency: 0.87, coverage: 0.65}}",
            "broken: Under the study’s own decisions: Consistency 0.867 against a cutoff of 0.87.",
        ),
        ("claim: {fit_at_least: {analysis: survival, path: DEV*LIT*~IND*STB, unique_coverage: 0.19}}", "held"),
        (
            "claim: {fit_at_least: {analysis: survival, path: DEV*LIT*STB, coverage: 0.1}}",
            "broken: Under the study’s own decisions: no path is, or has, DEV*LIT*STB.",
        ),
        ("claim: {core: {analysis: survival, expression: [URB, STB], path: DEV*URB*LIT*STB}}", "held"),
        (
            "claim: {core: {analysis: survival, expression: LIT}}",
            "broken: Under the study’s own decisions: LIT is peripheral in DEV*URB*LIT*STB.",
        ),
        ("claim: {peripheral: {analysis: survival, expression: LIT}}", "held"),
        ("claim: {peripheral: {analysis: survival, expression: ~IND}}", "broken: "),
        (
            "claim: {core: {analysis: survival, expression: ~URB}}",
            "broken: Under the study’s own decisions: no path is, or has, ~URB.",
        ),
        ("claim: {ranking: {analysis: survival, order: [DEV*LIT*~IND*STB, DEV*URB*LIT*STB]}}", "broken: "),
        ("claim: {ranking: {analysis: survival, order: [DEV*URB*LIT*STB, DEV*LIT*~IND*STB]}}", "held"),
    ]);
}

#[test]
fn necessity_claims_include_relevance() {
    check(&[
        ("claim: {necessary: {analysis: survival, expression: LIT, consistency: 0.9, relevance: 0.5}}", "held"),
        (
            "claim: {necessary: {analysis: survival, expression: LIT, consistency: 0.9, relevance: 0.6}}",
            "broken: Under the study’s own decisions: Relevance 0.508 against a cutoff of 0.6.",
        ),
        ("claim: {necessary: {analysis: survival, expression: LIT + STB}}", "broken: "),
        ("claim: {necessary: {analysis: survival, expression: LIT*STB}}", "held"),
        ("claim: {not_necessary: {analysis: survival, expression: DEV}}", "held"),
        ("claim: {not_necessary: {analysis: survival, expression: STB}}", "broken: "),
        (
            "claim: {only_necessary: {analysis: survival, expression: LIT}}",
            "broken: Under the study’s own decisions: necessary too: STB.",
        ),
        ("claim: {only_necessary: {analysis: survival, expression: LIT, consistency: 0.95}}", "held"),
    ]);
}

#[test]
fn across_decisions_the_nearest_counterexample_is_reported() {
    let contains = "claim: {solution: {analysis: survival, type: conservative, contains: DEV*~URB*LIT*~IND*STB}}";
    check(&[
        (&format!("{contains}, across: {{pri: {{from: 0.4, to: 0.7}}}}"), "held"),
        (
            &format!("{contains}, across: {{pri: {{from: 0.4, to: 0.8}}}}"),
            "broken: Under pri=0.72: the solution is DEV*URB*LIT*IND*STB. Results change where the cutoff “PRI” rises \
             above 0.717461, the value of row 22.",
        ),
        (&format!("{contains}, across: {{frequency: {{from: 1, to: 4}}}}"), "broken: Under frequency=3:"),
        (&format!("{contains}, across: {{consistency: [0.75, 0.7], frequency: [2]}}"), "broken: "),
        (&format!("{contains}, across: {{alternatives: all}}"), "broken: "),
        (
            &format!("{contains}, across: {{alternatives: [wider-anchors]}}"),
            "broken: Under alternative=wider-anchors: ",
        ),
        (
            "claim: {necessary: {analysis: survival, expression: STB}}, across: {anchors: {STB: {crossover: {from: 6, to: 9.5}}}}",
            "broken: Under STB.crossover=",
        ),
        (
            "claim: {necessary: {analysis: survival, expression: STB}}, across: {anchors: {STB: {crossover: [20]}}}",
            "undecided: Under STB.crossover=20: the anchors of “STB” would be 15, 20, 5, which are not in order.",
        ),
    ]);
}

#[test]
fn robust_core_and_survival() {
    let own = "Under the study’s own decisions:";
    check(&[
        ("claim: {robust_core_covers: {analysis: survival, alternatives: [wider-anchors], rf_cov: 0.6}}", "held"),
        ("claim: {robust_core_covers: {analysis: survival, alternatives: all, coverage: 0.4}}", "held"),
        (
            "claim: {robust_core_covers: {analysis: survival, alternatives: all, coverage: 0.4, rf_cov: 0.9}}",
            "broken: Under alternative=stricter: RF_cov 0.6",
        ),
        (
            "claim: {survives: {analysis: survival, at_least: 0.99}}",
            "broken: Under universe=774: with consistency 0.81 it is lost; it survives in 169 of 1728 universes",
        ),
        ("claim: {survives: {analysis: survival, as: core, at_least: 0.2}}", "broken: Under universe=774: "),
        (
            "claim: {survives: {analysis: survival, necessary: LIT, at_least: 0.9}}",
            "broken: Under universe=965: with SURV.crossover 2 it is lost; ",
        ),
        (
            "claim: {survives: {analysis: survival, expression: DEV*URB*LIT*STB, as: narrower, at_least: 0.9}}",
            "broken: Under universe=1349: with DEV.crossover 600 it is lost; ",
        ),
        ("claim: {survives: {analysis: survival, necessary: STB, at_least: 0.1}}", "held"),
        (
            "claim: {survives: {analysis: survival, necessary: URB, at_least: 0.1}}",
            &format!("broken: {own} URB is not among the necessary conditions."),
        ),
        ("claim: {survives: {analysis: survival, expression: DEV*URB*LIT*STB, as: related, at_least: 0.95}}", "held"),
        ("claim: {survives: {analysis: survival, expression: DEV*URB*LIT*STB, at_least: 0.95}}", "broken: "),
        (
            "claim: {survives: {analysis: survival, expression: DEV*URB, at_least: 0.01}}",
            &format!("broken: {own} no path is, or has, DEV*URB."),
        ),
    ]);
    check_study(
        "alliance-models",
        &[("claim: {robust_core_covers: {analysis: in_county, alternatives: [consistency-085], rf_cov: 0.7}}", "held")],
    );
}

#[test]
fn numbers_of_an_evaluation() {
    let own = "Under the study’s own decisions:";
    let wrong = |told: &str| format!("broken: {own} {told}");
    check_study(
        "s-county-decade",
        &[
            ("claim: {value: {indicator: in_county_visits, percent: 96.8}}", "held"),
            ("claim: {value: {indicator: in_county_visits, year: 2013, is: 0.84}}", "held"),
            ("claim: {value: {indicator: in_county_visits, percent: 96.80}}", "held"),
            (
                "claim: {value: {indicator: in_county_visits, year: 2022, percent: 96.8}}",
                &wrong("In-county visit rate in 2022 is 95.800% where the claim says 96.8%."),
            ),
            (
                "claim: {value: {indicator: in_county_visits, year: 2001, percent: 96.8}}",
                &format!("undecided: {own} In-county visit rate in 2001 has no value."),
            ),
            ("claim: {value: {answers: patients, share: satisfaction, published: satisfaction}}", "held"),
            (
                "claim: {value: {answers: patients, share: satisfaction, percent: 88.33}}",
                &wrong("Patient satisfaction is 88.3249% where the claim says 88.33%."),
            ),
            ("claim: {value: {answers: patients, item: overall, at_least: 4, at_most: 5}}", "held"),
            ("claim: {value: {answers: patients, item: overall, at_most: 4}}", &wrong("the mean of “overall” is 4.")),
            ("claim: {value: {theme: debt, is: 20}}", "held"),
            ("claim: {value: {theme: debt, interviews: true, is: 15}}", "held"),
            (
                "claim: {value: {theme: insurance, interviews: true, at_least: 8}}",
                &wrong(
                    "the number of interviews or texts that speak of “Shallow insurance linkage” is 7 where the claim says at least 8.",
                ),
            ),
            ("claim: {ratio_at_least: {indicator: outpatient}}", "held"),
            (
                "claim: {ratio_at_least: {indicator: outpatient, first_to_last: 2.03}}",
                &wrong(
                    "the last value of “Outpatient visits, ten thousands” over its first is 2.023 where the claim says at least 2.03.",
                ),
            ),
            ("claim: {target_met: {indicator: in_county_inpatients, met: false}}", "held"),
            (
                "claim: {target_met: {indicator: in_county_inpatients}}",
                &wrong("In-county inpatient rate is 0.881 where the claim says at least 0.9."),
            ),
            ("claim: {target_met: {indicator: downward}}", "held"),
            ("claim: {target_met: {indicator: downward, of: growth, met: false}}", "broken: "),
        ],
    );
}

#[test]
fn reliability() {
    check_study(
        "loose-alliance-commitment",
        &[
            ("claim: {reliability_at_least: {alpha: 0.8, omega: 0.8}}", "held"),
            ("claim: {reliability_at_least: {construct: [opportunity_cost, work_significance], alpha: 0.8}}", "held"),
            (
                "claim: {reliability_at_least: {construct: opportunity_cost, omega: 0.81}}",
                "broken: Under the study’s own decisions: McDonald’s ω of “perceived opportunity cost” is 0.806 where the \
                 claim says at least 0.81.",
            ),
        ],
    );
    check_study(
        "county-alliance-capacity",
        &[
            // The least reliable condition decides: pooled, κ is 0.773 and α 0.830.
            ("claim: {reliability_at_least: {coding: papers, kappa: 0.38, krippendorff_ordinal: 0.76}}", "held"),
            (
                "claim: {reliability_at_least: {coding: papers, kappa: 0.7, krippendorff_ordinal: 0.8}}",
                "broken: Under the study’s own decisions: Cohen’s κ of “papers” is 0.389 where the claim says at least 0.7",
            ),
            ("claim: {reliability_at_least: {coding: papers, condition: structure, percent: 0.9}}", "held"),
            ("claim: {reliability_at_least: {coding: papers, condition: nothing, kappa: 0.1}}", "undecided: "),
        ],
    );
}

/// A study with several models of the parsimonious solution.
#[test]
fn tied_models_must_all_support_a_claim_by_default() {
    let study = String::from_utf8(of_project("configs/county-alliance-capacity.yaml")).expect("UTF-8");
    let claim = "{solution: {analysis: capacity, type: parsimonious, contains: structure*incentive}}";
    let claims = format!(
        "\nclaims:\n  - {{id: every, text: Words, claim: {claim}}}\n  - {{id: some, text: Words, claim: {claim}, models: some}}\n"
    );
    let trial = Trial::new().file("configs/county-alliance-capacity.yaml", study.replace("\nclaims:\n", &claims));
    let data = project().join("data").display().to_string();
    trial.run(&["run", "configs/county-alliance-capacity.yaml", "--data", &data, "--out", "out"]).code(0);
    let results = trial.results("out");
    let of = |id: &str| -> Value {
        let claims = results["claims"].as_array().expect("claims");
        claims.iter().find(|claim| claim["id"] == id).expect("the claim").clone()
    };
    assert_eq!((&of("every")["verdict"], &of("some")["verdict"]), (&"broken".into(), &"held".into()));
    assert_eq!(of("some")["models"], "some");
    assert!(of("every")["why"].as_str().is_some_and(|why| why.contains("model 2 of 3 is")), "{}", of("every"));
    let report = String::from_utf8(trial.bytes("out/report.en.md")).expect("UTF-8");
    assert!(report.contains("in some of the tied models") && report.contains("every is not supported."), "{report}");
}

/// Contradictory rows of a fuzzy outcome count like those of a crisp one, with their deviant cases counted and named.
#[test]
fn contradictions_of_a_fuzzy_outcome_are_counted() {
    let cases = format!("{CASES}c5,0.9,1,0.4\nc10,0.9,1,0.3\n");
    for (claim, verdict, said) in [
        ("contradictory_rows: {analysis: main, count: 1}", "held", None),
        ("contradictory_rows: {analysis: main, count: 0}", "broken", Some("one row is contradictory: 4")),
        ("deviant_cases: {analysis: main, at_least: 2, at_most: 2}", "held", None),
        (
            "deviant_cases: {analysis: main, count: 0}",
            "broken",
            Some("2 cases of rows with output 1 are out of the outcome: c5, c10"),
        ),
    ] {
        let study = SMALL.replace("consistency: 0.8, pri: 0.5", "consistency: 0.5, pri: 0.1");
        let study = format!("{study}claims:\n  - {{id: one, text: So, claim: {{{claim}}}}}\n");
        let trial = Trial::new().file("configs/small.yaml", study).file("data/small/cases.csv", &cases);
        let ended = trial.run(&["run", "configs/small.yaml", "--out", "out"]).code(0);
        assert_eq!(trial.results("out")["claims"][0]["verdict"], verdict, "{claim}");
        assert!(said.is_none_or(|said| ended.stdout().contains(said)), "{claim}: {}", ended.stdout());
    }
}
