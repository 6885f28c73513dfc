//! Expressions: parsed, printed, and parsed again.

use equifinal_study::expression::{Expression, Relation};

/// Compares an expression as printed, which parses to the same again, or the place and message of a mistake.
fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let found = match Expression::parse(text) {
            Ok(read) => {
                let written = read.to_string();
                assert_eq!(Expression::parse(&written), Ok(read), "{text} as {written}");
                written
            }
            Err(error) => format!("{}: {error}", error.at),
        };
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn literals() {
    check(&[
        ("A", "A"),
        ("a", "a"),
        ("Long_Name_2", "Long_Name_2"),
        ("~A", "~A"),
        ("~~A", "A"),
        ("~ ~ ~A", "~A"),
        ("~(A)", "~A"),
        ("~(~A)", "A"),
        ("((A))", "A"),
        ("\tA\n", "A"),
    ]);
}

#[test]
fn levels() {
    check(&[
        ("A[0]", "A[0]"),
        ("A[10]", "A[10]"),
        ("A[02]", "A[2]"),
        ("A [ 3 ]", "A[3]"),
        ("~A[1]", "~A[1]"),
        ("~(A[1])", "~A[1]"),
        ("~~A[1]", "A[1]"),
        ("A[1] + A[2]*~B", "A[1] + A[2]*~B"),
        ("A[1]*A[2]", "A[1]*A[2]"),
    ]);
}

#[test]
fn products_and_sums() {
    check(&[
        ("A*B", "A*B"),
        ("B*A", "B*A"),
        ("A*B*C", "A*B*C"),
        ("A*(B*C)", "A*B*C"),
        ("(A*B)*C", "A*B*C"),
        ("A+B", "A + B"),
        ("A+(B+C)", "A + B + C"),
        ("A + B*C", "A + B*C"),
        ("A*B + C*D", "A*B + C*D"),
        ("(A*B) + (C*D)", "A*B + C*D"),
        ("(A + B)*C", "(A + B)*C"),
        ("C*(A + B)", "C*(A + B)"),
        ("(A + B)*(C + D)", "(A + B)*(C + D)"),
        ("A + A", "A + A"),
        ("A*~A", "A*~A"),
    ]);
}

#[test]
fn negations() {
    check(&[
        ("~(A*B)", "~(A*B)"),
        ("~(A + B)", "~(A + B)"),
        ("~~(A + B)", "A + B"),
        ("~(~(A*B))", "A*B"),
        ("~A*~B", "~A*~B"),
        ("~(A + B)*C", "~(A + B)*C"),
        ("C + ~(A*B)", "C + ~(A*B)"),
        ("~(A + ~(B*C))", "~(A + ~(B*C))"),
        ("~((A + B)*C)", "~((A + B)*C)"),
        ("~(A + B) + ~~(C + D)", "~(A + B) + C + D"),
    ]);
}

#[test]
fn mistakes() {
    const NAME: &str = "where the name of a set, `~` or `(` should stand";
    let (starts, ends) = (format!("{NAME} in the expression"), format!("ends {NAME}"));
    check(&[
        ("", &format!("0: the expression `` {ends}")),
        ("  ", &format!("2: the expression `  ` {ends}")),
        ("~", &format!("1: the expression `~` {ends}")),
        ("A*", &format!("2: the expression `A*` {ends}")),
        ("A + ", &format!("4: the expression `A + ` {ends}")),
        ("*A", &format!("0: `*` {starts} `*A`")),
        ("A*+B", &format!("2: `+` {starts} `A*+B`")),
        ("_A", &format!("0: `_` {starts} `_A`")),
        ("9", &format!("0: `9` {starts} `9`")),
        ("，力", "0: `，` is a full-width sign"),
        ("()", &format!("1: `)` {starts} `()`")),
        ("A B", "2: `A B` is not written in the signs `*` for and, `+` for or, `~` for not: type `A*B`"),
        ("A-B", "1: `-` where `*`, `+` or the end should stand in the expression `A-B`"),
        ("A)", "1: `)` where `*`, `+` or the end should stand in the expression `A)`"),
        ("A*B]", "3: `]` where `*`, `+` or the end should stand in the expression `A*B]`"),
        ("(A", "2: the expression `(A` ends where `)` should stand"),
        ("(A B)", "3: `(A B)` is not written in the signs `*` for and, `+` for or, `~` for not: type `(A*B)`"),
        ("A[", "2: the expression `A[` ends where a level (a whole number) should stand"),
        ("A[]", "2: `]` where a level (a whole number) should stand in the expression `A[]`"),
        ("A[-1]", "2: `-` where a level (a whole number) should stand in the expression `A[-1]`"),
        ("A[1.5]", "3: `.` where `]` should stand in the expression `A[1.5]`"),
        ("A[1", "3: the expression `A[1` ends where `]` should stand"),
    ]);
}

#[test]
fn parentheses_within_parentheses() {
    let nested = |depth: usize| format!("{}A + B{}", "(".repeat(depth), ")".repeat(depth));
    check(&[
        (&nested(1), "A + B"),
        (&nested(32), "A + B"),
        (&nested(33), "33: more than 32 parentheses inside one another"),
    ]);
}

#[test]
fn relations() {
    for (text, expected) in [
        ("A*B => Y", "A*B => Y, 1 part"),
        ("A*B + ~C -> Y", "A*B + ~C => Y, 2 parts"),
        ("A + B + C <= ~Y", "A + B + C <= ~Y, 3 parts"),
        ("A[1] <- Y[2]", "A[1] <= Y[2], 1 part"),
        ("(A + B)*C => Y", "(A + B)*C => Y, 1 part"),
        (
            "A",
            "1: the expression says of no outcome whether this is sufficient (`A => Y`) or necessary (`A <= Y`) for it",
        ),
        ("A => Y*", "7: the expression ` Y*` ends where the name of a set, `~` or `(` should stand"),
    ] {
        let found = match Relation::parse(text) {
            Ok(read) => {
                let count = read.parts().len();
                let parts = if count == 1 { "part" } else { "parts" };
                format!("{} {} {}, {count} {parts}", read.left, read.kind.sign(), read.right)
            }
            Err(error) => format!("{}: {error}", error.at),
        };
        assert_eq!(found, expected, "{text}");
    }
}
