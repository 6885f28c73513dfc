//! Surveys, codings and printed figures.

use crate::check;

#[test]
fn surveys() {
    check(
        "surveys",
        &[
            (
                "q1: {column: {matches: \"^1、\"}, scale: agreement}",
                "q1: {column: {matches: x, index: 1}, scale: agrement}",
            ),
            ("{index: 2}, type: scale, scale: agreement, reversed", "{index: 0}, type: number, separator: x, reversed"),
            ("agreement: {never: 1, always: 5}", "agreement: {}"),
            ("missing: [\"\", -2]", "missing: [[]]"),
            ("{rule: unfinished}", "{rule: unfinshed}"),
            ("{rule: {too_fast: {seconds: 90}}", "{rule: {too_fast: {seconds: 0}, missing: {above: 2}}"),
            ("{run: 12}", "{run: 1}"),
            ("{item: q1, answer: 5}", "{item: q3, answer: five}"),
            ("smaller: q1, larger: q2", "smaller: q0"),
            ("items: [q1, q2], score", "items: [q1, q1, q7], score"),
            ("support: {table: people", "q1: {table: peple"),
            ("{q1: 2, q2: 0.5}", "{q1: 0, q3: 0.5}"),
            ("score: {weighted: {q1: 2, q2: 0.5}}, by: ward", "score: factor, missing: {at_most: 0.1}, by: trained"),
            ("score: {weighted: {q1: 2, q2: 0.5}}, by: ward", "score: regression, by: wards"),
            (
                "extraction: maximum_likelihood, rotation: oblimin, count: 2",
                "extraction: ml, rotation: promax, count: 0",
            ),
            ("factors: {people:", "factors: {peope:"),
            ("screening:\n  people:", "screening:\n  peope:"),
            ("{construct: support}", "{construct: suport}, column: b"),
            ("items: [q1, q2], score: sum", "items: [q1, remark], score: sum"),
            ("column: 备注, type: text, private: true", "type: text, reversed: 1, private: 2"),
            ("sets: {A: {calibrate:", "sets: {R: {column: b}, A: {from: {construct: support}, calibrate:"),
            ("id: smaller, drop_conditions", "label: 3, because: 4, drop_conditions"),
            (
                "items: [q1, q2], score: sum, missing: {at_most: 0.25}, label: {en: Support, zh: 支持}}}",
                "items: [q1, q2]}, other: {table: staff, items: [x]}}",
            ),
        ],
    );
}

#[test]
fn codings() {
    check(
        "codings",
        &[
            ("{table: sheets,", "{table: sheet,"),
            ("{table: sheets,", "{"),
            ("kappa_linear, kappa_squared", "kappa_linear, kapa, percent"),
            ("scores: [0, 0.33, 0.67, 1]", "scores: [0, high]"),
            ("consensus: everything/consensus.csv", "consensus: ../consensus.csv"),
            ("{coding: papers, condition: scale}", "{coding: paper, condition: scale}"),
            ("{coding: papers, condition: scale}", "{condition: scale}"),
            ("{coding: papers, condition: scale}", "{coding: papers, construct: support}"),
            ("codings.csv, kind: codings,", "codings.csv, kind: cases, id: case,"),
        ],
    );
}

#[test]
fn published_figures() {
    check(
        "published_figures",
        &[
            ("{analysis: second, type: conservative", "{analysis: secnd, type: complex"),
            ("{term: \"~B*A\", consistency: 0.90", "{term: \"~B + A\", consistency: high"),
            ("expression: \"~A\"", "expression: \"~A*B\""),
            ("{row: \"011\", cases: 3}", "{row: \"01\", cases: -3}"),
            ("memberships: {A: {c1: 0.05}}", "memberships: {AA: {c1: x}, A: 0.05}"),
            ("percentiles: {B: {5: 1.2}}", "percentiles: {B: {105: 1.2}}"),
            ("value: 88.32, at_most: 600", "value: 88.32"),
            ("value: 88.32, at_most: 600", "value: 88.32, at_most: 600, of: 2000000"),
            ("value: 3.27, of: 11", "value: 3.27e0, of: 0"),
            ("id: variance", "id: mean"),
        ],
    );
}
