//! Calls of `truthTable` and `minimize` as keys of an analysis.

use equifinal_study::message::Message;
use equifinal_study::say;
use serde_json::{Map, Value, json};

use super::calibrating::Given;
use super::constant::{Item, vector, words};
use super::decided::{Decided, literal};
use crate::r_script::Expression;

/// The parameters of `truthTable` of QCA 3.25.
pub(super) const TRUTH_TABLE: [&str; 14] = [
    "data",
    "outcome",
    "conditions",
    "incl.cut",
    "n.cut",
    "pri.cut",
    "exclude",
    "complete",
    "use.letters",
    "use.labels",
    "show.cases",
    "dcc",
    "sort.by",
    "...",
];

/// The parameters of `minimize` of QCA 3.25, and those of `truthTable` that it takes with data.
pub(super) const MINIMIZE: [&str; 18] = [
    "input",
    "include",
    "dir.exp",
    "details",
    "pi.cons",
    "sol.cons",
    "all.sol",
    "row.dom",
    "first.min",
    "max.comb",
    "use.labels",
    "method",
    "outcome",
    "conditions",
    "incl.cut",
    "n.cut",
    "pri.cut",
    "...",
];

/// The outcome, the conditions and the cutoffs of a truth table; `known` are the sets that may be conditions where the
/// call names none.
pub(super) fn truth_table(given: &Given<'_>, known: &[String]) -> Result<Decided, Message> {
    let outcome = given.text("outcome").ok_or_else(|| say!("r-computed", name = "outcome"))?;
    let negated = given.is_true("neg.out");
    let outcome = literal(&outcome);
    let outcome = if negated && !outcome.starts_with('~') { format!("~{outcome}") } else { outcome };
    let conditions = match given.expression("conditions").and_then(|one| given.words_of(one)) {
        Some(conditions) if !conditions.is_empty() => conditions,
        _ => known.iter().filter(|set| *set != super::decided::bare(&outcome)).cloned().collect(),
    };
    if conditions.is_empty() {
        return Err(say!("r-no-conditions"));
    }
    let mut cuts = Map::new();
    let inclusion = given.numbers("incl.cut")?.unwrap_or_default();
    cuts.insert("frequency".to_owned(), json!(given.number("n.cut")?.unwrap_or(1.0).max(1.0) as u64));
    cuts.insert("consistency".to_owned(), json!(inclusion.first().copied().unwrap_or(1.0)));
    cuts.insert("pri".to_owned(), json!(given.number("pri.cut")?.unwrap_or(0.0)));
    if let [_, floor, ..] = inclusion.as_slice() {
        cuts.insert("contradiction_floor".to_owned(), json!(floor));
    }
    let mut keys = Map::new();
    keys.insert("truth_table".to_owned(), Value::Object(cuts));
    Ok(Decided { table: None, outcome, conditions, keys })
}

/// Adds the options of a minimisation to its analysis.
pub(super) fn minimise(given: &Given<'_>, decided: &mut Decided) -> Result<(), Message> {
    let include = given.expression("include").and_then(|one| vector(one, given.variables()));
    let include: String = include
        .unwrap_or_default()
        .into_iter()
        .filter_map(|(_, item)| if let Item::Text(text) = item { Some(text) } else { None })
        .collect();
    let expectations = match given.expression("dir.exp") {
        None => Map::new(),
        Some(expression) => expectations(given, expression, &decided.conditions)?,
    };
    let interpret = match (include.contains('?'), expectations.is_empty()) {
        (false, _) => "conservative",
        (true, true) => "parsimonious",
        (true, false) => "intermediate",
    };
    if !expectations.is_empty() {
        decided.keys.insert("expectations".to_owned(), Value::Object(expectations));
    }
    decided.keys.insert("interpret".to_owned(), json!(interpret));
    let mut options = Map::new();
    if include.contains('C') {
        options.insert("contradictions".to_owned(), json!("remainder"));
    }
    if given.is_true("all.sol") {
        options.insert("models".to_owned(), json!("irredundant"));
    }
    if given.is_true("row.dom") {
        options.insert("row_dominance".to_owned(), json!(true));
    }
    if let Some(least) = given.number("pi.cons")?.filter(|least| *least > 0.0) {
        options.insert("prime_implicant_consistency".to_owned(), json!(least));
    }
    if !options.is_empty() {
        decided.keys.insert("minimise".to_owned(), Value::Object(options));
    }
    if let Some(expression) = given.expression("exclude") {
        exclude(given, expression, decided)?;
    }
    Ok(())
}

/// Directional expectations: `"A, ~B"`, or a number a condition: 1 present, 0 absent, `"-"` any.
fn expectations(
    given: &Given<'_>,
    expression: &Expression,
    conditions: &[String],
) -> Result<Map<String, Value>, Message> {
    let found = vector(expression, given.variables()).ok_or_else(|| say!("r-computed", name = "dir.exp"))?;
    let mut all = Map::new();
    let is_number = |item: &Item| {
        matches!(item, Item::Number(_))
            || matches!(item, Item::Text(text) if ["0", "1", "-", "dc"].contains(&text.trim()))
    };
    if found.len() == conditions.len() && found.iter().all(|(_, item)| is_number(item)) {
        for (condition, (_, item)) in conditions.iter().zip(&found) {
            let said = match item {
                Item::Number(number) if *number >= 0.5 => "present",
                Item::Text(text) if text.trim() == "1" => "present",
                Item::Number(_) => "absent",
                Item::Text(text) if text.trim() == "0" => "absent",
                _ => continue,
            };
            all.insert(condition.clone(), json!(said));
        }
        return Ok(all);
    }
    for word in words(&found).ok_or_else(|| say!("r-computed", name = "dir.exp"))? {
        if word.contains('*') || word.contains('+') {
            return Err(say!("r-joint", word));
        }
        let said = if word.starts_with('~') { "absent" } else { "present" };
        all.insert(super::decided::bare(&literal(&word)).to_owned(), json!(said));
    }
    Ok(all)
}

/// Excluded rows: `findRows("A*~B", tt)`, `findRows(obj = tt, type = 2)`, or numbers.
fn exclude(given: &Given<'_>, expression: &Expression, decided: &mut Decided) -> Result<(), Message> {
    let rows = match expression.as_call() {
        Some(("findRows", arguments)) => {
            let call = Given::of(&["obj", "expression", "observed", "type", "..."], arguments, given.variables())?;
            let texts = ["expression", "obj"].into_iter().find_map(|name| call.text(name));
            match (call.number("type")?, texts) {
                (Some(kind), _) if kind >= 2.0 => {
                    decided.keys.insert("enhanced".to_owned(), json!({"contradictory": true}));
                    return Ok(());
                }
                (_, Some(text)) => vec![json!({"rows": literal(&text)})],
                _ => return Err(say!("r-computed", name = "exclude")),
            }
        }
        _ => {
            let found = vector(expression, given.variables()).as_ref().and_then(super::constant::numbers);
            let numbers = found.ok_or_else(|| say!("r-computed", name = "exclude"))?;
            numbers.into_iter().map(|number| json!(number as u64)).collect()
        }
    };
    decided.keys.insert("implausible".to_owned(), Value::Array(rows));
    Ok(())
}
