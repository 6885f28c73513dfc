//! Tables of responses: items, screening, constructs.

use equifinal_study::config::Study;

use crate::check;

const DATA: &str = "data: {cases: {file: small/cases.csv, id: case}}";

/// Compares the value of `read` after a survey is added, with `@` replaced by `words`.
fn surveyed(words: &str, read: impl Fn(&Study) -> String, cases: &[(&str, &str)]) {
    let written = format!(
        "data: {{cases: {{file: small/cases.csv, id: case}}, people: {{file: small/people.csv, kind: responses}}}}\n\
         instruments:\n  people:\n    scales: {{agree: {{never: 1, seldom: 2, always: 5}}}}\n    items: {{q1: {{column: a, \
         scale: agree}}, q2: {{column: b, scale: agree}}, q3: {{column: c, scale: agree}}, age: {{column: d, type: \
         number}}, note: {{column: e, type: text}}{words}"
    );
    check(DATA, &written, read, cases);
}

#[test]
fn rules() {
    let read = |study: &Study| {
        let steps = study.surveys[0].screening.iter();
        steps
            .map(|step| format!("{} {:?} {:?}", step.rule.name(), step.rule, step.action))
            .collect::<Vec<_>>()
            .join("; ")
    };
    surveyed(
        "}\nscreening: {people: [{rule: @}]}",
        read,
        &[
            ("unfinished", "unfinished Unfinished Drop"),
            ("unfinished, action: flag", "unfinished Unfinished Flag"),
            ("unfinished, action: drop", "unfinished Unfinished Drop"),
            ("duplicate", "duplicate Duplicate Drop"),
            ("too_fast", "too_fast TooFast { seconds: None } Drop"),
            ("{too_fast: {seconds: 90}}", "too_fast TooFast { seconds: Some(90.0) } Drop"),
            ("too_slow", "too_slow TooSlow Drop"),
            ("out_of_range", "out_of_range OutOfRange Drop"),
            ("{long_string: {run: 2}}", "long_string LongString { run: 2 } Drop"),
            ("{low_variability: {below: 0.3}}", "low_variability LowVariability { below: 0.3 } Drop"),
            ("{even_odd: {below: -0.3}}", "even_odd EvenOdd { below: -0.3 } Drop"),
            ("{mahalanobis: {p: 0.001}}", "mahalanobis Mahalanobis { p: 0.001 } Drop"),
            ("{reversal: {points: 3}}", "reversal Reversal { points: 3.0 } Drop"),
            ("{missing: {above: 0.2}}", "missing Missing { above: 0.2 } Drop"),
            ("{attention: {item: q1, answer: 5}}", "attention Attention { item: \"q1\", answer: 5.0 } Drop"),
            ("{attention: {item: age, answer: 42}}", "attention Attention { item: \"age\", answer: 42.0 } Drop"),
            (
                "{contradiction: {smaller: q1, larger: age, apart: 1}}",
                "contradiction Contradiction { smaller: \"q1\", larger: \"age\", apart: 1.0 } Drop",
            ),
            (
                "{attention: {item: q1, answer: 4}}",
                "refused: `q1` is answered by 1, 2, 5, never by 4: everybody would fail",
            ),
            (
                "{attention: {item: note, answer: 5}}",
                "refused: `note` has neither a scale nor numbers: the rule compares codes, so give it one",
            ),
            (
                "{contradiction: {smaller: note, larger: age, apart: 1}}",
                "refused: `note` has neither a scale nor numbers: the rule compares codes, so give it one",
            ),
            ("{long_string: {run: 1}}", "refused: `run` is the number 1, not a whole number from 2 upwards"),
        ],
    );
}

#[test]
fn items() {
    let read = |study: &Study| {
        let item = study.surveys[0].instrument.items.last().cloned();
        item.map(|item| {
            format!("{:?} {:?} {:?} {} {}", item.column, item.kind, item.scale, item.reversed, item.private)
        })
        .unwrap_or_default()
    };
    surveyed(
        ", q: {@}}",
        read,
        &[
            ("column: x", "Header(\"x\") Single None false false"),
            ("column: {index: 3}", "Index(3) Single None false false"),
            ("column: {matches: \"^1\"}", "Matches(\"^1\") Single None false false"),
            ("column: x, scale: agree", "Header(\"x\") Scale Some(\"agree\") false false"),
            ("column: x, type: single, scale: agree", "Header(\"x\") Single Some(\"agree\") false false"),
            ("column: x, type: single", "Header(\"x\") Single None false false"),
            ("column: x, type: multiple", "Header(\"x\") Multiple { separator: None } None false false"),
            (
                "column: x, type: multiple, separator: \";\"",
                "Header(\"x\") Multiple { separator: Some(\";\") } None false false",
            ),
            (
                "column: x, type: ranking, separator: \">\"",
                "Header(\"x\") Ranking { separator: Some(\">\") } None false false",
            ),
            ("column: x, type: number", "Header(\"x\") Number None false false"),
            ("column: x, type: date", "Header(\"x\") Date None false false"),
            ("column: x, type: text, private: true", "Header(\"x\") Text None false true"),
            ("column: x, scale: agree, reversed: true", "Header(\"x\") Scale Some(\"agree\") true false"),
            (
                "column: x, type: text, separator: \";\"",
                "refused: only items of the types `multiple` and `ranking` have several options in a cell",
            ),
        ],
    );
}

#[test]
fn constructs() {
    let read = |study: &Study| {
        let spec = &study.surveys[0].constructs[0];
        let construct = &spec.construct;
        format!("{} {:?} {} {:?}", construct.items.join(","), construct.score, construct.missing_at_most, spec.by)
    };
    surveyed(
        "}\nconstructs: {trust: {table: people, items: [q2, q1, q3]@}}",
        read,
        &[
            ("", "q2,q1,q3 Mean 0 None"),
            (", score: mean", "q2,q1,q3 Mean 0 None"),
            (", score: sum", "q2,q1,q3 Sum 0 None"),
            (", score: factor", "q2,q1,q3 Factor 0 None"),
            // Weights stand in the order of the items, not in that of the map.
            (", score: {weighted: {q1: 1, q2: 2, q3: 0.5}}", "q2,q1,q3 Weighted([2.0, 1.0, 0.5]) 0 None"),
            (", missing: {at_most: 0.25}", "q2,q1,q3 Mean 0.25 None"),
            (", by: note", "q2,q1,q3 Mean 0 Some(\"note\")"),
            (", by: q3", "refused: `q3` names no case: take an item of type single, text or number"),
            (
                ", score: factor, missing: {at_most: 0.25}",
                "refused: a factor score needs every answer: leave `missing` out, or score by the mean",
            ),
            (", score: {weighted: {q1: 1, q2: 2}}", "refused: `q3` has no weight: give every item one"),
        ],
    );
}
