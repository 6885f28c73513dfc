//! Analyses in parts of their cases, from a file to the comparison with the pooled one.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use equifinal_engine::{Artefacts, Engine, Files};
use equifinal_panel::{Fate, Partition};
use equifinal_study::config::SolutionType;
use equifinal_studyfile::parse::parse;

/// In 2018 A is sufficient, in 2019 B, in 2020 nobody has the outcome; the group of u4 in 2020 is unknown.
const CASES: &str = "unit,year,region,all,A,B,Y
u1,2018,north,x,0.9,0.2,0.9
u2,2018,south,x,0.8,0.8,0.9
u3,2018,north,x,0.2,0.9,0.1
u4,2018,south,x,0.1,0.2,0.2
u1,2019,north,x,0.9,0.2,0.7
u2,2019,south,x,0.8,0.8,0.9
u3,2019,north,x,0.2,0.9,0.8
u4,2019,south,x,0.1,0.2,0.2
u1,2020,north,x,0.9,0.2,0.1
u4,2020,,x,0.1,0.2,0.2
";

fn run(by: &str) -> Artefacts {
    let study = format!(
        "format: equifinal/study/1\nid: s\ntitle: S\nprovenance: synthetic\n\
         data: {{cases: {{file: s/cases.csv, unit: unit, time: year, cluster: region}}}}\n\
         sets:\n  A: {{calibrate: {{given: fuzzy}}}}\n  B: {{calibrate: {{given: fuzzy}}}}\n  Y: {{calibrate: {{given: fuzzy}}}}\n\
         analyses:\n  y: {{outcome: Y, conditions: [A, B], truth_table: {{consistency: 0.75}}, interpret: parsimonious, \
         partition: {{by: {by}}}}}\n"
    );
    let study = Arc::new(parse("s.yaml", study.as_bytes()).unwrap());
    let world = Files::default().with("s/cases.csv", CASES.as_bytes().to_vec());
    Engine::default().run(&study, &[], &world).unwrap()
}

/// The first model of each part; `None` for a part without a solution.
fn solutions(partition: &Partition) -> Vec<(String, Option<String>)> {
    let of = |part: &equifinal_panel::Part| {
        let findings = part.findings.as_ref()?;
        let solution = findings.solution(SolutionType::Parsimonious).as_ref().ok()?;
        Some(findings.write_model(&solution.models[0]))
    };
    partition.parts.iter().map(|part| (part.name.clone(), of(part))).collect()
}

#[test]
fn parts_are_analysed_alone() {
    let check = |by: &str, expected: &[(&str, Option<&str>)], without: &[&str]| {
        let run = run(by);
        let partition = &run.partitions[0];
        let named = |(name, model): &(&str, Option<&str>)| ((*name).to_owned(), model.map(str::to_owned));
        assert_eq!(solutions(partition), expected.iter().map(named).collect::<Vec<_>>(), "{by}");
        assert_eq!(partition.without, without, "{by}");
    };
    check("time", &[("2018", Some("A")), ("2019", Some("A + B")), ("2020", None)], &[]);
    check("year", &[("2018", Some("A")), ("2019", Some("A + B")), ("2020", None)], &[]);
    check("unit", &[("u1", None), ("u2", None), ("u3", None), ("u4", None)], &[]);
    check("cluster", &[("north", None), ("south", Some("A"))], &["u4 · 2020"]);
}

/// One part with all cases is the pooled analysis.
#[test]
fn one_part_is_the_pooled_analysis() {
    let run = run("all");
    let (partition, pooled) = (&run.partitions[0], &run.findings[0]);
    let (part, own) = (&partition.parts[0], partition.parts[0].findings.as_ref().unwrap());
    assert_eq!((own.cases.as_slice(), &own.rows), (pooled.cases.as_slice(), &pooled.rows));
    assert_eq!((part.diversity.rows, part.pooled.as_ref().map(|own| own.weight)), (partition.rows, partition.pooled));
    let model = &pooled.solution(SolutionType::Parsimonious).as_ref().unwrap().models[0];
    assert_eq!(part.pooled.as_ref().map(|own| own.fit), Some(model.fit));
    assert!(part.terms.iter().all(|term| term.fate == Fate::Kept) && part.new.is_empty());
    assert_eq!(part.transfer, [None]);
}

/// The sums of the parts are those of the pooled solution, and a part without a solution has nothing to transfer.
#[test]
fn weights_add_up() {
    let run = run("time");
    let partition = &run.partitions[0];
    let (pooled, parts) = (partition.pooled.unwrap(), &partition.parts);
    let weights: Vec<_> = parts.iter().filter_map(|part| Some(part.pooled.as_ref()?.weight)).collect();
    let near = |sum: f64, whole: f64| assert!((sum - whole).abs() < 1e-9, "{sum} {whole}");
    near(weights.iter().map(|weight| weight.both).sum(), pooled.both);
    near(weights.iter().map(|weight| weight.solution).sum(), pooled.solution);
    near(weights.iter().map(|weight| weight.outcome).sum(), pooled.outcome);
    let last = parts.last().unwrap();
    assert!(last.transfer.iter().all(Option::is_none));
    assert!(last.terms.iter().all(|term| term.fate == Fate::Refused));
    assert!(parts[0].transfer[1].is_some() && parts[0].transfer[2].is_some());
}
