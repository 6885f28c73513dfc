//! Theories compared with solutions, against `modelFit` of R `QCA`.

use equifinal_qca::Budget;
use equifinal_qca::algebra::Algebra;
use equifinal_qca::findings::{Configurations, Findings};
use equifinal_study::config::{Analysis, Expect, Expectation, Frequency, SolutionType, Theory, TruthTableCuts};
use equifinal_study::expression::{Expression, Literal};
use serde_json::Value;

use crate::golden::{memberships, strings};

/// An expression of the reference, which leaves `*` out between sets of one letter.
fn expression(text: &str, names: &[String]) -> Expression {
    let short = names.iter().all(|name| name.chars().count() == 1);
    let mut spaced = String::new();
    let mut before_ends = false;
    for letter in text.chars() {
        if short && before_ends && (letter.is_alphabetic() || letter == '~') {
            spaced.push('*');
        }
        spaced.push(letter);
        before_ends = letter.is_alphanumeric() || letter == ']';
    }
    Expression::parse(&spaced).unwrap_or_else(|_| panic!("{text}"))
}

fn findings(path: &std::path::Path, given: &Value) -> Findings {
    let outcome = given["outcome"].as_str().unwrap();
    let outcome = match Expression::parse(outcome) {
        Ok(Expression::Literal(literal)) => literal,
        other => panic!("{outcome}: {other:?}"),
    };
    let conditions = strings(&given["conditions"]);
    let cuts = TruthTableCuts {
        frequency: Frequency::Count(usize::try_from(given["n.cut"].as_u64().unwrap()).unwrap()),
        consistency: given["incl.cut"].as_f64().unwrap(),
        pri: 0.0,
        contradiction_floor: None,
    };
    let expected = given["dir.exp"].as_array();
    let expect = |value: &Value| match value.as_u64() {
        Some(0) => Expect::Absent,
        Some(1) => Expect::Present,
        _ => Expect::Any,
    };
    let theory = Expression::parse(given["theory"].as_str().unwrap()).unwrap();
    let mut analysis = Analysis {
        interpret: if expected.is_some() { SolutionType::Intermediate } else { SolutionType::Parsimonious },
        theory: Some(Theory { expression: theory, because: None }),
        ..Analysis::new("fit", Literal { ..outcome }, conditions, cuts)
    };
    if let Some(expected) = expected {
        analysis.expectations = expected.iter().map(|one| Expectation { expect: expect(one), because: None }).collect();
    }
    equifinal_qca::analyse(&analysis, &memberships(path, false), &Budget::default()).unwrap()
}

/// Compares the intersections of the model that the reference shows with the theory; gives their number.
fn check(root: &std::path::Path, given: &Value) -> usize {
    let findings = findings(&root.join(given["data"].as_str().unwrap()), given);
    let names = strings(&given["conditions"]);
    let label = format!("{} {}", given["data"], given["theory"]);
    let evaluated = findings.theory.as_ref().unwrap_or_else(|| panic!("{label}"));
    let algebra = Algebra::new(findings.conditions.clone()).unwrap();
    let cubes = |text: &str| algebra.cubes(&expression(text, &names)).unwrap();
    let says_the_same = |one: &str, other: &str| {
        let (one, other) = (cubes(one), cubes(other));
        let less = |a: &[_], b: &[_]| {
            let outside = algebra.negated(b).unwrap();
            algebra.intersected(a, &outside).unwrap().is_empty()
        };
        less(&one, &other) && less(&other, &one)
    };
    // The reference stops where an intersection is empty.
    if given["status"] != "ok" {
        let is_empty = |area: &equifinal_qca::findings::Area| area.configurations == Some(Configurations::None);
        assert!(evaluated.models.iter().flatten().any(is_empty), "{label}: {:?}", evaluated.models);
        return 0;
    }
    let of = &given["result"]["modelfit"];
    let solution = findings.solution(findings.analysis.interpret).as_ref().unwrap();
    let mut models = solution.models.iter().map(|model| findings.write_model(model));
    let model = of["model"].as_array().and_then(|models| models.first()).or(Some(&of["model"]));
    let model = model.and_then(Value::as_str).unwrap();
    let place = models.position(|ours| says_the_same(&ours, model)).unwrap_or_else(|| panic!("{label}: {model}"));
    let mut compared = 0;
    for (area, key) in
        evaluated.models[place].iter().zip(["model*theory", "model*~theory", "~model*theory", "~model*~theory"])
    {
        let theirs = of["intersections"][key].as_str().unwrap();
        match &area.configurations {
            Some(Configurations::None) => assert_eq!(theirs, "-", "{label}: {key}"),
            Some(Configurations::Some(ours)) => {
                assert!(says_the_same(ours, theirs), "{label}: {key}: {ours}, {theirs}")
            }
            None => panic!("{label}: {key}"),
        }
        compared += 1;
    }
    compared
}

#[test]
fn theories_are_compared_as_by_model_fit() {
    let Some(path) = equifinal_testing::needs::corpus("methods/modelFit.json") else { return };
    let json: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    let compared: usize =
        json["cases"].as_array().unwrap().iter().map(|given| check(path.parent().unwrap(), given)).sum();
    assert!(compared > 9);
}
