//! The algebra of expressions and the fit of relations against R `QCA`, `admisc` and `SetMethods`.

use std::collections::BTreeMap;
use std::path::Path;

use equifinal_qca::algebra::Algebra;
use equifinal_qca::findings::Condition;
use equifinal_qca::relation::{Parameters, PartFit, fit};
use equifinal_study::expression::{Expression, Relation};
use equifinal_study::memberships::{Memberships, SetKind};
use serde_json::Value;

use crate::golden::{folder, memberships, strings};

/// The cases of one file of reference results that have an answer.
fn answered(root: &Path, file: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(root.join("public").join(file)).unwrap();
    let json: Value = serde_json::from_str(&text).unwrap();
    json["cases"].as_array().unwrap().iter().filter(|case| case["status"] == "ok").cloned().collect()
}

/// The algebra of the sets in `expressions`, by name, with the levels that the case states.
fn algebra(expressions: &[Expression], args: &Value) -> Algebra {
    let mut levels: BTreeMap<&str, usize> = BTreeMap::new();
    for expression in expressions {
        expression.each_literal(&mut |literal| {
            levels.insert(&literal.set, 2);
        });
    }
    let multi_value = args["noflevels"].is_array();
    for (name, stated) in args["snames"].as_str().unwrap_or_default().split(',').zip(0..) {
        if let Some(levels) = levels.get_mut(name) {
            *levels = args["noflevels"][stated].as_u64().unwrap() as usize;
        }
    }
    let kind = |levels: usize| if multi_value { SetKind::MultiValue { levels } } else { SetKind::Crisp };
    let sets = levels.into_iter().map(|(name, levels)| Condition { name: name.to_owned(), kind: kind(levels) });
    Algebra::new(sets.collect()).unwrap()
}

fn computed(function: &str, args: &Value) -> Option<String> {
    let texts = args["1"].as_str().map_or_else(|| strings(args), |text| vec![text.to_owned()]);
    let parsed: Vec<Expression> = texts.iter().map(|text| Expression::parse(text).unwrap()).collect();
    let algebra = algebra(&parsed, args);
    let sums: Vec<_> = parsed.iter().map(|expression| algebra.cubes(expression).unwrap()).collect();
    Some(match function {
        "simplify" => algebra.write(&algebra.simplified(&sums[0]).unwrap()),
        "negate" | "negateExp" => algebra.write(&algebra.negated(&sums[0]).unwrap()),
        "intersection" | "intersectExp" => algebra.write(&algebra.intersected(&sums[0], &sums[1]).unwrap()),
        "factorize" => algebra.factored(&sums[0]),
        _ => return None,
    })
}

/// Terms and the literals in them, in no order.
fn as_sets(text: &str) -> Vec<Vec<String>> {
    let term = |term: &str| {
        let mut literals: Vec<String> = term.split('*').map(str::to_owned).collect();
        literals.sort();
        literals
    };
    let mut terms: Vec<Vec<String>> = text.split(" + ").map(term).collect();
    terms.sort();
    terms
}

/// An argument, the reference's answer, ours. The reference's answer contains the row A[0]*B[0]*C[2], which the
/// argument `C[2]` also contains: it negates only the first of several multi-value terms.
const WRONG_IN_REFERENCE: [(&str, &str, &str); 1] = [(
    "A[1]*B[0] + C[2]",
    "A[0] + A[2] + B[1]",
    "A[0]*C[0] + A[0]*C[1] + A[2]*C[0] + A[2]*C[1] + B[1]*C[0] + B[1]*C[1]",
)];

#[test]
fn expressions_are_computed_with_as_in_the_reference() {
    let Some(root) = folder() else { return };
    let mut compared = 0;
    for file in ["fn_boolean.json", "sm_theory_esa_misc.json"] {
        for case in answered(&root, file) {
            let function = case["fn"].as_str().unwrap();
            let Some(found) = computed(function, &case["args"]) else { continue };
            let mut expected = strings(&case["result"]).concat();
            if let Some((_, wrong, right)) = WRONG_IN_REFERENCE.iter().find(|(text, ..)| case["args"]["1"] == *text) {
                assert_eq!(expected, *wrong, "the reference answers otherwise now");
                expected = (*right).to_owned();
            }
            if function == "factorize" {
                assert_eq!(found, expected, "{case}");
            } else {
                assert_eq!(as_sets(&found), as_sets(&expected), "{case}: {found}");
            }
            compared += 1;
        }
    }
    assert_eq!(compared, 20);
}

/// The reference's `A[1,2]` and its bare crisp sets among multi-value ones, as study files write them.
fn rewritten(text: &str, memberships: &Memberships) -> String {
    let mut written = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_alphabetic()) {
        let (before, after) = rest.split_at(start);
        let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(after.len());
        let (name, after) = after.split_at(end);
        let (levels, after) = match after.strip_prefix('[').and_then(|after| after.split_once(']')) {
            Some((levels, after)) => (Some(levels), after),
            None => (None, after),
        };
        let multi_value = memberships.set(name).unwrap().kind.is_multi_value();
        let literals: Vec<String> = match levels {
            Some(levels) => levels.split(',').map(|level| format!("{name}[{level}]")).collect(),
            None if multi_value => vec![format!("{name}[1]")],
            None => vec![name.to_owned()],
        };
        let literals = if literals.len() > 1 { format!("({})", literals.join(" + ")) } else { literals.concat() };
        written += before;
        written += &literals;
        rest = after;
    }
    written + rest
}

fn relation(case: &Value) -> String {
    if let Some(text) = case["expression"].as_str() {
        return text.to_owned();
    }
    let sign = |negated: &Value| if negated == true { "~" } else { "" };
    let conditions = strings(&case["conditions"]).into_iter().map(|name| sign(&case["neg_cond"]).to_owned() + &name);
    let arrow = if case["relation"] == "necessity" { "<-" } else { "->" };
    let conditions = conditions.collect::<Vec<_>>().join(" + ");
    format!("{conditions} {arrow} {}{}", sign(&case["neg_out"]), case["outcome"].as_str().unwrap())
}

fn check_part(found: &PartFit, expected: &Value, case: &Value) -> usize {
    let parameters = match found.fit {
        Parameters::Sufficiency { fit, unique } => {
            vec![("inclS", fit.consistency), ("PRI", fit.pri), ("covS", fit.coverage), ("covU", unique)]
        }
        Parameters::Necessity(fit) => {
            vec![("inclN", fit.consistency), ("RoN", fit.relevance), ("covN", fit.coverage)]
        }
    };
    for (key, value) in &parameters {
        let agrees = match (value, expected[*key].as_f64()) {
            (Some(found), Some(expected)) => (found - expected).abs() < 1e-9,
            (found, expected) => found.is_none() && expected.is_none(),
        };
        assert!(agrees, "{key} of {}: {value:?} instead of {} in {case}", found.expression, expected[*key]);
    }
    parameters.len()
}

#[test]
fn relations_fit_as_in_the_reference() {
    let Some(root) = folder() else { return };
    let (mut cases, mut compared) = (0, 0);
    for case in answered(&root, "fn_pof.json") {
        let text = relation(&case);
        let path = Path::new(case["data"].as_str().unwrap());
        let memberships = memberships(&root.join(path), text.contains('['));
        let relation = Relation::parse(&rewritten(&text, &memberships)).unwrap();
        let found = fit(&relation, &memberships).unwrap();
        let expected = case["rows"].as_array().unwrap();
        let mut parts: Vec<&PartFit> = found.parts.iter().collect();
        if case["kind"] == "expression" {
            parts.push(&found.whole);
        }
        assert_eq!(parts.len(), expected.len(), "{case}");
        compared += parts.iter().zip(expected).map(|(part, row)| check_part(part, row, &case)).sum::<usize>();
        cases += 1;
    }
    println!("fn_pof: {cases} cases, {compared} comparisons");
    assert!(cases > 40, "{cases}");
}
