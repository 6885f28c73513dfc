//! Pooled, between and within consistency, coverage and distances against `cluster` of R `SetMethods` 4.
//!
//! The reference adds 1e-10 to every sum. So its ratios differ from ours by up to 1e-8, and where ours is 0/0 and
//! undefined it prints 1e-10/1e-10 = 1, which also enters its distance. On unbalanced panels it takes cells without a
//! case as memberships of 0, and adds up cells that are there twice: there is nothing to compare with, and the laws in
//! the crate hold instead.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests read the reference in place and stop where it does not read as documented"
)]

use equifinal_panel::{Cells, Clustered, grouped};
use equifinal_qca::relation::memberships_in;
use equifinal_study::config::Distance;
use equifinal_study::expression::Expression;
use equifinal_study::memberships::{Memberships, Set, SetKind};
use equifinal_study::natural;
use equifinal_study::panel::{Panel, identity};
use equifinal_testing::needs::corpus;
use serde_json::Value;

/// The memberships of a file, and its units and periods.
fn read(file: &str, unit: &str, time: &str) -> (Memberships, Panel) {
    let mut reader = csv::Reader::from_path(corpus(file).unwrap()).unwrap();
    let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let texts = |name: &str| -> Vec<String> {
        let at = names.iter().position(|known| known == name).unwrap();
        rows.iter().map(|row| row[at].to_owned()).collect()
    };
    let set = |(at, name): (usize, &String)| {
        let values: Option<Vec<f64>> = rows.iter().map(|row| row[at].parse().ok()).collect();
        let values = values.filter(|values| values.iter().all(|value| (0.0..=1.0).contains(value)))?;
        Some(Set { name: name.clone(), kind: SetKind::Fuzzy, values })
    };
    let sets = names.iter().enumerate().filter_map(set).collect();
    let panel = Panel { units: texts(unit), times: texts(time) };
    let cases = panel.units.iter().zip(&panel.times).map(|(unit, time)| identity(unit, time)).collect();
    (Memberships { cases, sets }, panel)
}

/// Values of the reference by group, in natural order of the groups; names are followed by a number of cases.
fn by_group(values: &Value, ids: &Value, names: &[&str]) -> Vec<f64> {
    let ids = ids.as_array().unwrap().iter().map(|id| match id {
        Value::String(id) => id.rsplit_once(" (").map_or(id.as_str(), |(name, _)| name).to_owned(),
        id => id.to_string(),
    });
    let mut found: Vec<(String, f64)> =
        ids.zip(values.as_array().unwrap()).map(|(id, value)| (id, value.as_f64().unwrap())).collect();
    found.sort_by(|a, b| natural::compare(&a.0, &b.0));
    assert_eq!(found.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), names);
    found.into_iter().map(|(_, value)| value).collect()
}

/// Number of comparisons, and of undefined values where the reference prints 1.
#[derive(Default)]
struct Compared {
    equal: usize,
    undefined: usize,
}

impl Compared {
    fn hold(&mut self, about: &str, ours: &[Option<f64>], theirs: &[f64]) {
        assert_eq!(ours.len(), theirs.len(), "{about}");
        for (ours, theirs) in ours.iter().zip(theirs) {
            match ours {
                Some(ours) => assert!((ours - theirs).abs() < 1e-8, "{about}: {ours} {theirs}"),
                None => assert!((1.0 - theirs).abs() < 1e-12, "{about}: undefined, {theirs}"),
            }
            *(if ours.is_some() { &mut self.equal } else { &mut self.undefined }) += 1;
        }
    }

    fn cluster(
        &mut self,
        about: &str,
        ours: (&Clustered, &Clustered),
        theirs: &Value,
        cells: &Cells,
        ids: [&Value; 2],
    ) {
        let names = |of: &[equifinal_panel::Group]| of.iter().map(|group| group.name.clone()).collect::<Vec<_>>();
        let (periods, units) = (names(&cells.periods), names(&cells.units));
        let [periods, units] = [&periods, &units].map(|names| names.iter().map(String::as_str).collect::<Vec<_>>());
        let (consistency, coverage) = ours;
        let one = |value: &Value| vec![value[0].as_f64().unwrap()];
        self.hold(about, &[consistency.pooled], &one(&theirs["POCOS"]));
        self.hold(about, &consistency.between, &by_group(&theirs["BECOS"], ids[0], &periods));
        self.hold(about, &consistency.within, &by_group(&theirs["WICONS"], ids[1], &units));
        let theirs_of = &theirs["Coverages"];
        self.hold(about, &[coverage.pooled], &one(&theirs_of["pooled"]));
        self.hold(about, &coverage.between, &by_group(&theirs_of["between"], ids[0], &periods));
        self.hold(about, &coverage.within, &by_group(&theirs_of["within"], ids[1], &units));
        // A distance over values of which one is undefined is not that of the reference.
        for (values, ours, theirs) in [
            (&consistency.between, consistency.between_distance, &theirs["dBP"]),
            (&consistency.within, consistency.within_distance, &theirs["dWP"]),
        ] {
            if values.iter().all(Option::is_some) {
                self.hold(about, &[ours], &one(theirs));
            }
        }
    }
}

/// Every expression of a case of the reference, with its values.
fn expressions(result: &Value, args: &Value) -> Vec<(String, Value)> {
    match result["output"].as_object() {
        Some(output) => {
            output.iter().filter(|(name, _)| !name.starts_with("Sol")).map(|(n, v)| (n.clone(), v.clone())).collect()
        }
        None => vec![(args["results"].as_str().unwrap().to_owned(), result.clone())],
    }
}

fn check(reference: &str, folder: &str, compared: &mut Compared) {
    let Some(path) = corpus(reference) else { return };
    let reference: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    for case in reference["cases"].as_array().unwrap() {
        let (args, result) = (&case["args"], &case["result"]);
        let (unit, cluster) = (args["unit_id"].as_str().unwrap(), args["cluster_id"].as_str().unwrap());
        let (memberships, panel) = read(&format!("{folder}{}", args["data"].as_str().unwrap()), unit, cluster);
        let cells = Cells::of(&memberships.cases, &memberships.cases, &panel);
        let degrees = |text: &str| memberships_in(&Expression::parse(text).unwrap(), &memberships).unwrap();
        let y = degrees(args["outcome"].as_str().unwrap_or("EXPORT"));
        for (expression, theirs) in expressions(result, args) {
            // The whole solutions of a file list a unit or cluster for each case: their groups are named beside the terms.
            let ids =
                ["cluster_ids", "unit_ids"].map(|key| if theirs[key].is_array() { &theirs[key] } else { &result[key] });
            let found = grouped(&degrees(&expression), &y, &cells, Distance::Plain);
            let ours = match args["necessity"].as_bool() {
                Some(true) => (&found.coverage, &found.consistency),
                _ => (&found.consistency, &found.coverage),
            };
            compared.cluster(&format!("{} {expression}", case["label"]), ours, &theirs, &cells, ids);
        }
    }
}

#[test]
fn clusters_are_those_of_the_reference() {
    let mut compared = Compared::default();
    check("methods/sm2_cluster.json", "methods/", &mut compared);
    check("public/sm_cluster.json", "", &mut compared);
    if corpus("methods/sm2_cluster.json").is_some() {
        assert!(compared.equal > 1000, "{} compared, {} undefined", compared.equal, compared.undefined);
    }
}
