//! The calls of a script, one after another.

use equifinal_study::message::Message;
use equifinal_study::say;
use serde_json::{Map, Value, json};

use super::calibrating::{Given, calibrated};
use super::constant::{Item, Variables, assigned, column, vector};
use super::decided::{Decided, bare, literal};
use super::minimising::{MINIMIZE, TRUTH_TABLE, minimise, truth_table};
use crate::r_script::{Argument, Expression, Kind};

/// Functions that read a file.
const READERS: [&str; 9] = [
    "read.csv",
    "read.csv2",
    "read.table",
    "read.delim",
    "read_csv",
    "read_excel",
    "read_xlsx",
    "read_sav",
    "read_dta",
];
/// Functions whose arguments are looked at, and that decide nothing themselves.
const WRAPPERS: [&str; 9] =
    ["print", "summary", "invisible", "suppressWarnings", "suppressMessages", "(", "{", "as.data.frame", "data.frame"];
/// Functions that decide nothing.
const IGNORED: [&str; 30] = [
    "library",
    "require",
    "install.packages",
    "suppressPackageStartupMessages",
    "setwd",
    "rm",
    "head",
    "tail",
    "str",
    "View",
    "names",
    "options",
    "set.seed",
    "cat",
    "plot",
    "XYplot",
    "Xplot",
    "pimplot",
    "XYplot",
    "hist",
    "write.csv",
    "write.table",
    "sink",
    "export",
    "nca_output",
    "data",
    "getwd",
    "help",
    "dim",
    "rownames",
];
/// The parameters of `nca_analysis` of NCA 4 and 5.
const NCA: [&str; 17] = [
    "data",
    "x",
    "y",
    "ceilings",
    "corner",
    "flip.x",
    "flip.y",
    "scope",
    "bottleneck.x",
    "bottleneck.y",
    "steps",
    "step.size",
    "cutoff",
    "qr.tau",
    "effect_aggregation",
    "test.rep",
    "...",
];
const SUPERSETS: [&str; 9] =
    ["data", "outcome", "conditions", "relation", "incl.cut", "cov.cut", "ron.cut", "pri.cut", "..."];

/// The content of a script so far.
#[derive(Debug, Default)]
pub(super) struct Calls {
    pub(super) file: Option<String>,
    has_row_names: bool,
    variables: Variables,
    sets: Map<String, Value>,
    /// Truth tables and analyses in the order of the script.
    pub(super) analyses: Vec<Decided>,
    pub(super) nca: Map<String, Value>,
    pub(super) assumed: Vec<Message>,
    pub(super) unread: Vec<(usize, Message)>,
}

impl Calls {
    /// Takes up an expression of the script.
    pub(super) fn visit(&mut self, expression: &Expression) {
        match assigned(expression) {
            Some((target, value)) => self.assign(target, value),
            None => self.call(expression, None),
        }
    }

    fn skip(&mut self, line: usize, reason: Message) {
        self.unread.push((line, reason));
    }

    fn assign(&mut self, target: &Expression, value: &Expression) {
        if let Some((_, set)) = column(target) {
            return self.set(&set, value);
        }
        let Some(name) = target.as_name() else {
            return self.skip(value.line, say!("r-part"));
        };
        match vector(value, &self.variables) {
            Some(found) => drop(self.variables.insert(name.to_owned(), found)),
            None => self.call(value, Some(name)),
        }
    }

    /// A column that is made: a calibrated set, or a crisp one by `ifelse(d$x >= 5, 1, 0)`.
    fn set(&mut self, set: &str, value: &Expression) {
        let found = match value.as_call() {
            Some(("calibrate", arguments)) => calibrated(arguments, &self.variables).map(|(_, keys)| keys),
            Some(("ifelse", arguments)) => above(arguments, &self.variables),
            _ => Err(say!("r-column")),
        };
        match found {
            Ok(keys) => drop(self.sets.insert(set.to_owned(), keys)),
            Err(reason) => self.skip(value.line, say!("r-set", set, reason)),
        }
    }

    /// A call; `name` is the variable that takes its value.
    fn call(&mut self, expression: &Expression, name: Option<&str>) {
        let Some((function, arguments)) = expression.as_call() else {
            if !matches!(expression.kind, Kind::Name(_) | Kind::Number(_) | Kind::Text(_)) {
                self.skip(expression.line, say!("r-expression"));
            }
            return;
        };
        let done = match function {
            _ if READERS.contains(&function) => self.reads(arguments),
            _ if WRAPPERS.contains(&function) => {
                arguments
                    .iter()
                    .filter_map(|argument| argument.value.as_ref())
                    .for_each(|one| self.visit_as(one, name));
                Ok(())
            }
            _ if IGNORED.contains(&function) => Ok(()),
            "truthTable" => self.truth_table(arguments, name),
            "minimize" | "minimise" | "eqmcc" => self.minimize(arguments),
            "superSubset" => self.supersets(arguments),
            "pof" | "pofind" | "QCAfit" => {
                self.assumed.push(say!("r-fit", line = expression.line, function));
                Ok(())
            }
            "nca" | "nca_analysis" => self.nca(arguments),
            other => Err(say!("r-function", function = other)),
        };
        if let Err(reason) = done {
            self.skip(expression.line, reason);
        }
    }

    fn visit_as(&mut self, expression: &Expression, name: Option<&str>) {
        match assigned(expression) {
            Some((target, value)) => self.assign(target, value),
            None => self.call(expression, name),
        }
    }

    fn reads(&mut self, arguments: &[Argument]) -> Result<(), Message> {
        let given = Given::of(&["file", "..."], arguments, &self.variables)?;
        let file =
            given.text("file").or_else(|| given.text("path")).ok_or_else(|| say!("r-computed", name = "file"))?;
        self.has_row_names = given.expression("row.names").is_some();
        let name = file.rsplit(['/', '\\']).next().unwrap_or(&file).to_owned();
        match &self.file {
            Some(other) if *other != name => Err(say!("r-second-file", name)),
            _ => {
                self.file = Some(name);
                Ok(())
            }
        }
    }

    fn truth_table(&mut self, arguments: &[Argument], name: Option<&str>) -> Result<(), Message> {
        let variables = self.variables.clone();
        let given = Given::of(&TRUTH_TABLE, arguments, &variables)?;
        let known: Vec<String> = self.sets.keys().cloned().collect();
        let decided = Decided { table: name.map(str::to_owned), ..truth_table(&given, &known)? };
        self.analyses.push(decided);
        Ok(())
    }

    fn minimize(&mut self, arguments: &[Argument]) -> Result<(), Message> {
        let variables = self.variables.clone();
        let given = Given::of(&MINIMIZE, arguments, &variables)?;
        let input = given.expression("input").or_else(|| given.expression("data"));
        let input = input.ok_or_else(|| say!("r-no-table"))?;
        let table = match input.as_call() {
            Some(("truthTable", own)) => {
                self.truth_table(own, None)?;
                None
            }
            _ => input.as_name().map(str::to_owned),
        };
        let named = self.analyses.iter().rposition(|one| table.is_some() && one.table == table);
        let at = match (named, given.expression("outcome"), input.as_call()) {
            (Some(at), ..) => at,
            (None, None, None) => return Err(say!("r-no-table")),
            (None, None, Some(_)) => self.analyses.len().saturating_sub(1),
            (None, Some(_), _) => {
                let known: Vec<String> = self.sets.keys().cloned().collect();
                self.analyses.push(truth_table(&given, &known)?);
                self.analyses.len() - 1
            }
        };
        match self.analyses.get_mut(at) {
            Some(decided) => minimise(&given, decided),
            None => Err(say!("r-no-table")),
        }
    }

    /// Cutoffs of necessity for the analysis of the same outcome, now or later in the script.
    fn supersets(&mut self, arguments: &[Argument]) -> Result<(), Message> {
        let given = Given::of(&SUPERSETS, arguments, &self.variables)?;
        let relation = given.text("relation").unwrap_or_else(|| "necessity".to_owned());
        let outcome =
            given.text("outcome").map(|one| literal(&one)).ok_or_else(|| say!("r-computed", name = "outcome"))?;
        if !relation.starts_with("nec") {
            return Err(say!("r-superset", relation));
        }
        let mut cuts = Map::new();
        for (name, key) in [("incl.cut", "consistency"), ("cov.cut", "coverage"), ("ron.cut", "relevance")] {
            if let Some(number) = given.number(name)? {
                cuts.insert(key.to_owned(), json!(number));
            }
        }
        for decided in self.analyses.iter_mut().filter(|one| one.outcome == outcome) {
            decided.keys.insert("necessity".to_owned(), Value::Object(cuts.clone()));
        }
        if !self.analyses.iter().any(|one| one.outcome == outcome) {
            self.assumed.push(say!("r-superset-before", outcome));
        }
        Ok(())
    }

    fn nca(&mut self, arguments: &[Argument]) -> Result<(), Message> {
        let given = Given::of(&NCA, arguments, &self.variables)?;
        let conditions =
            given.expression("x").and_then(|one| given.words_of(one)).ok_or_else(|| say!("r-computed", name = "x"))?;
        let outcome = given.text("y").ok_or_else(|| say!("r-computed", name = "y"))?;
        let mut keys = json!({"outcome": outcome, "conditions": conditions});
        if let Some(ceilings) = given.expression("ceilings").and_then(|one| given.words_of(one)) {
            keys["ceilings"] = json!(ceilings);
        }
        if let Some(draws) = given.number("test.rep")?.filter(|draws| *draws > 0.0) {
            keys["permutation"] = json!(draws as u64);
        }
        for unread in ["corner", "flip.x", "flip.y", "scope"] {
            if given.expression(unread).is_some() {
                return Err(say!("r-nca", name = unread));
            }
        }
        let name = format!("nca-{}", self.nca.len() + 1);
        self.nca.insert(name, keys);
        Ok(())
    }

    /// The sets: those that were calibrated, and the columns that analyses take as they are.
    pub(super) fn sets(&mut self) -> Value {
        let own =
            self.analyses.iter().flat_map(|one| one.conditions.iter().cloned().chain([one.outcome_set().to_owned()]));
        let nca = self.nca.values().flat_map(|keys| {
            let listed = keys["conditions"].as_array().into_iter().flatten().chain([&keys["outcome"]]);
            listed.filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>()
        });
        let used: Vec<String> = own.chain(nca).map(|name| bare(&name).to_owned()).collect();
        let taken: Vec<String> = used.into_iter().filter(|name| !self.sets.contains_key(name)).collect();
        let mut told: Vec<&String> = Vec::new();
        for name in &taken {
            if !told.contains(&name) {
                self.sets.insert(name.clone(), json!({"calibrate": {"given": "fuzzy"}}));
                told.push(name);
            }
        }
        if !told.is_empty() {
            let told = told.into_iter().map(String::as_str).collect::<Vec<_>>().join(", ");
            self.assumed.push(say!("r-given", sets = told));
        }
        // Sets that nothing uses are kept: the script made them.
        Value::Object(self.sets.clone())
    }

    /// The analyses by names made of their outcomes.
    pub(super) fn analyses(&self) -> Value {
        let mut all = Map::new();
        for decided in &self.analyses {
            let outcome = decided.outcome.to_lowercase();
            let stem = outcome.strip_prefix('~').map_or_else(|| outcome.clone(), |set| format!("not-{set}"));
            let stem: String = stem.chars().map(|sign| if sign.is_alphanumeric() { sign } else { '-' }).collect();
            let stem = stem.trim_matches('-');
            let mut name = stem.to_owned();
            let mut number = 2;
            while all.contains_key(&name) {
                name = format!("{stem}-{number}");
                number += 1;
            }
            all.insert(name, decided.value());
        }
        Value::Object(all)
    }

    /// The file of data, named in `assumed` if the script names none.
    pub(super) fn file_of(&mut self, file: Option<String>) -> String {
        file.unwrap_or_else(|| {
            self.assumed.push(say!("r-no-file"));
            "data.csv".to_owned()
        })
    }

    /// The column of case names: the first of the file.
    pub(super) fn id_of(&mut self, header: Option<&[String]>) -> String {
        let first = header.and_then(|header| header.first()).filter(|name| !name.trim().is_empty());
        if !self.has_row_names {
            self.assumed.push(say!("r-no-names"));
        }
        first.cloned().unwrap_or_else(|| {
            self.assumed.push(say!("r-no-header"));
            "case".to_owned()
        })
    }
}

/// `ifelse(d$x >= 5, 1, 0)` as a crisp set.
fn above(arguments: &[Argument], variables: &Variables) -> Result<Value, Message> {
    let value = |at: usize| arguments.get(at).and_then(|argument| argument.value.as_ref());
    let number = |at: usize| match vector(value(at)?, variables)?.as_slice() {
        [(_, Item::Number(number))] => Some(*number),
        _ => None,
    };
    let test = value(0).and_then(Expression::as_call);
    let Some((">=", sides)) = test.filter(|_| (number(1), number(2)) == (Some(1.0), Some(0.0))) else {
        return Err(say!("r-ifelse"));
    };
    let side = |at: usize| sides.get(at).and_then(|argument| argument.value.as_ref());
    let raw = side(0).and_then(column).ok_or_else(|| say!("r-raw-computed"))?;
    let threshold = side(1).and_then(|one| vector(one, variables)).as_ref().and_then(super::constant::numbers);
    match threshold.as_deref() {
        Some([threshold]) => Ok(json!({"column": raw.1, "calibrate": {"crisp": {"threshold": threshold}}})),
        _ => Err(say!("r-computed", name = "threshold")),
    }
}
