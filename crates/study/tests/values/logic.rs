//! Expressions as sets: what is printed means what was parsed, and negation is the complement.

use std::collections::BTreeMap;

use equifinal_study::expression::{Expression, Literal, Relation, RelationKind, parse_located};
use proptest::prelude::*;

/// The memberships of one case in the sets, by name.
type Case = BTreeMap<String, f64>;

/// Membership of a case in an expression: the negation is one minus, the intersection the minimum, the union the
/// maximum (Zadeh 1965).
fn degree(expression: &Expression, case: &Case) -> f64 {
    match expression {
        Expression::Literal(literal) => {
            let name = literal.level.map_or_else(|| literal.set.clone(), |level| format!("{}[{level}]", literal.set));
            let value = case[&name];
            if literal.negated { 1.0 - value } else { value }
        }
        Expression::Not(inner) => 1.0 - degree(inner, case),
        Expression::And(parts) => parts.iter().map(|part| degree(part, case)).fold(1.0, f64::min),
        Expression::Or(parts) => parts.iter().map(|part| degree(part, case)).fold(0.0, f64::max),
    }
}

/// Memberships in quarters, which are exact under every operation.
fn cases() -> Vec<Case> {
    let quarters = |seed: usize, at: usize| ((seed * 7 + at * (seed + 3)) % 5) as f64 / 4.0;
    let names = ["A", "B", "C", "D[0]", "D[1]", "D[2]"];
    (0..25)
        .map(|seed| names.iter().zip(0..).map(|(name, at)| ((*name).to_owned(), quarters(seed, at))).collect())
        .collect()
}

/// The text of any expression over these sets, with blanks and needless parentheses.
fn text() -> impl Strategy<Value = String> {
    let sets = vec!["A", "B", "~A", "C", "~ C", "D[0]", "~D[2]", "D[ 1 ]"];
    let literal = prop::sample::select(sets).prop_map(str::to_owned);
    literal.prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4).prop_map(|parts| parts.join("*")),
            prop::collection::vec(inner.clone(), 2..4).prop_map(|parts| parts.join(" + ")),
            inner.clone().prop_map(|inner| format!("({inner})")),
            inner.clone().prop_map(|inner| format!("~({inner})")),
            inner.prop_map(|inner| format!("~~({inner})")),
        ]
    })
}

/// The degrees of all cases.
fn degrees(text: &str) -> Vec<f64> {
    let expression = Expression::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    cases().iter().map(|case| degree(&expression, case)).collect()
}

proptest! {
    #[test]
    fn a_printed_expression_means_the_same(text in text()) {
        let read = Expression::parse(&text).unwrap();
        let printed = read.to_string();
        prop_assert_eq!(Expression::parse(&printed), Ok(read.clone()));
        prop_assert_eq!(degrees(&printed), degrees(&text));
        prop_assert_eq!(read.to_string().len(), printed.trim().len());
    }

    #[test]
    fn negation_is_the_complement(text in text()) {
        let negated = degrees(&format!("~({text})"));
        for (inside, outside) in degrees(&text).into_iter().zip(negated) {
            prop_assert_eq!(inside + outside, 1.0);
        }
        prop_assert_eq!(degrees(&format!("~(~({text}))")), degrees(&text));
    }

    /// The laws of De Morgan, and the distribution of `*` over `+`.
    #[test]
    fn laws_of_sets(a in text(), b in text(), c in text()) {
        for (left, right) in [
            (format!("~(({a})*({b}))"), format!("~({a}) + ~({b})")),
            (format!("~(({a}) + ({b}))"), format!("~({a})*~({b})")),
            (format!("({a})*(({b}) + ({c}))"), format!("({a})*({b}) + ({a})*({c})")),
            (format!("({a}) + ({b})*({c})"), format!("(({a}) + ({b}))*(({a}) + ({c}))")),
            (format!("({a})*({b})"), format!("({b})*({a})")),
            (format!("({a}) + ({a})"), a.clone()),
        ] {
            prop_assert_eq!(degrees(&left), degrees(&right), "{} and {}", left, right);
        }
    }

    /// Every literal is found once, left to right, where its name stands.
    #[test]
    fn literals_are_located(text in text()) {
        let (expression, located) = parse_located(&text).unwrap();
        let mut visited: Vec<String> = Vec::new();
        expression.each_literal(&mut |literal| visited.push(literal.set.clone()));
        prop_assert_eq!(located.iter().map(|(_, literal)| literal.set.clone()).collect::<Vec<_>>(), visited);
        prop_assert!(located.is_sorted_by(|a, b| a.0 < b.0));
        for (at, literal) in &located {
            prop_assert!(text[*at..].starts_with(literal.set.as_str()), "{} at {}", text, at);
        }
    }

    /// Any text is an expression, or a mistake inside it.
    #[test]
    fn any_text_is_parsed_or_refused(text in "[AB12~*+()\\[\\] _甲=><-]{0,20}") {
        match Expression::parse(&text) {
            Ok(read) => prop_assert_eq!(Expression::parse(&read.to_string()), Ok(read)),
            Err(error) => prop_assert!(error.at <= text.len() && text.is_char_boundary(error.at)),
        }
        if let Err(error) = Relation::parse(&text) {
            prop_assert!(error.at <= text.len() && text.is_char_boundary(error.at), "{}: {}", text, error.at);
        }
    }

    #[test]
    fn both_sides_of_a_relation_are_read(left in text(), right in text(), necessary in any::<bool>()) {
        let (kind, sign) = if necessary { (RelationKind::Necessary, "<=") } else { (RelationKind::Sufficient, "=>") };
        let text = format!("{left} {sign} {right}");
        let read = Relation::parse(&text).unwrap();
        prop_assert_eq!(&read.left, &Expression::parse(&left).unwrap());
        prop_assert_eq!(&read.right, &Expression::parse(&right).unwrap());
        prop_assert_eq!(read.kind, kind);
        for (at, literal) in &read.literals {
            prop_assert!(text[*at..].starts_with(literal.set.as_str()));
        }
        let again = Relation::parse(&format!("{} {} {}", read.left, read.kind.sign(), read.right)).unwrap();
        prop_assert_eq!((again.left, again.kind, again.right), (read.left, read.kind, read.right));
    }
}

/// `~` binds before `*`, and `*` before `+`.
#[test]
fn operators_bind_in_order() {
    let literal = |set: &str, negated| Expression::Literal(Literal { set: set.to_owned(), level: None, negated });
    let (a, not_a, b, c) = (literal("A", false), literal("A", true), literal("B", false), literal("C", false));
    let and = |parts: &[&Expression]| Expression::And(parts.iter().map(|part| (*part).clone()).collect());
    let or = |parts: &[&Expression]| Expression::Or(parts.iter().map(|part| (*part).clone()).collect());
    let not = |inner: Expression| Expression::Not(Box::new(inner));
    for (text, expected) in [
        ("A + B*C", or(&[&a, &and(&[&b, &c])])),
        ("A*B + C", or(&[&and(&[&a, &b]), &c])),
        ("(A + B)*C", and(&[&or(&[&a, &b]), &c])),
        ("~A*B", and(&[&not_a, &b])),
        ("~(A*B)", not(and(&[&a, &b]))),
        ("~(A + B)*C", and(&[&not(or(&[&a, &b])), &c])),
        ("~~A + B + (B + C)", or(&[&a, &b, &b, &c])),
        ("~(~(A*B))", and(&[&a, &b])),
        ("~~~(A)", not_a.clone()),
        ("(((A)))", a.clone()),
    ] {
        assert_eq!(Expression::parse(text), Ok(expected), "{text}");
    }
}
