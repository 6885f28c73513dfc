//! Reading reference cases of R `cna` into analyses and memberships.

use std::path::Path;

use equifinal_chains::{Factors, Formula, Structure};
use equifinal_study::config::*;
use equifinal_study::expression::{Expression, Literal};
use equifinal_study::memberships::{Memberships, Set, SetKind};
use serde_json::Value;

/// One reference case.
pub(crate) struct Case {
    pub(crate) json: Value,
    pub(crate) chain: Chain,
    pub(crate) memberships: Memberships,
}

/// Reads a literal as the reference writes it: `A`, `a` for its absence, or `A=2`.
pub(crate) fn literal(text: &str, names: &[String]) -> Literal {
    let text = text.trim();
    if let Some((set, level)) = text.split_once('=') {
        return Literal { set: set.to_owned(), level: Some(level.parse().unwrap()), negated: false };
    }
    let found = names.iter().find(|known| known.eq_ignore_ascii_case(text)).unwrap();
    Literal { set: found.clone(), level: None, negated: found != text }
}

/// Reads a literal as this project writes it: `A`, `~A` or `A[2]`.
pub(crate) fn own_literal(text: &str) -> Literal {
    match Expression::parse(text) {
        Ok(Expression::Literal(literal)) => literal,
        other => panic!("{text}: {other:?}"),
    }
}

/// Formulas of the reference as sorted text, so that two spellings of the same ones are equal.
pub(crate) fn normal(condition: &str, names: &[String]) -> String {
    sorted(condition, &|text| literal(text, names))
}

/// The same for formulas that this project has written.
pub(crate) fn own(condition: &str) -> String {
    sorted(condition, &own_literal)
}

fn sorted(condition: &str, literal: &dyn Fn(&str) -> Literal) -> String {
    let plain = condition.replace([' ', '('], "").replace("<->", "->");
    let of = |formula: &str| {
        let (antecedent, outcome) = formula.split_once("->").unwrap();
        let term = |term: &str| {
            let mut literals: Vec<String> = term.split('*').map(|one| literal(one).to_string()).collect();
            literals.sort();
            literals.join("*")
        };
        let mut terms: Vec<String> = antecedent.split('+').map(term).collect();
        terms.sort();
        format!("{} -> {}", terms.join(" + "), literal(outcome))
    };
    let mut formulas: Vec<String> = plain.trim_end_matches(')').split(")*").map(of).collect();
    formulas.sort();
    formulas.join("; ")
}

pub(crate) fn names_of(value: &Value) -> Vec<String> {
    match value {
        Value::String(one) => vec![one.clone()],
        Value::Array(all) => all.iter().map(|one| one.as_str().unwrap().to_owned()).collect(),
        _ => Vec::new(),
    }
}

/// Reads a table with the rows and columns that a case asks for; cases are repeated by their frequency.
pub(crate) fn table(file: &Path, json: &Value) -> (Vec<String>, Vec<Vec<f64>>) {
    let mut reader = csv::Reader::from_path(file).unwrap();
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let frequency = json["frequency_column"].as_str();
    let names: Vec<String> = match names_of(&json["cols"]) {
        none if none.is_empty() => {
            header.iter().filter(|name| *name != "case" && Some(name.as_str()) != frequency).cloned().collect()
        }
        some => some,
    };
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let rows: Vec<usize> = json["rows"].as_array().map_or_else(
        || (0..records.len()).collect(),
        |rows| rows.iter().map(|row| usize::try_from(row.as_u64().unwrap()).unwrap() - 1).collect(),
    );
    let cell = |row: usize, name: &str| -> f64 {
        records[row][header.iter().position(|one| one == name).unwrap()].parse().unwrap()
    };
    let mut columns = vec![Vec::new(); names.len()];
    for row in rows {
        let times = frequency.map_or(1, |name| cell(row, name) as usize);
        for (column, name) in columns.iter_mut().zip(&names) {
            column.extend(std::iter::repeat_n(cell(row, name), times));
        }
    }
    (names, columns)
}

pub(crate) fn memberships(names: &[String], columns: Vec<Vec<f64>>) -> Memberships {
    let is_whole = columns.iter().flatten().all(|value| value.fract() == 0.0);
    let is_fuzzy = !is_whole;
    let has_levels = is_whole && columns.iter().flatten().any(|&value| value > 1.0);
    let kind = |values: &[f64]| match (is_fuzzy, has_levels) {
        (true, _) => SetKind::Fuzzy,
        (_, true) => {
            SetKind::MultiValue { levels: values.iter().fold(1.0_f64, |most, &value| most.max(value)) as usize + 1 }
        }
        _ => SetKind::Crisp,
    };
    let cases = (0..columns[0].len()).map(|case| format!("c{case}")).collect();
    let sets = names.iter().zip(columns).map(|(name, values)| Set { name: name.clone(), kind: kind(&values), values });
    Memberships { sets: sets.collect(), cases }
}

fn measure(name: &str) -> FitMeasure {
    match name {
        "scon" | "scov" => FitMeasure::Standard,
        "ccon" | "ccov" => FitMeasure::Contrapositive,
        "AACcon" | "AAcov" => FitMeasure::AntecedentAdjusted,
        "PAcon" | "PACcov" => FitMeasure::PrevalenceAdjusted,
        other => panic!("{other}"),
    }
}

pub(crate) fn causes(args: &Value, names: &[String]) -> Causes {
    let exclude = names_of(&args["exclude"]).into_iter().map(|rule| {
        let (never, outcome) = rule.split_once("->").unwrap();
        ExcludedCauses {
            outcome: literal(outcome, names),
            never: never.split(',').map(|one| literal(one, names)).collect(),
        }
    });
    let order = names_of(&args["ordering"]).join("<");
    let group = |group: &str| {
        let sets = group.split(',').filter(|one| !one.trim().is_empty());
        sets.map(|one| literal(one, names).set).collect()
    };
    Causes {
        order: order.split('<').filter(|group| !group.is_empty()).map(group).collect(),
        strict: args["strict"] == true,
        exogenous: Vec::new(),
        exclude: exclude.collect(),
        acyclic: args["acyclic.only"] == true,
    }
}

/// Reads one case below `root`.
pub(crate) fn read(root: &Path, json: &Value) -> Case {
    let (names, columns) = table(&root.join(json["data"].as_str().unwrap()), json);
    let args = &json["args"];
    let measures = args["measures"].as_array().map_or_else(
        || [FitMeasure::Standard; 2],
        |pair| [measure(pair[0].as_str().unwrap()), measure(pair[1].as_str().unwrap())],
    );
    let cut =
        |which: usize, key: &str| FitCut { measure: measures[which], at_least: args[key].as_f64().unwrap_or(1.0) };
    let most = args["maxstep"].as_array().map_or_else(
        || [3, 4, 10],
        |steps| std::array::from_fn(|at| usize::try_from(steps[at].as_u64().unwrap()).unwrap()),
    );
    let terms = if args["suff.only"] == true { 0 } else { most[1] };
    let mut outcomes: Vec<Literal> = names_of(&args["outcome"]).iter().map(|one| literal(one, &names)).collect();
    if args["notcols"] == "all" {
        outcomes = names.iter().map(|name| literal(&name.to_lowercase(), &names)).collect();
    }
    let chain = Chain {
        outcomes,
        causes: causes(args, &names),
        consistency: cut(0, "con"),
        sufficient_at_least: args["con.msc"].as_f64(),
        coverage: cut(1, "cov"),
        most: MostComplex { literals: Some(most[0]), terms: Some(terms), complexity: Some(most[2]) },
        ..Chain::new("reference", names.clone())
    };
    Case { json: json.clone(), chain, memberships: memberships(&names, columns) }
}

/// The cases of one file of the corpus; nothing where the test is skipped.
pub(crate) fn cases(file: &str) -> Option<Vec<Case>> {
    let path = equifinal_testing::needs::corpus(file)?;
    let json: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    let root = if file.starts_with("public") { path.parent().unwrap().parent() } else { path.parent() }.unwrap();
    Some(json["cases"].as_array().unwrap().iter().map(|case| read(root, case)).collect())
}

/// A structure of these factors, with the terms of each formula in the order of their cubes.
pub(crate) fn structure(condition: &str, factors: &Factors, names: &[String]) -> Structure {
    let plain = condition.replace([' ', '('], "").replace("<->", "->");
    let cube = |text: &str| factors.literal(&literal(text, names)).unwrap();
    let formula = |text: &str| {
        let (antecedent, outcome) = text.split_once("->").unwrap();
        let term = |term: &str| term.split('*').map(cube).fold(0, |all, one| all | one);
        let mut terms: Vec<_> = antecedent.split('+').map(term).collect();
        terms.sort_unstable();
        Formula { outcome: cube(outcome), terms }
    };
    let mut formulas: Vec<Formula> = plain.trim_end_matches(')').split(")*").map(formula).collect();
    formulas.sort();
    Structure { formulas }
}
