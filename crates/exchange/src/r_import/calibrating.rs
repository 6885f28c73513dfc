//! Calls of `calibrate` as keys of a set.

use equifinal_study::message::Message;
use equifinal_study::say;
use serde_json::{Value, json};

use super::constant::{Item, Variables, numbers, vector, words};
use crate::r_script::{Argument, Expression, Mismatch, matched};

/// The parameters of `calibrate` of QCA 3.25.
const CALIBRATE: [&str; 10] = ["x", "type", "method", "thresholds", "logistic", "idm", "ecdf", "below", "above", "..."];

/// The values of a call by its parameters, as far as they are constants.
pub(super) struct Given<'a> {
    values: Vec<(&'a str, &'a Expression)>,
    variables: &'a Variables,
}

impl<'a> Given<'a> {
    /// The arguments of a call; a reason where R would refuse them.
    pub(super) fn of(
        parameters: &'a [&'a str],
        arguments: &'a [Argument],
        variables: &'a Variables,
    ) -> Result<Self, Message> {
        let found = matched(parameters, arguments);
        if let Some(mismatch) = found.mismatches.first() {
            return Err(misfit(mismatch));
        }
        let dots = found.dots.iter().filter_map(|argument| Some((argument.name.as_deref()?, argument.value.as_ref()?)));
        let values = found.values.into_iter().chain(dots).collect();
        Ok(Self { values, variables })
    }

    /// The variables of the script so far.
    pub(super) fn variables(&self) -> &'a Variables {
        self.variables
    }

    /// The words of an expression: names of columns.
    pub(super) fn words_of(&self, expression: &Expression) -> Option<Vec<String>> {
        words(&vector(expression, self.variables)?)
    }

    /// The expression of a parameter.
    pub(super) fn expression(&self, name: &str) -> Option<&'a Expression> {
        self.values.iter().find(|(own, _)| *own == name).map(|(_, value)| *value)
    }

    /// The numbers of a parameter; an error where they have to be computed.
    pub(super) fn numbers(&self, name: &str) -> Result<Option<Vec<f64>>, Message> {
        let Some(expression) = self.expression(name) else { return Ok(None) };
        let found = vector(expression, self.variables).as_ref().and_then(numbers);
        found.map(Some).ok_or_else(|| say!("r-computed", name))
    }

    /// The first number of a parameter.
    pub(super) fn number(&self, name: &str) -> Result<Option<f64>, Message> {
        Ok(self.numbers(name)?.and_then(|numbers| numbers.first().copied()))
    }

    /// The first text of a parameter.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        match vector(self.expression(name)?, self.variables)?.into_iter().next()? {
            (_, Item::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// True if a parameter is `TRUE`.
    pub(super) fn is_true(&self, name: &str) -> bool {
        self.truth(name) == Some(true)
    }

    /// `TRUE` or `FALSE`.
    pub(super) fn truth(&self, name: &str) -> Option<bool> {
        match vector(self.expression(name)?, self.variables)?.first()? {
            (_, Item::Truth(truth)) => Some(*truth),
            _ => None,
        }
    }
}

/// The message for an argument that R would refuse.
fn misfit(mismatch: &Mismatch) -> Message {
    match mismatch {
        Mismatch::Unused(None) => say!("r-unused-place"),
        Mismatch::Unused(Some(name)) => say!("r-unused", name),
        Mismatch::Ambiguous(name) => say!("r-ambiguous", name),
        Mismatch::Repeated(name) => say!("r-repeated", name),
    }
}

/// A calibrated set: the column of its raw values, and the keys of the set.
pub(super) fn calibrated(arguments: &[Argument], variables: &Variables) -> Result<(String, Value), Message> {
    let given = Given::of(&CALIBRATE, arguments, variables)?;
    let raw = given.expression("x").and_then(super::constant::column);
    let (_, column) = raw.ok_or_else(|| say!("r-raw-computed"))?;
    let kind = given.text("type").unwrap_or_else(|| "fuzzy".to_owned());
    let mut set = json!({"column": column});
    if let Some(shares) = percentiles(&given)? {
        let [exclusion, crossover, inclusion] = shares.map(|share| share * 100.0);
        set["calibrate"] =
            json!({"percentiles": {"exclusion": exclusion, "crossover": crossover, "inclusion": inclusion}});
        return Ok((column, set));
    }
    let thresholds = thresholds(&given)?;
    set["calibrate"] = match (kind.as_str(), given.text("method").as_deref().unwrap_or("direct")) {
        ("crisp", _) => match thresholds.as_slice() {
            [threshold] => json!({"crisp": {"threshold": threshold}}),
            several => json!({"levels": {"thresholds": several}}),
        },
        (_, "indirect") => json!({"indirect": {"thresholds": thresholds, "basis": "fractional"}}),
        (_, "TFR") => json!({"tfr": {}}),
        (_, "direct") if given.is_true("ecdf") => json!({"ecdf": {}}),
        (_, "direct") => direct(&given, &thresholds, &mut set)?,
        (_, other) => return Err(say!("r-method", method = other)),
    };
    Ok((column, set))
}

/// The shares of `thresholds = quantile(x, c(.05, .5, .95))`.
fn percentiles(given: &Given<'_>) -> Result<Option<[f64; 3]>, Message> {
    let Some(("quantile", arguments)) = given.expression("thresholds").and_then(Expression::as_call) else {
        return Ok(None);
    };
    let quantile = Given::of(&["x", "probs", "..."], arguments, given.variables)?;
    let shares = quantile.numbers("probs")?.unwrap_or_default();
    <[f64; 3]>::try_from(shares).map(Some).map_err(|_| say!("r-quantile"))
}

/// The thresholds: numbers, numbers with names, or a text such as `"e=1, c=2, i=3"`; exclusion first.
fn thresholds(given: &Given<'_>) -> Result<Vec<f64>, Message> {
    let computed = || say!("r-computed", name = "thresholds");
    let Some(expression) = given.expression("thresholds") else { return Ok(Vec::new()) };
    let found = vector(expression, given.variables).ok_or_else(computed)?;
    let mut named: Vec<(String, f64)> = Vec::new();
    for (name, item) in &found {
        match (name, item) {
            (name, Item::Number(number)) => named.push((name.clone().unwrap_or_default(), *number)),
            (_, Item::Text(text)) => {
                for part in text.split(',') {
                    let (name, number) = part.split_once('=').unwrap_or(("", part));
                    named.push((name.trim().to_owned(), number.trim().parse().map_err(|_| computed())?));
                }
            }
            (_, Item::Truth(_)) => return Err(computed()),
        }
    }
    let orders: [&[&str]; 2] = [&["e", "c", "i"], &["e1", "c1", "i1", "i2", "c2", "e2"]];
    let order = orders.into_iter().find(|order| order.iter().all(|name| named.iter().any(|(own, _)| own == name)));
    Ok(match order {
        Some(order) => {
            let of = |name: &&str| named.iter().find(|(own, _)| own == name).map(|(_, number)| *number);
            order.iter().filter_map(of).collect()
        }
        None => named.into_iter().map(|(_, number)| number).collect(),
    })
}

/// The direct method with three anchors, or six for a bell.
fn direct(given: &Given<'_>, anchors: &[f64], set: &mut Value) -> Result<Value, Message> {
    let mut direct = match anchors {
        [exclusion, crossover, inclusion] => {
            if exclusion > inclusion {
                set["direction"] = json!("falling");
            }
            json!({"exclusion": exclusion, "crossover": crossover, "inclusion": inclusion})
        }
        [e1, c1, i1, i2, c2, e2] => {
            json!({"exclusion": [e1, e2], "crossover": [c1, c2], "inclusion": [i1, i2]})
        }
        others => return Err(say!("r-thresholds", count = others.len())),
    };
    if given.truth("logistic") == Some(false) {
        direct["shape"] = json!("linear");
        for name in ["below", "above"] {
            if let Some(power) = given.number(name)? {
                direct[name] = json!(power);
            }
        }
    } else if let Some(idm) = given.number("idm")? {
        direct["idm"] = json!(idm);
    }
    Ok(json!({"direct": direct}))
}
