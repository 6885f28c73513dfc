//! The types of values before any key is read: texts, numbers, booleans, and refused values.

use equifinal_studyfile::parse::normal_form;

/// Compares the normal form of a value, or the place and message of a mistake.
fn check(cases: &[(&str, &str)]) {
    for (words, expected) in cases {
        let source = format!("key: {words}\n");
        let found = match normal_form("small.yaml", source.as_bytes(), &|_| Err("no file is included here".into())) {
            Ok(form) => form["key"].to_string(),
            Err(refused) => {
                let told = refused.problems.iter().map(|one| format!("{}:{}: {}", one.line, one.column, one.message));
                told.collect::<Vec<_>>().join("; ")
            }
        };
        assert_eq!(found, *expected, "{words}");
    }
}

#[test]
fn words_of_older_yaml_booleans_are_texts() {
    check(&[
        ("no", "\"no\""),
        ("No", "\"No\""),
        ("NO", "\"NO\""),
        ("yes", "\"yes\""),
        ("on", "\"on\""),
        ("off", "\"off\""),
        ("Y", "\"Y\""),
        ("n", "\"n\""),
        ("true", "true"),
        ("false", "false"),
        ("\"true\"", "\"true\""),
        ("'no'", "\"no\""),
    ]);
}

#[test]
fn nothing() {
    check(&[("", "null"), ("~", "null"), ("null", "null"), ("\"~\"", "\"~\""), ("\"\"", "\"\"")]);
}

#[test]
fn numbers() {
    check(&[
        ("0", "0.0"),
        ("1", "1.0"),
        ("1.0", "1.0"),
        ("1.50", "1.5"),
        ("-2", "-2.0"),
        ("1e3", "1000.0"),
        ("8E-1", "0.8"),
        ("02", "\"02\""),
        ("007", "\"007\""),
        ("0.5", "0.5"),
        ("\"1\"", "\"1\""),
        ("1,5", "\"1,5\""),
        ("12:30", "\"12:30\""),
        ("2024-01-01", "\"2024-01-01\""),
        (".nan", "\".nan\""),
        (".inf", "\".inf\""),
        ("-.inf", "\"-.inf\""),
        ("NaN", "\"NaN\""),
        ("１", "\"１\""),
    ]);
}

#[test]
fn collections() {
    check(&[
        ("[]", "[]"),
        ("{}", "{}"),
        ("[a, 1, true, ~]", "[\"a\",1.0,true,null]"),
        ("[[a], {b: c}]", "[[\"a\"],{\"b\":\"c\"}]"),
        ("{no: yes}", "{\"no\":\"yes\"}"),
        ("{01: a, 2: b}", "{\"01\":\"a\",\"2\":\"b\"}"),
        ("# a comment", "null"),
        ("a # a comment", "\"a\""),
        ("a#b", "\"a#b\""),
        ("|\n  one\n  two", "\"one\\ntwo\\n\""),
        (">\n  one\n  two", "\"one two\\n\""),
    ]);
}

#[test]
fn anchors_and_aliases() {
    const REFUSED: &str = "anchors and aliases (`&name`, `*name`) are not accepted: write the value out, and put texts \
                           that begin with `&` or `*` in quotes";
    for words in ["&a b", "*a", "[&a b, *a]", "{a: &b {c: d}}"] {
        let source = format!("key: {words}\n");
        let found = normal_form("small.yaml", source.as_bytes(), &|_| Err("no file is included here".into()));
        let messages =
            found.map_err(|refused| refused.problems.iter().map(|one| one.message.to_string()).collect::<Vec<_>>());
        assert_eq!(messages, Err(vec![REFUSED.to_owned()]), "{words}");
    }
    check(&[("\"&a\"", "\"&a\""), ("'*a'", "\"*a\""), ("a*b", "\"a*b\""), ("a & b", "\"a & b\"")]);
}
