//! Two runs, and the words for what differs.

use serde_json::{Value, json};

use super::{Changes, Snapshot, change_groups, changes_page};

/// A run with one analysis of the conditions A and B.
fn run() -> Value {
    json!({
        "analyses": {"main": {
            "outcome": "Y", "conditions": ["A", "B"], "interpret": "intermediate",
            "truth_table": [
                {"row": 1, "output": "0", "cases": ["c2"]},
                {"row": 3, "output": "1", "cases": ["c1", "c10"]},
                {"row": 4, "output": "?", "cases": []},
            ],
            "solutions": {
                "conservative": {"model_count": "1", "models": [model(&[("A*~B", json!({"A": 1, "B": 0}))], 0.9)]},
                "intermediate": {"model_count": "1", "models": [model(&[("A", json!({"A": 1}))], 0.85)]},
            },
        }},
        "claims": [{"id": "one", "verdict": "held"}],
    })
}

fn model(terms: &[(&str, Value)], consistency: f64) -> Value {
    let terms = terms.iter().map(|(expression, literals)| json!({"expression": expression, "literals": literals}));
    json!({"terms": terms.collect::<Vec<_>>(), "consistency": consistency, "coverage": 0.7})
}

fn snapshot(results: &Value) -> Snapshot {
    Snapshot::of(results.to_string().as_bytes()).unwrap()
}

fn lines(changes: &Changes, language: &str) -> Vec<String> {
    let groups = change_groups(changes, language).unwrap();
    groups.into_iter().flat_map(|group| std::iter::once(group.heading).chain(group.lines)).collect()
}

/// Sets the value at `pointer` and compares.
#[track_caller]
fn check(pointer: &str, value: Value, expected: &[&str]) {
    let (before, mut after) = (run(), run());
    *after.pointer_mut(pointer).unwrap() = value;
    let changes = Changes::between(&snapshot(&before), &snapshot(&after));
    assert_eq!(lines(&changes, "en"), expected, "{pointer}");
    assert_eq!(changes.is_empty(), expected.is_empty(), "{pointer}");
}

const MAIN: &str = "Analysis main";

#[test]
fn every_change_is_named() {
    check("/analyses/main/outcome", json!("Y"), &[]);
    check("/claims/0/verdict", json!("broken"), &["Claims", "one: supported → not supported"]);
    check("/claims", json!([]), &["Claims", "one: supported → absent"]);
    check("/analyses", json!({}), &[MAIN, "The analysis is gone."]);
    check("/analyses/main/conditions", json!(["A", "C"]), &[MAIN, "Conditions: A, B → A, C"]);
    check("/analyses/main/truth_table/1/output", json!("0"), &[MAIN, "Row 3 of the truth table: output 1 → 0"]);
    check(
        "/analyses/main/truth_table/2/cases",
        json!(["c3"]),
        &[MAIN, "Row 4 of the truth table: output without cases → ?", "Case c3: no row → row 4"],
    );
    let solutions = "/analyses/main/solutions";
    check(
        &format!("{solutions}/intermediate/models/0"),
        model(&[("B", json!({"B": 1})), ("A", json!({"A": 1}))], 0.9),
        &[MAIN, "intermediate solution: path gained: B", "intermediate solution: consistency 0.850 → 0.900"],
    );
    check(
        &format!("{solutions}/conservative"),
        json!({"refused": "no row has output 0"}),
        &[MAIN, "conservative solution: refused now: no row has output 0", "conservative solution: path lost: A*~B"],
    );
    check(
        &format!("{solutions}/conservative/model_count"),
        json!("3"),
        &[MAIN, "conservative solution: number of models 1 → 3"],
    );
    check(
        &format!("{solutions}/intermediate/models/0/consistency"),
        json!(0.850_1),
        &[MAIN, "Only figures that are not listed here differ, such as the fit of single rows and conditions."],
    );
}

#[test]
fn a_term_is_known_by_its_literals() {
    let (before, mut after) = (run(), run());
    after["analyses"]["main"]["solutions"]["conservative"]["models"] =
        json!([model(&[("~B*A", json!({"B": 0, "A": 1}))], 0.9)]);
    let changes = Changes::between(&snapshot(&before), &snapshot(&after));
    assert_eq!(changes.analyses[0].solutions[0].gained, Vec::<String>::new());
    // The same terms in other models.
    let [a, b] = [("A", json!({"A": 1})), ("B", json!({"B": 1}))];
    let solution = |models: Value| {
        let mut run = run();
        run["analyses"]["main"]["solutions"]["intermediate"]["models"] = models;
        snapshot(&run)
    };
    let apart = solution(json!([model(std::slice::from_ref(&a), 0.85), model(std::slice::from_ref(&b), 0.85)]));
    let together = solution(json!([model(&[a, b], 0.85)]));
    let changes = Changes::between(&apart, &together);
    assert_eq!(lines(&changes, "en"), [MAIN, "intermediate solution: the same paths form other models"]);
}

#[test]
fn cases_and_rows_beyond_a_dozen_are_counted() {
    let rows = |first: u64| -> Vec<Value> {
        (0..15_u64).map(|at| json!({"row": first + at, "output": "1", "cases": [format!("c{at}")]})).collect()
    };
    let (mut before, mut after) = (run(), run());
    before["analyses"]["main"]["truth_table"] = json!(rows(1));
    after["analyses"]["main"]["truth_table"] = json!(rows(2));
    let said = lines(&Changes::between(&snapshot(&before), &snapshot(&after)), "en");
    // Natural order: 2 before 10.
    let at = said.iter().position(|line| line == "Case c0: row 1 → row 2").unwrap();
    assert_eq!(said[at + 2], "Case c2: row 3 → row 4");
    assert_eq!(said.last().unwrap(), "3 more cases are in other rows.");
}

#[test]
fn decisions_are_compared_key_by_key() {
    let decided = |decisions: &[(&str, &str)]| {
        let decisions = decisions.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        snapshot(&run()).with_decisions(decisions.collect())
    };
    let (long, same) = ("9".repeat(80), ("sets.Y.crossover", "1"));
    let before = decided(&[("sets.A.crossover", "5"), ("sets.A.inclusion", &long), same]);
    let after = decided(&[("sets.A.crossover", "6.0"), ("sets.A.inclusion", "9"), ("sets.B", "[1,2]"), same]);
    let changes = Changes::between(&before, &after);
    assert_eq!(
        lines(&changes, "en"),
        [
            "Decisions".to_owned(),
            "sets.A.crossover: 5 → 6".to_owned(),
            format!("sets.A.inclusion: {}… → 9", "9".repeat(60)),
            "sets.B: absent → [1,2]".to_owned(),
        ]
    );
    assert_eq!(lines(&changes, "zh")[1], "sets.A.crossover：5 → 6");
    // Nothing is said of decisions unless those of both runs are known.
    assert!(Changes::between(&snapshot(&run()), &after).is_empty());
}

#[test]
fn the_page_escapes_what_it_shows() {
    let (before, mut after) = (run(), run());
    after["claims"] = json!([{"id": "<script>alert(1)</script>", "verdict": "held"}]);
    let changes = Changes::between(&snapshot(&before), &snapshot(&after));
    let page = changes_page(&changes, "old <b>", "new").unwrap();
    assert_eq!(page.matches("<script").count(), 1);
    assert!(page.contains("From old &lt;b&gt; to new.") && page.contains("由old &lt;b&gt;到new。"));
    assert!(changes_page(&Changes::default(), "a", "b").unwrap().contains("Nothing differs."));
}

#[test]
fn what_is_not_a_result_is_refused() {
    for text in ["", "{}", "[]", r#"{"analyses": []}"#, r#"{"analyses": {"main": {"truth_table": 1}}}"#] {
        assert!(Snapshot::of(text.as_bytes()).is_err(), "{text}");
    }
}
