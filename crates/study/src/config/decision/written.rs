//! Decisions in the form that `run --with` accepts: `pri=0.6,DEV.idm=0.9,drop_cases=c1+c2`.

use std::fmt::{self, Write};

use super::{Anchor, Decision, MethodNumber, NcaChoice, NumericDecision};
use crate::config::{AtCrossover, Expect, SolutionType};
use crate::message::Message;
use crate::names::nearest;
use crate::signs::{in_plain, is_slipped};
use crate::{say, worded};

/// A text does not name decisions.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecisionError {
    /// A part of the text is not a valid decision.
    Invalid {
        /// The part.
        part: String,
    },
    /// A decision has two values.
    Twice(String),
}

impl DecisionError {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::Invalid { part } => say!("setting-not", part, advice = advice(part)),
            Self::Twice(part) => say!("setting-twice", part),
        }
    }
}

worded!(DecisionError);

/// The names of settings that a misspelt one is compared with.
const SETTINGS: [&str; 9] = [
    "consistency",
    "pri",
    "frequency",
    "solution",
    "at_crossover",
    "drop_conditions",
    "drop_cases",
    "alternative",
    "universe",
];

/// The form that a part without a valid decision should have.
fn advice(part: &str) -> Message {
    if is_slipped(part) {
        return say!("setting-signs", plain = in_plain(part));
    }
    let (name, value) = part.split_once(['=', ':']).unwrap_or((part, ""));
    let (name, value) = (name.trim(), value.trim());
    match name {
        "consistency" | "pri" => return say!("setting-share", name),
        "frequency" => return say!("setting-frequency"),
        "solution" => return say!("setting-write", one_of = one_of("solution", &SolutionType::NAMES)),
        "at_crossover" => return say!("setting-write", one_of = one_of("at_crossover", &AtCrossover::NAMES)),
        _ => {}
    }
    if let Some((set, "exclusion" | "crossover" | "inclusion")) = name.split_once('.') {
        return say!("setting-anchor", name, set);
    }
    if let Some((analysis, of)) = name.rsplit_once('.') {
        match of {
            "decide_by" => return say!("setting-decide-by", analysis),
            "scope" => return say!("setting-scope", analysis),
            "outliers" => return say!("setting-outliers", analysis),
            _ if MethodNumber::named(of).is_some() => return say!("setting-share", name),
            _ => {}
        }
    }
    if let Some(known) = nearest(name, &SETTINGS).filter(|known| *known != name) {
        return say!("setting-meant", known, value);
    }
    let solution = one_of("solution", &SolutionType::NAMES);
    say!("setting-ways", solution, at_crossover = one_of("at_crossover", &AtCrossover::NAMES))
}

/// `name=first (or second, third)`.
fn one_of(name: &str, words: &[&'static str]) -> Message {
    let (first, others) = words.split_first().unwrap_or((&"", &[]));
    let others = Message::list(others.iter().map(|word| Message::verbatim(*word)));
    say!("one-of", name, first, others)
}

/// The decisions that a text names, separated by commas.
///
/// # Errors
/// The first part that is not a valid decision, or a decision with two values.
pub fn read(text: &str) -> Result<Vec<Decision>, DecisionError> {
    let parts = split(text, ',').ok_or_else(|| DecisionError::Invalid { part: text.to_owned() })?;
    let one = |part: &str| one(part.trim()).ok_or_else(|| DecisionError::Invalid { part: part.trim().to_owned() });
    joined(parts.iter().map(|part| one(part)).collect::<Result<Vec<_>, _>>()?)
}

/// Decisions in one order, however they were given; cases and conditions to leave out are joined.
///
/// # Errors
/// A decision with two values.
pub fn joined(decisions: impl IntoIterator<Item = Decision>) -> Result<Vec<Decision>, DecisionError> {
    let mut all: Vec<Decision> = Vec::new();
    for decision in decisions {
        let known = all.iter_mut().find(|known| known.decides_the_same_as(&decision));
        match (known, decision) {
            (None, decision) => all.push(decision),
            (Some(Decision::DropCases(names)), Decision::DropCases(more))
            | (Some(Decision::DropConditions(names)), Decision::DropConditions(more)) => names.extend(more),
            (Some(_), decision) => return Err(DecisionError::Twice(decision.name())),
        }
    }
    for decision in &mut all {
        if let Decision::DropCases(names) | Decision::DropConditions(names) = decision {
            names.sort_by(|a, b| crate::natural::compare(a, b));
            names.dedup();
        }
    }
    Ok(in_order(all))
}

/// Decisions in the order in which they are written.
pub fn in_order(mut decisions: Vec<Decision>) -> Vec<Decision> {
    decisions.sort_by_cached_key(place);
    decisions
}

/// The position among several decisions.
fn place(decision: &Decision) -> (usize, Option<NumericDecision>, String) {
    let (rank, number) = match decision {
        Decision::Alternative(_) => (0, None),
        Decision::Universe(_) => (1, None),
        Decision::Number(number, _) => (2, Some(number.clone())),
        Decision::Solution(_) => (3, None),
        Decision::Expectation { .. } => (4, None),
        Decision::DropConditions(_) => (5, None),
        Decision::DropCases(_) => (6, None),
        Decision::AtCrossover(_) => (7, None),
        Decision::Nca { .. } => (8, None),
    };
    (rank, number, decision.name())
}

/// Decisions as [`read`] accepts them; empty for none.
pub fn write(decisions: &[Decision]) -> String {
    decisions.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

impl fmt::Display for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let quoted = |names: &[String]| names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join("+");
        match self {
            Self::Expectation { condition, expect } => {
                write!(f, "expectations.{}={}", self::quoted(condition), expect.name())
            }
            Self::DropConditions(names) => write!(f, "drop_conditions={}", quoted(names)),
            Self::DropCases(names) => write!(f, "drop_cases={}", quoted(names)),
            Self::Alternative(id) => write!(f, "alternative={}", self::quoted(id)),
            Self::Number(..) | Self::Solution(_) | Self::AtCrossover(_) | Self::Nca { .. } | Self::Universe(_) => {
                write!(f, "{}={}", self.name(), self.value())
            }
        }
    }
}

/// A name, in quotes if it has a sign that separates names or decisions.
fn quoted(name: &str) -> String {
    let plain = !name.contains([',', '+', '"', '=']) && name.trim() == name;
    if plain { name.to_owned() } else { format!("\"{}\"", name.replace('"', "\"\"")) }
}

/// The name that a quoted or plain text stands for; `None` if it is empty.
fn unquoted(text: &str) -> Option<String> {
    let inner = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let name = inner.map_or_else(|| text.to_owned(), |inner| inner.replace("\"\"", "\""));
    (!name.is_empty()).then_some(name)
}

/// The parts between signs outside quotes; `None` if a quote is not closed.
fn split(text: &str, at: char) -> Option<Vec<String>> {
    let (mut parts, mut is_quoted) = (vec![String::new()], false);
    for c in text.chars() {
        is_quoted ^= c == '"';
        if c == at && !is_quoted {
            parts.push(String::new());
        } else {
            let _ = parts.last_mut().map(|part| part.write_char(c));
        }
    }
    (!is_quoted).then_some(parts)
}

fn one(part: &str) -> Option<Decision> {
    let [name, value] = <[String; 2]>::try_from(split(part, '=')?).ok()?;
    let names = || split(&value, '+')?.iter().map(|name| unquoted(name)).collect::<Option<Vec<String>>>();
    if let Some((set, of)) = name.rsplit_once('.') {
        let expect = if set == "expectations" { Expect::named(&value) } else { None };
        if expect.is_none() && (NcaChoice::NAMES.contains(&of) || MethodNumber::named(of).is_some()) {
            return of_method(set, of, &value);
        }
        return match expect {
            Some(expect) => Some(Decision::Expectation { condition: unquoted(of)?, expect }),
            None => of_set(set, of, number(&value)?),
        };
    }
    let share = || number(&value).filter(|share| (0.0..=1.0).contains(share));
    Some(match name.as_str() {
        "consistency" => Decision::Number(NumericDecision::Consistency, share()?),
        "pri" => Decision::Number(NumericDecision::Pri, share()?),
        "frequency" => {
            let count = value.parse::<u32>().ok().filter(|count| *count > 0)?;
            Decision::Number(NumericDecision::Frequency, count.into())
        }
        "solution" => Decision::Solution(SolutionType::named(&value)?),
        "at_crossover" => Decision::AtCrossover(AtCrossover::named(&value)?),
        "drop_conditions" => Decision::DropConditions(names()?),
        "drop_cases" => Decision::DropCases(names()?),
        "alternative" => Decision::Alternative(unquoted(&value)?),
        "universe" => Decision::Universe(value.parse().ok()?),
        _ => return None,
    })
}

/// A decision of a necessary condition analysis or a coincidence analysis.
fn of_method(analysis: &str, name: &str, value: &str) -> Option<Decision> {
    let analysis = (!analysis.is_empty()).then(|| analysis.to_owned())?;
    Some(match MethodNumber::named(name) {
        None => Decision::Nca { analysis, choice: NcaChoice::read(name, value)? },
        Some(kind) => {
            let value = number(value).filter(|value| kind.allows(*value))?;
            Decision::Number(NumericDecision::Method { analysis, number: kind }, value)
        }
    })
}

/// A number of a set.
fn of_set(set: &str, name: &str, value: f64) -> Option<Decision> {
    let set = (!set.is_empty()).then(|| set.to_owned())?;
    if name == "idm" {
        return (value > 0.5 && value < 1.0).then_some(Decision::Number(NumericDecision::Idm { set }, value));
    }
    let anchor = Anchor::named(name)?;
    Some(Decision::Number(NumericDecision::Anchor { set, anchor }, value))
}

fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares how a text is read and written again, or the part that is refused.
    fn check(text: &str, expected: Result<&str, &str>) {
        let found = read(text).map(|decisions| write(&decisions));
        match expected {
            Ok(expected) => assert_eq!(found, Ok(expected.to_owned())),
            Err(part) => assert_eq!(found, Err(DecisionError::Invalid { part: part.to_owned() })),
        }
    }

    #[test]
    fn every_decision_is_read_as_it_is_written() {
        for text in [
            "consistency=0.85",
            "pri=0.6,frequency=2",
            "consistency=0.8,pri=0.6,frequency=3",
            "DEV.crossover=520.5",
            "DEV.together=600",
            "DEV.idm=0.9",
            "A.threshold=-1",
            "solution=parsimonious",
            "expectations.DEV=any",
            "drop_conditions=DEV+URB",
            "drop_cases=c2+c10",
            "drop_cases=\"a, b\"+\"c+d\"+\"say \"\"so\"\"\"",
            "at_crossover=drop",
            "alternative=stricter",
            "universe=0",
            "universe=431",
            "degrees.effect_size=0.2,degrees.p=0.01",
            "degrees.decide_by=cr_fdh",
            "degrees.scope=observed",
            "my-degrees.scope=A:1:5+B:-0.5:10",
            "degrees.outliers=2",
            "reform.consistency=0.75,reform.coverage=0.8",
            "alternative=stricter,pri=0.5,DEV.crossover=5,DEV.idm=0.9,solution=conservative,at_crossover=present",
        ] {
            check(text, Ok(text));
        }
    }

    #[test]
    fn decisions_are_written_in_one_order() {
        check("pri=0.60, consistency=.8", Ok("consistency=0.8,pri=0.6"));
        check(
            "at_crossover=drop,drop_cases=b,frequency=1,drop_cases=a+b",
            Ok("frequency=1,drop_cases=a+b,at_crossover=drop"),
        );
        assert_eq!(read("pri=0.5,pri=0.6"), Err(DecisionError::Twice("pri".to_owned())));
        assert_eq!(read("A.idm=0.9,A.idm=0.9"), Err(DecisionError::Twice("A.idm".to_owned())));
    }

    #[test]
    fn a_part_that_is_not_a_decision_is_named() {
        for text in [
            "",
            "pri",
            "pri=2",
            "pri=x",
            "pri=0.5=",
            "frequency=0",
            "frequency=1.5",
            "DEV.middle=1",
            "DEV.crossover=inf",
            "DEV.idm=0.5",
            ".crossover=1",
            "universe=-1",
            "universe=1.5",
            "solution=complex",
            "at_crossover=keep",
            "drop_cases=",
            "drop_cases=a+",
            "drop_cases=\"a",
            "expectations.A=maybe",
            "alternative=",
            "degrees.p=1",
            "degrees.effect_size=0",
            "degrees.decide_by=ols",
            "degrees.scope=A:5:1",
            "degrees.scope=theoretical",
            "degrees.outliers=3",
            ".scope=observed",
        ] {
            check(text, Err(text));
        }
        check("pri=0.5,DEV.crossover=high", Err("DEV.crossover=high"));
        let said = DecisionError::Invalid { part: "x".to_owned() }.to_string();
        for name in
            ["solution=conservative (or parsimonious, intermediate)", "at_crossover=warn", "SET.idm=", "drop_cases="]
        {
            assert!(said.contains(name), "{said}");
        }
    }
}
