//! Parses the screening of responses, step by step.

use super::instrument;
use crate::fields::{Fields, choice, count, list};
use crate::grammar::{
    ATTENTION, BELOW, CONTRADICTION, EVEN_ODD, LONG_STRING, MAHALANOBIS, MISSING, PLAIN_RULES, REVERSAL, RULE, STEP,
    TOO_FAST, Table,
};
use crate::problem::Problems;
use crate::tree::{Node, Value};
use equifinal_study::config::{Instrument, Item};
use equifinal_study::names::quoted;
use equifinal_study::say;
use equifinal_study::screening::{Action, Rule, Step};

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
        problems.add(node.span.clone(), say!("one-rule"));
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
            let (item, answer) = (item(&fields, "item", instrument), fields.number("answer"));
            let (item, answer) = (item?, answer?);
            check_answer(&fields, item, answer, instrument);
            Some(Rule::Attention { item: item.name.clone(), answer })
        }
        "contradiction" => {
            let fields = Fields::open(&entry.value, &CONTRADICTION, problems)?;
            let (smaller, larger) = (item(&fields, "smaller", instrument), item(&fields, "larger", instrument));
            let [smaller, larger] = [smaller?, larger?].map(|item| item.name.clone());
            Some(Rule::Contradiction { apart: fields.number("apart")?, smaller, larger })
        }
        _ => None,
    }
}

/// The item of a parameter, with numeric answers.
fn item<'a>(fields: &Fields<'_>, name: &str, instrument: &'a Instrument) -> Option<&'a Item> {
    let word = fields.word(name)?;
    let item = instrument::item(word, fields.get(name)?, instrument, fields.problems)?;
    if !instrument::is_rated(item) {
        let message = say!("rule-compares-codes", word = quoted(word));
        fields.blame(name, message);
    }
    Some(item)
}

/// Records a prescribed answer that is not on the item's scale: everybody would fail.
fn check_answer(fields: &Fields<'_>, item: &Item, answer: f64, instrument: &Instrument) {
    let Some(scale) = item.scale.as_ref().and_then(|name| instrument.scales.get(name)) else { return };
    let mut codes: Vec<f64> = scale.codes.iter().map(|(_, code)| *code).collect();
    codes.sort_unstable_by(f64::total_cmp);
    codes.dedup();
    if !codes.contains(&answer) && !codes.is_empty() {
        let codes = codes.iter().map(f64::to_string).collect::<Vec<_>>().join(", ");
        fields.blame("answer", say!("attention-impossible", name = quoted(&item.name), codes, answer));
    }
}
