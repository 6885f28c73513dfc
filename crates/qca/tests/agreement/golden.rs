//! Reading reference cases (schema `qca-oracle-1`) into analyses and memberships.

use std::path::{Path, PathBuf};

use equifinal_study::config::*;
use equifinal_study::expression::{Expression, Literal};
use equifinal_study::memberships::{Memberships, Set, SetKind};
use equifinal_testing::needs::corpus;
use serde_json::Value;

/// One reference case.
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) json: Value,
    pub(crate) analysis: Analysis,
    pub(crate) memberships: Memberships,
    /// The expectations that have an effect in the reference, where these are not all that are given:
    /// of several conjunctural ones, or of one beside single ones, only the last.
    pub(crate) effective_in_reference: Option<Expression>,
    /// Known quirks of the reference that touch the case.
    pub(crate) quirks: Vec<String>,
}

/// The folder of the reference results; nothing where the test is skipped.
pub(crate) fn folder() -> Option<PathBuf> {
    corpus("")
}

/// All cases of one part, by id; `compact` is the part kept in the project. Nothing where the test is skipped.
pub(crate) fn cases(part: &str) -> Option<Vec<Case>> {
    if part == "compact" {
        let lines = include_str!("../golden/random.jsonl").lines();
        return Some(lines.map(|line| read(line.to_owned(), None)).collect());
    }
    let root = folder()?;
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(root.join(part)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let is_case = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.ends_with(".json") && (part == "random" || name.starts_with("qca_"))
    };
    let cases = files.into_iter().filter(is_case);
    Some(cases.map(|path| read(std::fs::read_to_string(path).unwrap(), Some(&root))).collect())
}

/// The cases of `fn_truthTable_variants`, in the shape of the others; nothing where the test is skipped.
pub(crate) fn variants() -> Option<Vec<Case>> {
    let root = folder()?;
    let file = root.join("public/fn_truthTable_variants.json");
    let json: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let cases = json["cases"].as_array().unwrap().iter().enumerate();
    Some(cases.map(|(number, variant)| read(as_case(number, variant, &root).to_string(), Some(&root))).collect())
}

fn as_case(number: usize, variant: &Value, root: &Path) -> Value {
    let (args, data) = (&variant["args"], variant["data"].as_str().unwrap());
    let header = std::fs::read_to_string(root.join(data)).unwrap();
    let columns = header.lines().next().unwrap().split(',').skip(1).map(|name| name.trim_matches('"').to_owned());
    let conditions: Vec<String> = columns.filter(|name| args["outcome"] != name.as_str()).collect();
    let cut = &args["incl.cut"];
    let kind = if variant["minimize_args"]["dir.exp"].is_null() { "parsimonious" } else { "intermediate" };
    let mut truth_table = variant["truth_table"].clone();
    if let Some(removed) = variant["truth_table"]["removed"].as_array() {
        let kept = |row: &Value| !removed.iter().any(|removed| removed["row"] == row["row"]);
        truth_table["rows"] = truth_table["rows"].as_array().unwrap().iter().filter(|row| kept(row)).cloned().collect();
    }
    // With two cutoffs the reference puts its contradictions in the wrong rows as soon as one row is removed.
    let misplaced = cut.is_array() && !variant["truth_table"]["removed"].is_null();
    serde_json::json!({
        "reference_quirks": misplaced.then_some("contradiction-flags-misplaced").into_iter().collect::<Vec<_>>(),
        "id": format!("variant {number} {args}"),
        "inputs": {
            "data": data, "outcome": args["outcome"], "conditions": conditions, "neg_out": false,
            "incl_cut": if cut.is_array() { cut.clone() } else { serde_json::json!([cut.as_f64().unwrap_or(1.0)]) },
            "n_cut": args["n.cut"].as_u64().unwrap_or(1), "pri_cut": args["pri.cut"].as_f64().unwrap_or(0.0),
            "dir_exp": variant["minimize_args"]["dir.exp"], "exclude": args["exclude"], "include_C": false,
        },
        "truth_table": truth_table,
        "solutions": { kind: variant["minimize"] },
    })
}

/// A case from its text; its data lie under `root` or, without, inside the case.
fn read(mut text: String, root: Option<&Path>) -> Case {
    let json: Value = serde_json::from_str(&text).unwrap();
    for (name, fuzzy) in
        strings(&json["inputs"]["conditions"]).iter().zip(json["truth_table"]["fuzzy"].as_array().unwrap())
    {
        // Beside multi-value conditions the reference writes even fuzzy ones with a level.
        if *fuzzy == true {
            text = text.replace(&format!("{name}[0]"), &format!("~{name}")).replace(&format!("{name}[1]"), name);
        }
    }
    let json: Value = serde_json::from_str(&text).unwrap();
    let inputs = &json["inputs"];
    let conditions = strings(&inputs["conditions"]);
    let multi_value = json["truth_table"]["multivalue"].as_bool().unwrap_or(false);
    let memberships = match root {
        Some(root) => memberships(&root.join(inputs["data"].as_str().unwrap()), multi_value),
        None => cases_in(json["csv"].as_str().unwrap(), multi_value),
    };
    let (expectations, joint) = expectations(inputs, &conditions, &memberships);
    let cut = &inputs["incl_cut"];
    let analysis = Analysis {
        expectations,
        expectations_joint: joint
            .iter()
            .map(|expression| JointExpectation { expression: expression.clone(), because: None })
            .collect(),
        implausible: implausible(inputs),
        minimise: Minimise {
            models: ModelsWanted::Minimum,
            contradictions: if inputs["include_C"] == true {
                Contradictions::Remainder
            } else {
                Contradictions::Negative
            },
            ..Minimise::default()
        },
        ..Analysis::new(
            "golden",
            outcome(inputs, &memberships),
            conditions,
            TruthTableCuts {
                frequency: Frequency::Count(inputs["n_cut"].as_u64().unwrap() as usize),
                consistency: cut[0].as_f64().unwrap(),
                pri: inputs["pri_cut"].as_f64().unwrap(),
                contradiction_floor: cut[1].as_f64(),
            },
        )
    };
    let quirks = strings(&json["reference_quirks"]);
    let mixed = joint.len() > 1 || analysis.expectations.iter().any(|expectation| expectation.expect != Expect::Any);
    let effective_in_reference = joint.last().filter(|_| mixed).cloned();
    Case { id: json["id"].as_str().unwrap().to_owned(), analysis, memberships, effective_in_reference, quirks, json }
}

pub(crate) fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(|item| item.as_str().unwrap().to_owned()).collect()
}

pub(crate) fn memberships(path: &Path, multi_value: bool) -> Memberships {
    cases_in(&std::fs::read_to_string(path).unwrap(), multi_value)
}

fn cases_in(data: &str, multi_value: bool) -> Memberships {
    let mut reader = csv::Reader::from_reader(data.as_bytes());
    let header: Vec<String> = reader.headers().unwrap().iter().skip(1).map(str::to_owned).collect();
    let mut cases = Vec::new();
    let mut columns: Vec<Vec<f64>> = vec![Vec::new(); header.len()];
    for record in reader.records() {
        let record = record.unwrap();
        cases.push(record[0].to_owned());
        for (column, cell) in columns.iter_mut().zip(record.iter().skip(1)) {
            column.push(cell.parse().unwrap_or(f64::NAN));
        }
    }
    let sets = header.into_iter().zip(columns).map(|(name, values)| {
        let highest = values.iter().copied().fold(0.0, f64::max);
        let kind = if values.iter().any(|value| value.fract() != 0.0) {
            SetKind::Fuzzy
        } else if highest > 1.0 || multi_value {
            SetKind::MultiValue { levels: (highest as usize + 1).max(2) }
        } else {
            SetKind::Crisp
        };
        Set { name, kind, values }
    });
    Memberships { cases, sets: sets.collect() }
}

fn outcome(inputs: &Value, memberships: &Memberships) -> Literal {
    let text = inputs["outcome"].as_str().unwrap();
    let mut literal = literal(text);
    literal.negated ^= inputs["neg_out"] == true;
    let kind = memberships.set(&literal.set).unwrap().kind;
    if literal.level.is_none() && kind.is_multi_value() {
        literal.level = Some(1);
    }
    literal
}

fn literal(text: &str) -> Literal {
    let (negated, text) = text.trim().strip_prefix('~').map_or((false, text.trim()), |rest| (true, rest));
    let (set, level) = match text.split_once('[') {
        Some((set, level)) => (set, Some(level.trim_end_matches(']').parse().unwrap())),
        None => (text, None),
    };
    Literal { set: set.to_owned(), level, negated }
}

fn expectations(
    inputs: &Value,
    conditions: &[String],
    memberships: &Memberships,
) -> (Vec<Expectation>, Vec<Expression>) {
    let given = strings(&inputs["dir_exp"]);
    let given = inputs["dir_exp"].as_str().map_or(given, |text| vec![text.to_owned()]);
    let mut expected = vec![Expect::Any; conditions.len()];
    let mut joint = Vec::new();
    let listed = given.len() == conditions.len() && given.iter().all(|text| !text.chars().any(char::is_alphabetic));
    if listed {
        for (expect, (text, condition)) in expected.iter_mut().zip(given.iter().zip(conditions)) {
            let multi_value = memberships.set(condition).unwrap().kind.is_multi_value();
            *expect = match text.as_str() {
                "-" => Expect::Any,
                "1" if !multi_value => Expect::Present,
                "0" if !multi_value => Expect::Absent,
                levels => Expect::Levels(levels.split(';').map(|level| level.parse().unwrap()).collect()),
            };
        }
    } else {
        for term in given.iter().flat_map(|text| text.split([',', '+'])) {
            let literals: Vec<Literal> = term.split('*').map(literal).collect();
            match &literals[..] {
                [single] => {
                    let position = conditions.iter().position(|condition| *condition == single.set).unwrap();
                    expected[position] = match single.level {
                        Some(level) => Expect::Levels(vec![level]),
                        None if single.negated => Expect::Absent,
                        None => Expect::Present,
                    };
                }
                _ => joint.push(Expression::And(literals.into_iter().map(Expression::Literal).collect())),
            }
        }
    }
    (expected.into_iter().map(|expect| Expectation { expect, because: None }).collect(), joint)
}

fn implausible(inputs: &Value) -> Vec<Implausible> {
    let numbers: Vec<u64> = inputs["exclude"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
    let expression = inputs["exclude"].as_str().map(|text| Rows::Expression(Expression::parse(text).unwrap()));
    let numbers = (!numbers.is_empty()).then_some(Rows::Numbers(numbers));
    expression.into_iter().chain(numbers).map(|rows| Implausible { rows, because: None }).collect()
}
