//! Chains by minimisation, compared with `causalChain` of R `QCA`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use equifinal_chains::{Budget, ChainFindings, MinimisedFindings, analyse};
use equifinal_study::config::{Chain, FitCut, FitMeasure, MostComplex};
use equifinal_study::memberships::SetKind;
use serde_json::Value;

use crate::cases::{causes, memberships, own, own_literal, table};

/// The numbers of a model: of each term and of all.
type Numbers = BTreeMap<String, Vec<Option<f64>>>;

/// A run of `causalChain`.
struct Run {
    found: ChainFindings,
    /// The names of the cases.
    cases: Vec<String>,
    /// True if the truth table decides, false if the cases do.
    by_rows: bool,
}

fn run(root: &Path, given: &Value) -> Run {
    let file = root.join(given["data"].as_str().unwrap());
    let (names, columns) = table(&file, given);
    let mut read = csv::Reader::from_path(&file).unwrap();
    let cases = read.records().map(|record| record.unwrap()[0].to_owned()).collect();
    let args = &given["args"];
    let number = |key: &str| args[key].as_f64();
    let by_rows = number("pi.cons").is_none_or(|cutoff| cutoff <= 0.0);
    let cut = |at_least: Option<f64>| FitCut { measure: FitMeasure::Standard, at_least: at_least.unwrap_or(1.0) };
    let depth = |key: &str| args[key].as_u64().filter(|&depth| depth > 0).map(|depth| usize::try_from(depth).unwrap());
    let mut chain = Chain { causes: causes(args, &names), ..Chain::new("reference", names.clone()) };
    if by_rows {
        chain.qca = true;
        chain.most = MostComplex { literals: Some(1), terms: Some(1), complexity: None };
    } else {
        chain.redundant = true;
        chain.sufficient_at_least = number("pi.cons");
        chain.consistency = cut(number("sol.cons"));
        chain.coverage = cut(number("sol.cov"));
        chain.most = MostComplex { literals: depth("pi.depth"), terms: depth("sol.depth"), complexity: None };
    }
    let mut memberships = memberships(&names, columns);
    // A factor of two levels beside multi-value ones is two-valued to the reference.
    memberships.sets.iter_mut().filter(|set| set.kind.levels() == 2 && set.kind.is_multi_value()).for_each(|set| {
        set.kind = SetKind::Crisp;
    });
    let found = analyse(&chain, &memberships, &Budget::default()).unwrap();
    Run { found, cases, by_rows }
}

fn normal(terms: impl IntoIterator<Item = String>, outcome: &str) -> String {
    own(&format!("{}->{outcome}", terms.into_iter().collect::<Vec<_>>().join("+")))
}

impl Run {
    /// Every outcome with its models and their numbers.
    fn models(&self) -> BTreeMap<String, BTreeMap<String, Numbers>> {
        let mut all: BTreeMap<String, BTreeMap<String, Numbers>> = BTreeMap::new();
        if self.by_rows {
            for one in &self.found.minimised {
                all.insert(self.found.factors.write(one.outcome), self.of_rows(one));
            }
        }
        let searched = self.found.outcomes.iter().filter(|_| !self.by_rows);
        for one in searched {
            assert!(one.models.exact);
            let outcome = self.found.factors.write(one.outcome);
            let model = |model: &equifinal_chains::ModelFindings| {
                let text = normal([model.formula.write(&self.found.factors)], &outcome);
                let standard = FitMeasure::Standard;
                let fit = vec![model.fit.consistency(standard), model.fit.coverage(standard)];
                (text, Numbers::from([("all".to_owned(), fit)]))
            };
            all.insert(outcome.clone(), one.models.listed.iter().map(model).collect());
        }
        all.retain(|_, models| !models.is_empty());
        all
    }

    fn of_rows(&self, one: &MinimisedFindings) -> BTreeMap<String, Numbers> {
        let outcome = self.found.factors.write(one.outcome);
        let Ok(solution) = &one.solution else { return BTreeMap::new() };
        let model = |(model, formula): (&equifinal_qca::findings::Model, &equifinal_chains::Formula)| {
            let mut numbers = Numbers::new();
            for path in &model.paths {
                let values = vec![path.fit.consistency, path.fit.pri, path.fit.coverage, path.unique_coverage];
                let text = path.term.levels.iter().flatten().count();
                numbers.insert(format!("{text} {}", self.listed(&path.cases)), values);
            }
            let fit = vec![model.fit.consistency, model.fit.pri, model.fit.coverage];
            numbers.insert("all".to_owned(), fit);
            (normal([formula.write(&self.found.factors)], &outcome), numbers)
        };
        solution.models.iter().zip(&one.formulas).map(model).collect()
    }

    /// A term of the reference, which writes `V[1]` for `V` beside multi-value factors.
    fn plain(&self, term: &str) -> String {
        let literal = |text: &str| {
            let mut literal = own_literal(text);
            let factor = self.found.factors.factors.iter().find(|factor| factor.name == literal.set).unwrap();
            if !factor.kind.is_multi_value() {
                literal.negated |= literal.level.take() == Some(0);
            }
            literal.to_string()
        };
        term.split('*').map(literal).collect::<Vec<_>>().join("*")
    }

    fn listed(&self, cases: &[usize]) -> String {
        let names: BTreeSet<&str> = cases.iter().map(|&case| self.cases[case].as_str()).collect();
        names.into_iter().collect::<Vec<_>>().join(",")
    }
}

fn same(label: &str, value: &[Option<f64>], expected: &[&Value]) {
    for (value, expected) in value.iter().zip(expected) {
        let close = match (value, expected.as_f64()) {
            (Some(value), Some(expected)) => (value - expected).abs() < 1e-9,
            (value, expected) => value.is_none() && expected.is_none(),
        };
        assert!(close, "{label}: {value:?} for {expected}");
    }
}

/// Compares the numbers of one model.
fn check_fit(label: &str, by_rows: bool, ours: &Numbers, fit: &Value) {
    let of = &fit["fit"];
    if !by_rows {
        return same(label, &ours["all"], &[&of["inclS"], &of["covS"]]);
    }
    same(label, &ours["all"], &[&of["inclS"], &of["PRI"], &of["covS"]]);
    for term in fit["terms"].as_array().unwrap() {
        let pi = term["pi"].as_str().unwrap();
        let expected = [&term["inclS"], &term["PRI"], &term["covS"], &term["covU"]];
        let literals = pi.split('*').count();
        let agrees = |values: &Vec<Option<f64>>| {
            values.iter().zip(expected).all(|(value, expected)| match (value, expected.as_f64()) {
                (Some(value), Some(expected)) => (value - expected).abs() < 1e-9,
                (value, expected) => value.is_none() && expected.is_none(),
            })
        };
        let cases: Option<String> = term["cases"].as_str().map(|cases| {
            let names: BTreeSet<&str> = cases.split([',', ';']).map(str::trim).collect();
            names.into_iter().collect::<Vec<_>>().join(",")
        });
        let is_it = |key: &String| {
            key.starts_with(&format!("{literals} "))
                && cases.as_ref().is_none_or(|cases| key.split_once(' ').unwrap().1 == cases)
        };
        assert!(ours.iter().any(|(key, values)| is_it(key) && agrees(values)), "{label}: {pi}: {term} in {ours:?}");
    }
}

fn check(root: &Path, given: &Value) -> usize {
    let run = run(root, given);
    let ours = run.models();
    let theirs = if given["outcomes"].is_null() { &given["models"] } else { &given["outcomes"] };
    let mut compared = 0;
    for (outcome, of) in theirs.as_object().unwrap() {
        let label = format!("{} {} {outcome}", given["data"], given["args"]);
        let models = if of["models"].is_null() { of } else { &of["models"] };
        let outcome = run.plain(outcome);
        let text = |model: &Value| {
            let terms = model.as_array().unwrap().iter().map(|term| run.plain(term.as_str().unwrap()));
            normal(terms, &outcome)
        };
        let expected: Vec<String> = models.as_array().unwrap().iter().map(text).collect();
        let named = ours.get(&outcome).unwrap_or_else(|| panic!("{label}: nothing of {:?}", ours.keys()));
        let sorted: BTreeSet<&String> = expected.iter().collect();
        assert_eq!(named.keys().collect::<BTreeSet<_>>(), sorted, "{label}");
        for (model, fit) in expected.iter().zip(of["fit"].as_array().into_iter().flatten()) {
            check_fit(&format!("{label}: {model}"), run.by_rows, &named[model], fit);
        }
        compared += expected.len();
    }
    // The reference passes over the lowest level, and over factors that only others of the first group may cause.
    let written: BTreeSet<String> = theirs.as_object().unwrap().keys().map(|key| run.plain(key)).collect();
    let lowest = |key: &String| key.ends_with("[0]") || key.starts_with('~');
    let more: Vec<&String> = ours.keys().filter(|key| !written.contains(*key) && !lowest(key)).collect();
    assert!(more.is_empty(), "{}: also {more:?}", given["data"]);
    compared
}

#[test]
fn chains_by_minimisation_agree_with_causal_chain() {
    for (file, part) in [("methods/causalChain2.json", "cases"), ("public/fn_causalChain_modelFit.json", "causalChain")]
    {
        let Some(path) = equifinal_testing::needs::corpus(file) else { return };
        let json: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let root = if file.starts_with("public") { path.parent().unwrap().parent() } else { path.parent() }.unwrap();
        let compared: usize = json[part]
            .as_array()
            .unwrap()
            .iter()
            .filter(|given| given["status"].is_null() || given["status"] == "ok")
            .map(|given| check(root, given))
            .sum();
        assert!(compared > 9, "{file}: {compared}");
    }
}
