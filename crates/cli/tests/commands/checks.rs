//! The command `check`: its findings and messages, and that it writes nothing.

use crate::trial::{CASES, SMALL, Trial};

const CLAIMS: &str = "\
claims:
  - {id: way, text: Both together lead to Y, claim: {path_present: {analysis: main, expression: A*B}}}
  - {id: wide, text: And they go on doing so, claim: {path_count: {analysis: main, count: 1}}, across: {consistency: {from: 0.7, to: 0.8}}}
";

/// A project whose report is up to date.
fn reported() -> Trial {
    let trial = Trial::small().file("configs/small.yaml", format!("{SMALL}{CLAIMS}"));
    trial.run(&["run", "configs/small.yaml"]).code(0);
    trial
}

/// Compares the messages and exit code of `check` after `change`; no file may change.
#[track_caller]
fn check(change: impl FnOnce(Trial) -> Trial, code: i32, told: &[&str]) {
    let trial = change(reported());
    let before = trial.tree(".");
    let stdout = trial.run(&["check", "small"]).code(code).stdout();
    for words in told {
        assert!(stdout.contains(words), "`{words}` is missing in\n{stdout}");
    }
    assert_eq!(trial.tree("."), before, "check has written something");
}

#[test]
fn unchanged_reports_pass() {
    check(|trial| trial, 0, &["small: the report is up to date, 2 of 2 claims hold"]);
    let comment = format!("# a remark\n{SMALL}{CLAIMS}").replace("pri: 0.5", "pri:   0.50");
    check(|trial| trial.file("configs/small.yaml", comment), 0, &["up to date"]);
    let trial = reported().file("reports/small/report.en.pdf", "not compared");
    trial.run(&["check"]).code(0);
    trial.run(&["check", "configs/small.yaml"]).code(0);
    trial.run(&["check", "other"]).code(2);
    Trial::new().run(&["check"]).code(2).says(&["there is no study in configs/"]);
    Trial::small().file("data/small/cases.csv", "").run(&["check"]).code(4).says(&["not checked"]);
}

#[test]
fn a_stale_report_names_the_row_and_the_cause() {
    let data = CASES.replace("c4,0.2,0,0.1", "c4,0.2,0,0.15");
    check(
        |trial| trial.file("data/small/cases.csv", data),
        5,
        &[
            "the report is stale, 2 of 2 claims hold",
            "reports/small/tables/",
            ", line ",
            "committed: ",
            "cause: data: small/cases.csv has changed",
        ],
    );
    let study = format!("{SMALL}{CLAIMS}").replace("title: A small study", "title: A smaller study");
    check(
        |trial| trial.file("configs/small.yaml", study),
        5,
        &["committed: ", "A smaller study", "cause: study file: it is not the one"],
    );
    check(
        |trial| {
            let text = String::from_utf8(trial.bytes("reports/small/report.en.md")).expect("UTF-8");
            trial.file("reports/small/report.en.md", text.replace("A small study", "A great study"))
        },
        5,
        &[
            "reports/small/report.en.md, line 1",
            "A great study",
            "cause: report: report.en.md was changed after it was written",
        ],
    );
    check(
        |trial| {
            let text = String::from_utf8(trial.bytes("reports/small/manifest.json")).expect("UTF-8");
            trial.file("reports/small/manifest.json", text.replace("\"version\": \"", "\"version\": \"9"))
        },
        5,
        &["manifest.json, line", "cause: tool: version 9"],
    );
    check(
        |trial| trial.file("reports/small/tables/old.csv", ""),
        5,
        &[
            "cause: report: tables/old.csv was added after it was written",
            "reports/small holds `tables/old.csv`, which no run wrote (not listed in manifest.json): move that elsewhere",
        ],
    );
    let never = Trial::small();
    let stdout = never.run(&["check"]).code(5).stdout();
    assert!(stdout.contains("cause: the report was never written"), "{stdout}");
}

#[test]
fn what_check_says_to_do_mends_the_report() {
    let added = reported().file("reports/small/tables/old.csv", "");
    let said = added.run(&["check"]).code(5).stdout();
    assert!(!said.contains("to replace the report"), "{said}");
    std::fs::remove_file(added.path("reports/small/tables/old.csv")).expect("removed");
    added.run(&["check"]).code(0);
    let both = reported().file("reports/small/tables/old.csv", "").file("reports/small/figures/my.png", "");
    let both = both.file("data/small/cases.csv", CASES.replace("c4,0.2", "c4,0.3"));
    let said = both.run(&["check"]).code(5).stdout();
    assert!(said.contains("holds `figures/my.png`, `tables/old.csv`, which no run wrote"), "{said}");
    both.run(&["run", "configs/small.yaml"]).code(2).says(&["holds `figures/my.png`, `tables/old.csv`, which no run"]);
    std::fs::remove_file(both.path("reports/small/tables/old.csv")).expect("removed");
    std::fs::remove_file(both.path("reports/small/figures/my.png")).expect("removed");
    assert!(said.ends_with("to replace the report: equifinal run configs/small.yaml\n"), "{said}");
    both.run(&["run", "configs/small.yaml"]).code(0);
    both.run(&["check", "small"]).code(0);
}

#[test]
fn a_claim_broken_by_a_changed_anchor_is_shown_with_its_counterexample() {
    let study = format!("{SMALL}{CLAIMS}").replace(
        "  A: {calibrate: {given: fuzzy}}",
        "  A: {calibrate: {direct: {exclusion: 0, crossover: 0.85, inclusion: 1}}}",
    );
    check(
        |trial| trial.file("configs/small.yaml", study.replace("0.85", "0.95")),
        6,
        &[
            "the report is stale, 0 of 2 claims hold",
            "cause: study file",
            "claim way is broken: Both together lead to Y",
            "there is no solution (no row of the truth table is sufficient for the outcome",
            "to see it: equifinal run configs/small.yaml --out counterexample",
        ],
    );
    let trial = Trial::small().file("configs/small.yaml", study.clone() + "    # more\n");
    let ranged = study.replace(
        "{path_count: {analysis: main, count: 1}}, across: {consistency: {from: 0.7, to: 0.8}}",
        "{path_present: {analysis: main, expression: A*B}}, across: {anchors: {A: {crossover: {from: 0.8, to: 0.95}}}}",
    );
    let trial = trial.file("configs/small.yaml", ranged);
    trial.run(&["run", "configs/small.yaml"]).code(0);
    let stdout = trial.run(&["check"]).code(6).stdout();
    assert!(stdout.contains("the report is up to date, 1 of 2 claims hold"), "{stdout}");
    assert!(stdout.contains("claim wide is broken: And they go on doing so\n    Under A.crossover=0.9"), "{stdout}");
    // The command that is printed shows what was promised.
    let command = stdout.split("to see it: equifinal ").nth(1).expect("a command").lines().next().expect("a line");
    let ended = trial.run(&command.split(' ').collect::<Vec<_>>()).code(0);
    assert!(ended.stdout().contains("main: no intermediate solution: no row"), "{}", ended.stdout());
}

#[test]
fn a_claim_of_survival_broken_by_raising_its_share_is_shown_in_the_nearest_universe_without_it() {
    let claims = "\
robustness:
  multiverse: {vary: {consistency: [0.8, 0.85, 0.99], pri: [0.5, 0.95], drop_conditions: [[], A]}}
claims:
  - {id: mostly, text: Mostly it survives, claim: {survives: {analysis: main, expression: A*B, as: related, at_least: 0.25}}}
";
    let trial = Trial::small().file("configs/small.yaml", format!("{SMALL}{claims}"));
    trial.run(&["run", "configs/small.yaml"]).code(0);
    trial.run(&["check"]).code(0);
    let trial = trial.file("configs/small.yaml", format!("{SMALL}{}", claims.replace("0.25", "0.9")));
    trial.run(&["run", "configs/small.yaml"]).code(0);
    let stdout = trial.run(&["check"]).code(6).stdout();
    let told = "claim mostly is broken: Mostly it survives\n    Under universe=6: with drop_conditions A it is lost; it survives in";
    assert!(stdout.contains(told), "{stdout}");
    let judged = &trial.results("reports/small")["claims"][0];
    let survival = serde_json::json!({"kept": 6, "possible": 12, "attainable": 6});
    let counterexample =
        serde_json::json!({"universe": 6, "survival": survival, "decisions": {"drop_conditions": "A"}});
    assert_eq!((&judged["setting"], &judged["counterexample"]), (&"universe=6".into(), &counterexample));
    let shown = stdout.split("to see it: equifinal ").nth(1).expect("a command").lines().next().expect("a line");
    let ended = trial.run(&shown.split(' ').collect::<Vec<_>>()).code(0);
    assert!(ended.stdout().contains("main: no intermediate solution: no row"), "{}", ended.stdout());
}

#[test]
fn other_decisions_are_run_only_outside_the_report() {
    let trial = reported();
    trial.run(&["run", "configs/small.yaml", "--with", "pri=0.6"]).code(2).says(&["--out"]);
    trial
        .run(&["run", "configs/small.yaml", "--with", "pri=6", "--out", "x"])
        .code(2)
        .says(&["`pri=6` is not a valid setting"]);
    trial
        .run(&["run", "configs/small.yaml", "--with", "A.crossover=1", "--out", "x"])
        .code(2)
        .says(&["has no crossover"]);
    trial
        .run(&["run", "configs/small.yaml", "--with", "alternative=x", "--out", "x"])
        .code(2)
        .says(&["no alternative `x`"]);
    trial
        .run(&["run", "configs/small.yaml", "--with", "universe=0", "--out", "x"])
        .code(2)
        .says(&["the study has no multiverse"]);
    trial.run(&["run", "configs/small.yaml", "--with", "frequency=2", "--out", "x"]).code(0);
    assert_eq!(trial.results("x")["setting"], "frequency=2");
    let text = String::from_utf8(trial.bytes("x/report.en.md")).expect("UTF-8");
    assert!(text.contains("not as the study file decides: frequency=2"), "{text}");
    assert!(!text.contains("the study’s own decisions"), "{text}");
    let output = &trial.results("x")["analyses"]["main"]["truth_table"][3]["output"];
    assert_eq!(output, "?", "{output}");
}

/// Settings of the command line, given at once or one by one, decide what an alternative with the same keys decides.
#[test]
fn every_decision_can_be_set_by_the_command_line() {
    let anchors = "A: {calibrate: {direct: {exclusion: 0.05, crossover: 0.45, inclusion: 0.95, idm: 0.9}}}";
    let study =
        SMALL.replace("A: {calibrate: {given: fuzzy}}", &anchors.replace("0.45", "0.5").replace("0.9}", "0.95}"));
    let other = format!(
        "robustness:\n  alternatives:\n    - {{id: other, sets: {{{anchors}}}, truth_table: {{consistency: 0.7}}, interpret: \
         parsimonious, at_crossover: drop, expectations: {{B: any}}, drop_cases: [c4]}}\n"
    );
    let study = study + "    expectations: {B: present}\n" + &other;
    let cases = format!("{CASES}c5,0.7,1,0.8\n");
    let trial = Trial::new().file("configs/small.yaml", study).file("data/small/cases.csv", cases);
    let found = |with: &[&str]| {
        let named: Vec<&str> = with.iter().flat_map(|setting| ["--with", setting]).collect();
        trial.run(&[&["run", "configs/small.yaml", "--out", "x"], named.as_slice()].concat()).code(0);
        let results = trial.results("x");
        (results["analyses"].clone(), results["setting"].clone())
    };
    let all = [
        "consistency=0.7",
        "A.crossover=0.45",
        "A.idm=0.9",
        "solution=parsimonious",
        "expectations.B=any",
        "drop_cases=c4",
        "at_crossover=drop",
    ];
    let (own, _) = found(&[]);
    let (expected, _) = found(&["alternative=other"]);
    for with in [vec![all.join(",").as_str()], all.to_vec(), all.iter().rev().copied().collect()] {
        assert_eq!(found(&with), (expected.clone(), all.join(",").into()));
    }
    for one in ["A.crossover=0.45", "A.idm=0.9", "solution=parsimonious", "drop_cases=c4", "drop_conditions=B"] {
        assert_ne!(found(&[one]).0, own, "{one}");
    }
    // An alternative is where the other decisions start from.
    assert_eq!(found(&["drop_cases=c5", "alternative=other"]).1, "alternative=other,drop_cases=c5");
    assert_eq!(found(&["drop_cases=c5", "alternative=other"]).0, found(&[&all.join(","), "drop_cases=c5"]).0);
    for (with, said) in [
        ("A.idm=0.9,A.idm=0.8", "`A.idm` is set twice: give it one value"),
        (
            "at_crossover=keep",
            "`at_crossover=keep` is not a valid setting: write at_crossover=warn (or refuse, present, absent, drop)",
        ),
        ("B.idm=0.9", "the calibration of `B` has no idm to move"),
        ("drop_conditions=Q", "`Q` is not a condition of an analysis"),
        ("drop_conditions=A+B", "the analysis `main` is left without conditions: keep one"),
    ] {
        trial.run(&["run", "configs/small.yaml", "--out", "x", "--with", with]).code(2).says(&[said]);
    }
    trial
        .run(&["run", "configs/small.yaml", "--out", "x", "--with", "pri=0.6", "--with", "pri=0.7"])
        .code(2)
        .says(&["`pri` is set twice"]);
    trial
        .run(&["run", "configs/small.yaml", "--out", "x", "--with", "drop_cases=c44"])
        .code(2)
        .says(&["drop_cases=c44: small/cases.csv holds no case `c44` to leave out"]);
}
