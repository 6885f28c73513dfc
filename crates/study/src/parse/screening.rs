//! The screening of responses, step by step.

use super::instrument;
use crate::config::Instrument;
use crate::fields::{Fields, choice, count, list};
use crate::grammar::{
    ATTENTION, BELOW, CONTRADICTION, EVEN_ODD, LONG_STRING, MAHALANOBIS, MISSING, PLAIN_RULES, REVERSAL, RULE, STEP,
    TOO_FAST, Table,
};
use crate::problem::Problems;
use crate::screening::{Action, Rule, Step};
use crate::tree::{Node, Value};

/// Reads the steps of one table.
pub(super) fn read(node: &Node, instrument: &Instrument, problems: &Problems) -> Vec<Step> {
    let steps = list(node, "screening", 0, problems).unwrap_or_default();
    let step = |node| {
        let fields = Fields::open(node, &STEP, problems)?;
        let action = if fields.choice("action") == Some("flag") { Action::Flag } else { Action::Drop };
        let rule = fields.get("rule").and_then(|node| rule(node, instrument, problems))?;
        Some(Step { rule, action })
    };
    steps.iter().filter_map(step).collect()
}

fn rule(node: &Node, instrument: &Instrument, problems: &Problems) -> Option<Rule> {
    if !matches!(node.value, Value::Map(_)) {
        return Some(match choice(node, PLAIN_RULES, "rule", problems)? {
            "unfinished" => Rule::Unfinished,
            "duplicate" => Rule::Duplicate,
            "too_fast" => Rule::TooFast { seconds: None },
            "too_slow" => Rule::TooSlow,
            _ => Rule::OutOfRange,
        });
    }
    Fields::open(node, &RULE, problems)?;
    let [entry] = node.entries() else {
        problems.add(node.span.clone(), "a step has one rule: write a step for each");
        return None;
    };
    let number = |table: &'static Table, name| Fields::open(&entry.value, table, problems)?.number(name);
    match entry.name()? {
        "too_fast" => Some(Rule::TooFast { seconds: Some(number(&TOO_FAST, "seconds")?) }),
        "long_string" => {
            let run = Fields::open(&entry.value, &LONG_STRING, problems)?.get("run")?;
            Some(Rule::LongString { run: usize::try_from(count(run, 2, "run", problems)?).ok()? })
        }
        "low_variability" => Some(Rule::LowVariability { below: number(&BELOW, "below")? }),
        "even_odd" => Some(Rule::EvenOdd { below: number(&EVEN_ODD, "below")? }),
        "mahalanobis" => Some(Rule::Mahalanobis { p: number(&MAHALANOBIS, "p")? }),
        "reversal" => Some(Rule::Reversal { points: number(&REVERSAL, "points")? }),
        "missing" => Some(Rule::Missing { above: number(&MISSING, "above")? }),
        "attention" => {
            let fields = Fields::open(&entry.value, &ATTENTION, problems)?;
            let item = item(&fields, "item", instrument);
            Some(Rule::Attention { answer: fields.number("answer")?, item: item? })
        }
        "contradiction" => {
            let fields = Fields::open(&entry.value, &CONTRADICTION, problems)?;
            let (smaller, larger) = (item(&fields, "smaller", instrument), item(&fields, "larger", instrument));
            Some(Rule::Contradiction { apart: fields.number("apart")?, smaller: smaller?, larger: larger? })
        }
        _ => None,
    }
}

/// The item that a parameter names.
fn item(fields: &Fields<'_>, name: &str, instrument: &Instrument) -> Option<String> {
    let word = fields.word(name)?;
    instrument::item(word, fields.get(name)?, instrument, fields.problems).map(|item| item.name.clone())
}
