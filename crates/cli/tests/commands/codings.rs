//! From coders' sheets to agreement and scores.

use serde_json::json;

use crate::trial::Trial;

const STUDY: &str = "\
format: equifinal/study/1
id: coded
title: Coded cases
provenance: synthetic
data:
  sheets: {file: coded/codings.csv, kind: codings}
coding:
  papers: {table: sheets, scores: [0, 1], agreement: [percent, kappa, krippendorff_nominal], consensus: coded/consensus.csv}
sets:
  A: {from: {coding: papers}, rubric: {0: none, 0.5: some, 1: all}, calibrate: {crisp: {threshold: 1}}}
  B: {from: {coding: papers, condition: b}, calibrate: {given: crisp}}
  Y: {from: {coding: papers}, calibrate: {given: crisp}}
analyses:
  main: {outcome: Y, conditions: [A, B], truth_table: {consistency: 0.8}}
flow:
  - {id: found, n_out: 30, unit: papers}
  - {id: read, excluded: {off topic: 20}, n_out: 10}
";

const CODINGS: &str = "\
case,condition,coder,score,source,locator,quote
c1,A,K,1,s1,p. 1,all of it
c1,A,L,1,s1,p. 1,all of it
c2,A,K,0,s2,p. 9,none
c2,A,L,0.5,s2,p. 9,some
c3,A,K,0,s3,,
c3,A,L,0,s3,,
c1,b,K,1,s1,,
c1,b,L,1,s1,,
c2,b,K,0,s2,,
c2,b,L,1,s2,,
c3,b,K,1,s3,,
c3,b,L,1,s3,,
c1,Y,K,1,s1,,
c1,Y,L,1,s1,,
c2,Y,K,0,s2,,
c2,Y,L,0,s2,,
c3,Y,K,0,s3,,
c3,Y,L,0,s3,,
";

const CONSENSUS: &str = "case,condition,score,note\nc2,A,0,read again\nc2,b,0,planned only\n";

fn trial(codings: &str, consensus: &str) -> Trial {
    let trial = Trial::new().file("configs/coded.yaml", STUDY);
    trial.file("data/coded/codings.csv", codings).file("data/coded/consensus.csv", consensus)
}

#[test]
fn coders_sheets_become_scores_with_their_agreement() {
    let trial = trial(CODINGS, CONSENSUS);
    trial.run(&["run", "configs/coded.yaml"]).code(0);
    let results = trial.results("reports/coded");
    let coded = &results["coding"]["papers"];
    assert_eq!(coded["coders"], json!(["K", "L"]));
    assert_eq!(
        coded["disagreements"][1],
        json!({"case": "c2", "condition": "b", "scores": {"K": 0.0, "L": 1.0}, "settled": 0.0, "note": "planned only"})
    );
    let of_b = coded["agreement"].as_array().expect("a list").iter().find(|one| one["condition"] == "b").expect("b");
    assert_eq!(of_b["measures"]["percent"]["value"], json!(2.0 / 3.0));
    assert_eq!(of_b["measures"]["kappa"]["value"], json!(null));
    let why = of_b["measures"]["kappa"]["undefined"].as_str().expect("a reason");
    assert!(why.contains("coder 2 gave the same score throughout"), "{why}");
    let rows = results["analyses"]["main"]["truth_table"].as_array().expect("rows");
    let cases: Vec<_> = rows.iter().map(|row| row["cases"].clone()).collect();
    assert_eq!(cases, [json!(["c2"]), json!(["c3"]), json!([]), json!(["c1"])]);
    let report = String::from_utf8(trial.bytes("reports/coded/report.en.md")).expect("UTF-8");
    assert!(report.contains("coder L gave the same score throughout"), "{report}");
    assert!(report.contains("## Coding of the cases"));
    let figure =
        String::from_utf8(trial.bytes("reports/coded/figures/flow.en.svg")).expect("UTF-8").replace('\u{a0}', " ");
    assert!(figure.contains("n = 10 papers") && figure.contains("off topic: 20"), "{figure}");
}

#[test]
fn sheets_that_give_no_score_are_refused_with_their_lines() {
    for (codings, consensus, words) in [
        (
            CODINGS.replace("c1,A,K,1,", "c1,A,K,2,"),
            CONSENSUS.to_owned(),
            "coded/codings.csv: line 2: score 2 is not in the rubric (0, 0.5, 1)",
        ),
        (
            CODINGS.to_owned(),
            CONSENSUS.replace("c2,b,0,planned only\n", ""),
            "coders disagree on b of case c2 (K 0, L 1) and no consensus is given",
        ),
        (
            CODINGS.to_owned(),
            format!("{CONSENSUS}c2,A,1,\n"),
            "coded/consensus.csv: line 4: A of case c2 was settled before, on line 2",
        ),
        (
            format!("{CODINGS}c1,A,K,0,,,\n"),
            CONSENSUS.to_owned(),
            "line 20: coder K scores A of case c1 as 0, and differently on line 2",
        ),
        (
            CODINGS.replace("c3,Y,K,0,s3,,\nc3,Y,L,0,s3,,\n", ""),
            CONSENSUS.to_owned(),
            "Y of case c3 has no score: code it",
        ),
        (CODINGS.replace("c1,A,K,1,", "c1,A,K,high,"), CONSENSUS.to_owned(), "line 2"),
        (CODINGS.replace("coder,", "who,"), CONSENSUS.to_owned(), "coder"),
    ] {
        trial(&codings, &consensus).run(&["run", "configs/coded.yaml"]).code(4).says(&[words]);
    }
    Trial::new()
        .file("configs/coded.yaml", STUDY.replace("n_out: 10", "n_out: 11"))
        .run(&["run", "configs/coded.yaml"])
        .code(3)
        .says(&["30 came in and 20 were excluded, so 11 cannot have gone on", "configs/coded.yaml:17:50"]);
}

/// Two codings of the same conditions, and a table of cases that has a column by the name of one of them.
#[test]
fn conditions_come_from_the_named_coding() {
    let study = STUDY
        .replace(
            "data:\n",
            "data:\n  again: {file: coded/again.csv, kind: codings}\n  cases: {file: coded/cases.csv, id: case}\n",
        )
        .replace(
            "sets:\n",
            "  second: {table: again, scores: [0, 1]}\nsets:\n  X: {column: b, calibrate: {given: crisp}}\n",
        )
        .replace("conditions: [A, B]", "conditions: [A, B, X]")
        + "robustness:\n  resample: {coder_disagreement: {draws: 50}}\n  alternatives:\n    - {id: again, sets: {B: {from: {coding: second, condition: b}}}}\n";
    let again = "case,condition,coder,score,source,locator,quote\n\
        c1,b,K,0,s,,\nc2,b,K,1,s,,\nc3,b,K,0,s,,\n";
    let trial = Trial::new()
        .file("configs/coded.yaml", study)
        .file("data/coded/codings.csv", CODINGS)
        .file("data/coded/consensus.csv", CONSENSUS)
        .file("data/coded/again.csv", again)
        .file("data/coded/cases.csv", "case,b\nc1,1\nc2,1\nc3,1\n");
    trial.run(&["run", "configs/coded.yaml", "--out", "out"]).code(0);
    let memberships = String::from_utf8(trial.bytes("out/tables/memberships.csv")).expect("UTF-8");
    let column = |name: &str| {
        let mut lines = memberships.trim_start_matches('\u{FEFF}').lines();
        let at =
            lines.next().expect("a header").split(',').position(|head| head.trim_matches('"') == name).expect("a set");
        lines.map(|line| line.split(',').nth(at).expect("a cell").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!([column("B"), column("X")], [["1", "0", "1"], ["1", "1", "1"]]);
    let results = trial.results("out");
    let redrawn = &results["robustness"]["resample"][0]["redrawn"];
    assert_eq!(redrawn["sets"]["A"], json!({"divided": 1}));
    assert_eq!(redrawn["kept"], json!(["X"]));
    // Under the other coding c1 and c3 are out of B, and the case with the outcome moves to another row.
    let alternative = results["alternatives"][0].to_string();
    assert!(alternative.contains("again") && !alternative.contains("refused"), "{alternative}");
    // The file is named in which a score is lacking.
    trial
        .file("data/coded/again.csv", again.replace("c3,b,K,0,s,,\n", ""))
        .run(&["run", "configs/coded.yaml"])
        .code(4)
        .says(&["coded/again.csv: b of case c3 has no score: code it"]);
}
