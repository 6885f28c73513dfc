//! The words and bounds of the schema are those of the readers.

use equifinal_studyfile::parse::{Problem, parse};
use serde_json::{Value, json};

use crate::{Place, every, lines, place};

/// The mistakes at the line of one value of the study with every key, written in its place.
fn mistakes(whole: &Value, pointer: &str, written: &str) -> Vec<Problem> {
    const MARK: &str = "marked here";
    let mut other = whole.clone();
    *other.pointer_mut(pointer).expect(pointer) = json!(MARK);
    let text = lines(&other);
    let (line, _) = place(&text, MARK);
    let text = text.replace(&format!("\"{MARK}\""), written);
    let problems = parse("study.yaml", text.as_bytes()).err().map(|refused| refused.problems).unwrap_or_default();
    problems.into_iter().filter(|problem| problem.line == line).collect()
}

#[test]
fn every_word_of_the_schema_is_known_and_no_other() {
    let mut words = 0;
    every(|whole, pointer, Place { schemas, .. }| {
        let known: Vec<&str> =
            schemas.iter().filter_map(|schema| schema["enum"].as_array()).flatten().filter_map(Value::as_str).collect();
        for word in &known {
            let found = mistakes(whole, pointer, word);
            let unknown = found.iter().find(|problem| problem.message.to_string().contains("does not know"));
            assert_eq!(unknown, None, "{pointer}: {word}");
            words += 1;
        }
        if !known.is_empty() {
            assert!(!mistakes(whole, pointer, "nonsuch").is_empty(), "{pointer} accepts any word");
        }
    });
    assert!(words > 100, "{words}");
}

#[test]
fn every_bound_of_the_schema_is_the_bound_of_the_reader() {
    let mut bounds = 0;
    every(|whole, pointer, Place { schemas, .. }| {
        let numbers: Vec<&&Value> =
            schemas.iter().filter(|schema| schema["type"] == "number" || schema["type"] == "integer").collect();
        let [one] = numbers.as_slice() else { return };
        let apart = if one["type"] == "integer" { 1.0 } else { 1e-6 };
        for (bound, outwards, included) in [
            ("minimum", -1.0, true),
            ("exclusiveMinimum", -1.0, false),
            ("maximum", 1.0, true),
            ("exclusiveMaximum", 1.0, false),
        ] {
            let Some(limit) = one[bound].as_f64() else { continue };
            let (inside, outside) =
                if included { (limit, limit + outwards * apart) } else { (limit - outwards * apart, limit) };
            let outside_found = mistakes(whole, pointer, &outside.to_string());
            assert!(!outside_found.is_empty(), "{pointer} accepts {outside}, beyond its {bound} {limit}");
            let inside_found = mistakes(whole, pointer, &inside.to_string());
            let told = outside_found.iter().find(|problem| inside_found.iter().any(|other| is_same(other, problem)));
            assert_eq!(told, None, "{pointer} refuses {inside}, within its {bound} {limit}");
            bounds += 1;
        }
        assert!(!mistakes(whole, pointer, ".nan").is_empty(), "{pointer} accepts what is not a number");
    });
    assert!(bounds > 80, "{bounds}");
}

/// True if two messages ask for the same number, whatever was found.
fn is_same(one: &Problem, other: &Problem) -> bool {
    let asked =
        |problem: &Problem| problem.message.to_string().rsplit_once(", not ").map(|(_, asked)| asked.to_owned());
    asked(one).is_some() && asked(one) == asked(other)
}
