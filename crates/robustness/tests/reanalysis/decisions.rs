//! Decisions that a study does not allow.

use equifinal_robustness::varied::varied;
use equifinal_study::config::{Decision, Expect};

use crate::small::{run, table};

const LEVELS: &str = "
sets: {A: {calibrate: {given: crisp}}, M: {calibrate: {given: multivalue}}, Y: {calibrate: {given: crisp}}}
analyses:
  y: {outcome: Y, conditions: [A, M], truth_table: {consistency: 0.8}, interpret: conservative}
";

#[test]
fn nothing_but_any_is_expected_of_a_condition_with_levels() {
    let cases = table("id A M Y\np 1 2 1\nq 1 1 1\nr 0 1 0\ns 0 0 0");
    let (study, ..) = run(LEVELS, &cases);
    let refusal = "`M` has levels: expect `any` of it here";
    for (condition, expect, expected) in [
        ("A", Expect::Present, None),
        ("A", Expect::Absent, None),
        ("M", Expect::Any, None),
        ("M", Expect::Present, Some(refusal)),
        ("M", Expect::Absent, Some(refusal)),
    ] {
        let decision = Decision::Expectation { condition: condition.to_owned(), expect };
        let refused = varied(&study, std::slice::from_ref(&decision)).err().map(|error| error.to_string());
        assert_eq!(refused.as_deref(), expected, "{decision:?}");
    }
}
