//! Values that stand in the text of a script.

use std::collections::BTreeMap;

use crate::r_script::{Argument, Expression, Kind};

/// One value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Item {
    Number(f64),
    Text(String),
    Truth(bool),
}

/// A vector of values, each with its name if it has one.
pub(super) type Vector = Vec<(Option<String>, Item)>;

/// Variables that hold such vectors.
pub(super) type Variables = BTreeMap<String, Vector>;

/// The vector that an expression is; `None` where it has to be computed.
pub(super) fn vector(expression: &Expression, variables: &Variables) -> Option<Vector> {
    let one = |item| Some(vec![(None, item)]);
    match &expression.kind {
        Kind::Number(number) => one(Item::Number(*number)),
        Kind::Text(text) => one(Item::Text(text.clone())),
        Kind::Name(name) => match name.as_str() {
            "TRUE" | "T" => one(Item::Truth(true)),
            "FALSE" | "F" => one(Item::Truth(false)),
            "NULL" | "NA" => Some(Vec::new()),
            name => variables.get(name).cloned(),
        },
        Kind::Call(..) => {
            let (function, arguments) = expression.as_call()?;
            let values = || arguments.iter().map(|argument| Some((argument, argument.value.as_ref()?)));
            match function {
                "c" | "list" => {
                    let mut all = Vec::new();
                    for value in values() {
                        let (argument, value) = value?;
                        let mut items = vector(value, variables)?;
                        if let (Some(name), [item]) = (&argument.name, items.as_mut_slice()) {
                            item.0 = Some(name.clone());
                        }
                        all.extend(items);
                    }
                    Some(all)
                }
                "-" | "(" if arguments.len() == 1 => {
                    let items = vector(arguments.first()?.value.as_ref()?, variables)?;
                    let sign = if function == "-" { -1.0 } else { 1.0 };
                    let signed = |(name, item)| match item {
                        Item::Number(number) => Some((name, Item::Number(sign * number))),
                        other => (sign > 0.0).then_some((name, other)),
                    };
                    items.into_iter().map(signed).collect()
                }
                _ => None,
            }
        }
        Kind::Function(..) => None,
    }
}

/// The numbers of a vector; texts that are numbers count.
pub(super) fn numbers(vector: &Vector) -> Option<Vec<f64>> {
    let number = |(_, item): &(Option<String>, Item)| match item {
        Item::Number(number) => Some(*number),
        Item::Text(text) => text.trim().parse().ok(),
        Item::Truth(_) => None,
    };
    vector.iter().map(number).collect()
}

/// The words of a vector: `c("A", "B")` and `"A, B"` are the same, names included.
pub(super) fn words(vector: &Vector) -> Option<Vec<String>> {
    let mut all = Vec::new();
    for (_, item) in vector {
        let Item::Text(text) = item else { return None };
        let parts = text.split(|sign: char| sign == ',' || sign == ';' || sign.is_whitespace());
        all.extend(parts.filter(|part| !part.is_empty()).map(str::to_owned));
    }
    Some(all)
}

/// The columns of `d$X`, `d[["X"]]`, `d[, "X"]` and `d["X"]`: the name of the data and of the column.
pub(super) fn column(expression: &Expression) -> Option<(String, String)> {
    let (function, arguments) = expression.as_call()?;
    let data = arguments.first()?.value.as_ref()?.as_name()?;
    let last = arguments.last()?.value.as_ref()?;
    let name = match (function, &last.kind) {
        ("$", Kind::Name(name) | Kind::Text(name)) | ("[" | "[[", Kind::Text(name)) => name,
        _ => return None,
    };
    (arguments.len() >= 2).then(|| (data.to_owned(), name.clone()))
}

/// The target and the value of an assignment.
pub(super) fn assigned(expression: &Expression) -> Option<(&Expression, &Expression)> {
    let (function, arguments) = expression.as_call()?;
    let value = |at: usize| arguments.get(at).and_then(|argument: &Argument| argument.value.as_ref());
    match function {
        "<-" | "=" | "<<-" => Some((value(0)?, value(1)?)),
        _ => None,
    }
}
