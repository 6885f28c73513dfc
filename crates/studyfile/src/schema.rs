//! The JSON Schema of study files, used by editors to complete and check them.

use serde_json::{Map, Value, json};

use crate::grammar::{Interval, LANGUAGES, STUDY, Shape, Table};

/// The schema (draft 2020-12), generated from the tables that the readers use.
pub fn schema() -> Value {
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Equifinal study",
        "description": "A study file: data, sets, analyses and report of a qualitative comparative analysis.",
    });
    if let (Value::Object(schema), Value::Object(study)) = (&mut schema, keys(&STUDY, true)) {
        schema.extend(study);
        schema.insert("$defs".to_owned(), json!({ "text": text() }));
    }
    schema
}

/// A map with the keys of a table; if not `whole`, no key is required.
fn keys(table: &Table, whole: bool) -> Value {
    let (mut properties, mut patterns) = (Map::new(), Map::new());
    for key in table.all() {
        let mut shape = value(key.shape(), whole && table.what != "table-alternative");
        if let Value::Object(shape) = &mut shape {
            shape.insert("description".to_owned(), json!(key.about()));
        }
        if key.is_of_method() {
            patterns.insert(r"^[^.]+\.[a-z_]+$".to_owned(), shape);
        } else {
            properties.insert(key.name().to_owned(), shape);
        }
    }
    let mut schema = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !patterns.is_empty() {
        schema["patternProperties"] = patterns.into();
    }
    if let (Value::Object(schema), true, false) = (&mut schema, whole, table.required.is_empty()) {
        match table.unless {
            None => schema.insert("required".to_owned(), json!(table.required)),
            Some(key) => {
                schema.insert("anyOf".to_owned(), json!([{ "required": table.required }, { "required": [key] }]))
            }
        };
    }
    schema
}

fn value(shape: &Shape, whole: bool) -> Value {
    match shape {
        Shape::Text => json!({ "$ref": "#/$defs/text" }),
        Shape::Word(pattern) => json!({ "type": ["string", "number"], "pattern": format!("^{pattern}$") }),
        Shape::Expression => json!({ "type": "string", "pattern": r"^[\p{Alphabetic}0-9_~*+()\[\]\s]+$" }),
        Shape::Number(interval) => number(*interval),
        Shape::Count(least) => json!({ "type": "integer", "minimum": least }),
        Shape::Truth => json!({ "type": "boolean" }),
        Shape::Choice(words) => json!({ "enum": words }),
        Shape::List(item, least) => json!({ "type": "array", "items": value(item, whole), "minItems": least }),
        Shape::Keys(table) => keys(table, whole),
        Shape::OneKey(table) => {
            let mut schema = keys(table, true);
            schema["minProperties"] = json!(1);
            schema["maxProperties"] = json!(1);
            schema
        }
        Shape::Named(item) => json!({ "type": "object", "additionalProperties": value(item, whole) }),
        Shape::OneOf(shapes) => {
            json!({ "anyOf": shapes.iter().map(|shape| value(shape, whole)).collect::<Vec<_>>() })
        }
        Shape::Changes(shape) => value(shape, false),
    }
}

fn number(interval: Interval) -> Value {
    use std::ops::Bound::{Excluded, Included, Unbounded};
    let mut schema = json!({ "type": "number" });
    for (bound, included, excluded) in
        [(interval.0, "minimum", "exclusiveMinimum"), (interval.1, "maximum", "exclusiveMaximum")]
    {
        match bound {
            Included(limit) => schema[included] = json!(limit),
            Excluded(limit) => schema[excluded] = json!(limit),
            Unbounded => {}
        }
    }
    schema
}

fn text() -> Value {
    let languages: Map<String, Value> = LANGUAGES
        .iter()
        .map(|language| ((*language).to_owned(), json!({ "type": "string", "minLength": 1 })))
        .collect();
    json!({
        "description": "A text for all languages, or one a language.",
        "anyOf": [
            { "type": "string", "minLength": 1 },
            { "type": "object", "properties": languages, "additionalProperties": false, "minProperties": 1 },
        ],
    })
}
