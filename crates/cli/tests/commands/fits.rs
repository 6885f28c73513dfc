//! The command `fit`.

use serde_json::{Value, json};

use crate::trial::{SMALL, Trial};

const ANSWER: &str = "\
small, 4 cases: A*B => Y

     consistency    pri  coverage  unique coverage
A*B        1.000  1.000     0.667                –

cases in A*B (1): c1
  typical (1): c1
  deviant in degree (0): none
  deviant in kind (0): none

cases in Y but not in A*B (0): none

simplified: A*B
negated:    ~A + ~B
";

#[test]
fn a_sufficient_condition_is_a_table() {
    let trial = Trial::small().file("configs/other-name.yaml", SMALL.replace("id: small", "id: other"));
    for study in ["small", "configs/small.yaml"] {
        assert_eq!(trial.run(&["fit", study, "A*B => Y"]).code(0).stdout(), ANSWER, "{study}");
    }
    assert_eq!(trial.run(&["fit", "other", "A*B -> Y"]).code(0).stdout(), ANSWER.replace("small,", "other,"));
}

#[test]
fn a_necessary_condition_is_json() {
    let ended = Trial::small().run(&["fit", "small", "A + B*~A + B*A <= Y", "--format", "json"]).code(0);
    let answer: Value = serde_json::from_str(&ended.stdout()).expect("JSON");
    assert_eq!(answer["relation"], "A + B*~A + B*A <= Y");
    assert_eq!(
        answer["terms"][0],
        json!({
            "expression": "A", "cases": ["c1", "c2"], "typical": ["c1"], "deviant_in_degree": [],
            "deviant_in_kind": [], "consistency": 1.3 / 1.5, "coverage": 1.3 / 2.0, "relevance": 2.0 / 2.7,
        })
    );
    let forms = ["simplified", "factored", "negated"].map(|form| answer[form].as_str().unwrap_or_default());
    assert_eq!(forms, ["A + B", "A + B", "~A*~B"]);
    assert_eq!(answer["whole"]["consistency"], 1.0);
    assert_eq!((&answer["uncovered"], &answer["without_outcome"]), (&json!([]), &json!(["c2", "c3"])));
}

/// Deviant cases for necessity have the outcome without the condition; for sufficiency, the condition without the
/// outcome.
#[test]
fn deviant_cases_follow_the_kind_of_the_relation() {
    let cases = "case,A,B,Y\nboth,0.9,1,0.8\nless,0.6,1,0.9\nA alone,0.9,0,0.2\nY alone,0.2,0,0.9\nnone,0.1,0,0.1\n";
    let trial = Trial::small().file("data/small/cases.csv", cases);
    let sufficient = "cases in A (3): A alone, both, less\n  typical (1): less\n  deviant in degree (1): both\n  \
                      deviant in kind (1): A alone\n\ncases in Y but not in A (1): Y alone\n";
    let necessary = "cases in A (3): A alone, both, less\n  typical (1): both\n  deviant in degree (1): less\n  \
                     deviant in kind (1): Y alone\n\ncases in A but not in Y (1): A alone\n";
    for (relation, said) in [("A => Y", sufficient), ("A <= Y", necessary)] {
        let answer = trial.run(&["fit", "small", relation]).code(0).stdout();
        assert!(answer.contains(said), "{relation}\n{answer}");
    }
}

#[test]
fn invalid_relations_are_located() {
    let trial = Trial::small();
    for (args, words) in [
        (["small", "A**B => Y"], "`*` where the name of a set, `~` or `(` should stand"),
        (["small", "A**B => Y"], "\n  A**B => Y\n    ^\n"),
        (["small", "A*B => Q"], "`Q` is none of the sets: there are `A`, `B`, `Y`\n  A*B => Q\n         ^\n"),
        (["small", "~B[1] => Y"], "`~B[1]` has no levels"),
        (["small", "A*B"], "says of no outcome"),
        (["none", "A => Y"], "`none` is neither a study file nor the id of a study in configs/"),
        (["configs/none.yaml", "A => Y"], "configs/none.yaml: there is no such study file"),
    ] {
        trial.run(&["fit", args[0], args[1]]).code(2).says(&[words]);
    }
    Trial::new().file("configs/small.yaml", SMALL).run(&["fit", "small", "A => Y"]).code(4).says(&["no such file"]);
    let wrong = SMALL.replace("consistency: 0.8", "consistency: 1.8");
    Trial::small().file("configs/small.yaml", wrong).run(&["fit", "configs/small.yaml", "A => Y"]).code(3);
}
