//! The values that a key may have, in words.

use super::{Shape, Table};

/// The shape in words; `below` links to the section of a table.
pub(super) fn described(shape: &Shape, below: &dyn Fn(&'static Table) -> String) -> String {
    match shape {
        Shape::Text => "text, or {en: text, zh: text}".to_owned(),
        Shape::Word(".+" | ".*") => "text".to_owned(),
        Shape::Word(pattern) => format!("text of the form `{pattern}`"),
        Shape::Expression => "expression".to_owned(),
        Shape::Number(interval) => interval.words().to_string(),
        Shape::Count(least) => format!("a whole number from {least}"),
        Shape::Truth => "`true` or `false`".to_owned(),
        Shape::Choice(words) => either(&words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>()),
        Shape::List(item, least) => {
            let least = if *least > 1 { format!(" with at least {least} entries") } else { String::new() };
            format!("list{least}, each: {}", described(item, below))
        }
        Shape::Keys(table) => format!("map: {}", below(table)),
        Shape::OneKey(table) => format!("map with one key: {}", below(table)),
        Shape::Named(item) => format!("map of names, each: {}", described(item, below)),
        Shape::OneOf(shapes) => either(&shapes.iter().map(|shape| described(shape, below)).collect::<Vec<_>>()),
        Shape::Changes(shape) => described(shape, below),
    }
}

/// True if a section describes a part of the value.
pub(super) fn has_section(shape: &Shape) -> bool {
    match shape {
        Shape::Keys(_) | Shape::OneKey(_) => true,
        Shape::List(item, _) | Shape::Named(item) | Shape::Changes(item) => has_section(item),
        Shape::OneOf(shapes) => shapes.iter().any(has_section),
        _ => false,
    }
}

/// The phrases with commas, the last after "or".
fn either(phrases: &[String]) -> String {
    match phrases {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => phrases.concat(),
    }
}
