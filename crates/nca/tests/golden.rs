//! Every ceiling, measure, bottleneck table and list of peers against R `NCA` 5.0.1.

use std::collections::BTreeMap;

use equifinal_nca::bottleneck::{Required, outcome_levels, required};
use equifinal_nca::ceiling::{Found, ceiling};
use equifinal_nca::cloud::{Cloud, Theoretical};
use equifinal_nca::measures::{Measures, measure};
use equifinal_nca::permutation::p_values;
use equifinal_study::config::*;
use equifinal_testing::needs::corpus;
use serde_json::Value;

use crate::differences::Differences;

/// The columns of a table whose first column names the cases.
pub(crate) struct Table {
    pub(crate) cases: Vec<String>,
    columns: Vec<(String, Vec<f64>)>,
}

impl Table {
    pub(crate) fn read(path: &std::path::Path) -> Self {
        let mut reader = csv::Reader::from_path(path).unwrap();
        let names: Vec<String> = reader.headers().unwrap().iter().skip(1).map(str::to_owned).collect();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let column = |at: usize| rows.iter().map(|row| row[at].parse().unwrap()).collect();
        Self {
            cases: rows.iter().map(|row| row[0].to_owned()).collect(),
            columns: names.into_iter().enumerate().map(|(at, name)| (name, column(at + 1))).collect(),
        }
    }

    /// A column by name, or by number from 1.
    pub(crate) fn column(&self, key: &Value) -> (&str, &[f64]) {
        let found = match key.as_u64() {
            Some(number) => self.columns.get(number as usize - 1),
            None => self.columns.iter().find(|(name, _)| Some(name.as_str()) == key.as_str()),
        };
        let (name, values) = found.unwrap();
        (name, values)
    }
}

/// The corner of a condition under the reference's arguments.
pub(crate) fn corner(args: &Value, place: usize) -> Corner {
    let given = &args["corner"];
    let number = given.as_u64().or_else(|| given[place].as_u64()).unwrap_or(1);
    let base = Corner::ALL[number as usize - 1];
    let flip = |key: &str| args[key].as_bool() == Some(true);
    Corner::at(base.is_right() != flip("flip.x"), base.is_lower() != flip("flip.y"))
}

/// The theoretical scope of a condition under the reference's arguments.
fn theoretical(args: &Value, place: usize) -> Theoretical {
    let scope = if args["scope"][0].is_array() { &args["scope"][place] } else { &args["scope"] };
    let range = |low: usize| scope[low].as_f64().zip(scope[low + 1].as_f64());
    Theoretical { condition: range(0), outcome: range(2) }
}

fn kind(name: &str, args: &Value) -> Ceiling {
    match args["qr.tau"].as_f64() {
        Some(tau) if name == "qr" => Ceiling::Qr { tau },
        _ => Ceiling::named(name).unwrap(),
    }
}

fn number(value: &Value) -> Option<f64> {
    value.as_f64()
}

/// Names of the reference's measures with ours.
fn named(found: &Measures) -> [(&'static str, Option<f64>); 12] {
    let count = |count: Option<usize>| count.map(|count| count as f64);
    [
        ("Ceiling zone", found.ceiling_zone),
        ("Effect size", found.effect_size),
        ("# above", count(found.above)),
        ("Slope", found.slope),
        ("Intercept", found.intercept),
        ("Complexity", count(found.complexity)),
        ("Fit", found.fit),
        ("Ceiling accuracy", found.accuracy),
        ("Abs. ineff.", found.absolute_inefficiency),
        ("Rel. ineff.", found.relative_inefficiency),
        ("Condition ineff.", found.condition_inefficiency),
        ("Outcome ineff.", found.outcome_inefficiency),
    ]
}

/// True if the reference's line is level but for a rounding error, on whose sign its measures depend.
fn is_level_by_rounding(params: &Value, column: usize) -> bool {
    let row = params["rows"].as_array().unwrap().iter().position(|row| row == "Slope").unwrap();
    params["values"][row][column].as_f64().is_some_and(|slope| slope.abs() < 1e-12)
}

fn summaries(case: &Value, name: &str, found: &BTreeMap<String, (Found, Measures)>, log: &mut Differences) {
    let params = &case["summaries"][name]["params"];
    for (column, kind) in params["cols"].as_array().unwrap().iter().enumerate() {
        let (_, measures) = &found[kind.as_str().unwrap()];
        let by_rounding = is_level_by_rounding(params, column);
        for (row, expected) in params["rows"].as_array().unwrap().iter().zip(params["values"].as_array().unwrap()) {
            let Some((_, ours)) = named(measures).into_iter().find(|(name, _)| row == name) else { continue };
            if by_rounding && !["Slope", "Intercept", "Complexity"].contains(&row.as_str().unwrap()) {
                continue;
            }
            log.number(&format!("{name} {kind} {row}"), ours, number(&expected[column]));
        }
    }
}

fn spec(args: &Value) -> BottleneckSpec {
    let scale =
        |key: &str| LevelScale::named(&args[key].as_str().unwrap_or("percentage.range").replace('.', "_")).unwrap();
    let steps = match (&args["steps"], args["step.size"].as_f64()) {
        (_, Some(size)) => Steps::Levels((0..=(100.0 / size) as u32).map(|at| f64::from(at) * size).collect()),
        (Value::Array(levels), _) => Steps::Levels(levels.iter().filter_map(Value::as_f64).collect()),
        (steps, _) => Steps::Count(steps.as_u64().unwrap_or(10) as usize),
    };
    BottleneckSpec {
        outcome: scale("bottleneck.y"),
        condition: scale("bottleneck.x"),
        steps,
        cutoff: Cutoff::numbered(args["cutoff"].as_u64().unwrap_or(0)).unwrap(),
        level: None,
    }
}

/// One cell against what the reference prints, to its last digit, and computes, in full precision.
///
/// A level at the border of the scope is outside or not by the last digit of the reference, which compares without
/// tolerance.
fn cell(ours: Required, cloud: &Cloud, shown: &Value, actual: &Value) -> Result<(), String> {
    let (low, high) = cloud.scope.x;
    let is_border = |value: f64| (value - low).abs().min((value - high).abs()) < 1e-9 * (high - low);
    let matches = match ours {
        Required::Level { value, .. } if is_border(value) && (shown == "NN" || shown == "NA") => true,
        Required::NotNecessary => shown == "NN",
        Required::NotAttainable => shown == "NA",
        Required::Level { shown: level, value } => {
            let digits = shown.as_str().unwrap();
            let decimals = digits.split('.').nth(1).map_or(0, str::len) as i32;
            let near =
                digits.parse::<f64>().is_ok_and(|digits| (digits - level).abs() <= 0.5001 * 10_f64.powi(-decimals));
            near && actual.as_f64().is_none_or(|actual| (actual - value).abs() <= 1e-9 * actual.abs().max(1.0))
        }
    };
    if matches { Ok(()) } else { Err(format!("{ours:?}, reference {shown} ({actual})")) }
}

fn bottlenecks(
    case: &Value,
    name: &str,
    (cloud, y): (&Cloud, &[f64]),
    found: &BTreeMap<String, (Found, Measures)>,
    log: &mut Differences,
) {
    let spec = spec(&case["args"]);
    let levels = outcome_levels(y, &cloud.scope, cloud.corner.is_lower(), &spec);
    for (kind, table) in case["bottlenecks"].as_object().unwrap() {
        let Some((ceiling, measures)) = found.get(kind) else { continue };
        let level_by_rounding = measures.slope.is_some_and(|slope| slope.abs() < 1e-12);
        let ours = required(cloud, ceiling, &levels, spec.condition, spec.cutoff);
        let Some(theirs) = table["conditions"].get(name) else { continue };
        let shown = theirs["shown"].as_array().unwrap();
        assert_eq!((ours.len(), shown.len()), (levels.len(), table["y"].as_array().unwrap().len()), "{name} {kind}");
        for (at, level) in levels.iter().enumerate() {
            log.number(&format!("{name} {kind} level {at}"), Some(level.shown), number(&table["y"][at]));
            // The reference gives infinity the percentile 100 where a single corner makes nothing necessary.
            let infinite = spec.condition == LevelScale::Percentile && theirs["actual"][at] == "Inf";
            if level_by_rounding || infinite && shown[at] == "100.0" {
                continue;
            }
            log.check(
                &format!("{name} {kind} bottleneck {}", level.shown),
                cell(ours[at], cloud, &shown[at], &theirs["actual"][at]),
            );
        }
    }
}

fn peers(
    case: &Value,
    table: &Table,
    name: &str,
    cloud: &Cloud,
    found: &BTreeMap<String, (Found, Measures)>,
    log: &mut Differences,
) {
    for (kind, by_condition) in case["peers"].as_object().into_iter().flatten() {
        let Some((ceiling, _)) = found.get(kind) else { continue };
        let theirs = &by_condition[name];
        let mut expected: Vec<(u64, u64)> = theirs["values"]
            .as_array()
            .map(|rows| {
                rows.iter()
                    .map(|row| (row[0].as_f64().unwrap().to_bits(), row[1].as_f64().unwrap().to_bits()))
                    .collect()
            })
            .unwrap_or_default();
        let ours = ceiling.peers(cloud);
        let mut repeated: Vec<(u64, u64)> = ours
            .iter()
            .flat_map(|peer| (0..peer.cases).map(|_| ((peer.x + 0.0).to_bits(), (peer.y + 0.0).to_bits())))
            .collect();
        if kind == "c_lp" {
            expected.sort_unstable();
            repeated.sort_unstable();
        }
        let equal = if expected == repeated {
            Ok(())
        } else {
            Err(format!("{ours:?}, reference {theirs} of {}", table.cases.len()))
        };
        log.check(&format!("{name} {kind} peers"), equal);
    }
}

fn analysis(case: &Value, table: &Table, log: &mut Differences) {
    let args = &case["args"];
    let (_, y) = table.column(&case["y"]);
    let names = args["ceilings"].as_array().cloned().unwrap_or_else(|| vec![args["ceilings"].clone()]);
    for (place, x) in case["x"].as_array().unwrap().iter().enumerate() {
        let (name, x) = table.column(x);
        let cloud = Cloud::new(x, y, corner(args, place), theoretical(args, place)).unwrap();
        let of = |name: &Value| {
            let found = ceiling(&cloud, kind(name.as_str().unwrap(), args));
            let measures = measure(&cloud, &found);
            (name.as_str().unwrap().to_owned(), (found, measures))
        };
        let found: BTreeMap<_, _> = names.iter().map(of).collect();
        summaries(case, name, &found, log);
        peers(case, table, name, &cloud, &found, log);
        if case["bottlenecks"]["ce_fdh"].get("conditions").is_some() {
            bottlenecks(case, name, (&cloud, y), &found, log);
        }
        for (kind, test) in case["tests"][name].as_object().into_iter().flatten() {
            let ours = p_values(std::slice::from_ref(&cloud), &[Ceiling::named(kind).unwrap()], 20_000, [5; 32]);
            let (ours, theirs) = (ours[0][0].unwrap(), test["p_value"].as_f64().unwrap());
            let error = 3.0 * (theirs * (1.0 - theirs) / 1000.0 + ours.p * (1.0 - ours.p) / 20_000.0).sqrt();
            log.check(
                &format!("{name} {kind} p"),
                if (ours.p - theirs).abs() < error { Ok(()) } else { Err(format!("{} and {theirs}", ours.p)) },
            );
        }
    }
}

#[test]
fn ceilings_and_bottlenecks_are_those_of_the_reference() {
    let mut log = Differences::default();
    for (file, root) in [("public/nca_analysis.json", ""), ("methods/nca_analysis2.json", "methods/")] {
        let Some(path) = corpus(file) else { return };
        let json: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        for case in json["cases"].as_array().unwrap() {
            // The reference announces the end of summing over corners; a second analysis does the same.
            if !case["args"]["effect_aggregation"].is_null() {
                continue;
            }
            log.case = case["label"].as_str().unwrap().to_owned();
            let table = Table::read(&corpus(&format!("{root}{}", case["data"].as_str().unwrap())).unwrap());
            analysis(case, &table, &mut log);
        }
    }
    log.finish(8000);
}
