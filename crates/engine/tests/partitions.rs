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
    run_on(CASES, by, "")
}

/// As [`run`], on other cases and with other keys of the table.
fn run_on(cases: &str, by: &str, keys: &str) -> Artefacts {
    let study = format!(
        "format: equifinal/study/1\nid: s\ntitle: S\nprovenance: synthetic\n\
         data: {{cases: {{file: s/cases.csv, unit: unit, time: year, cluster: region{keys}}}}}\n\
         sets:\n  A: {{calibrate: {{given: fuzzy}}}}\n  B: {{calibrate: {{given: fuzzy}}}}\n  Y: {{calibrate: {{given: fuzzy}}}}\n\
         analyses:\n  y: {{outcome: Y, conditions: [A, B], truth_table: {{consistency: 0.75}}, interpret: parsimonious, \
         partition: {{by: {by}}}}}\n"
    );
    let study = Arc::new(parse("s.yaml", study.as_bytes()).unwrap());
    let world = Files::default().with("s/cases.csv", cases.as_bytes().to_vec());
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
    assert_eq!(part.transfer.solution, [None]);
    assert_eq!((part.left_out.cases, &part.left_out.solution), (0, &None), "no case is left");
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
    assert!(last.transfer.solution.iter().all(Option::is_none) && last.transfer.terms.is_empty());
    assert!(last.terms.iter().all(|term| term.fate == Fate::Refused));
    let transfer = &parts[0].transfer;
    assert!(transfer.solution[1].is_some() && transfer.solution[2].is_some());
    // A solution of one term is that term.
    assert_eq!((transfer.terms.len(), &transfer.terms[0].fits), (1, &transfer.solution));
    let [a, b] = [0, 1].map(|at| &parts[1].transfer.terms[at]);
    assert_eq!([a.expression.as_str(), b.expression.as_str()], ["A", "B"]);
    assert!(a.fits[0].unwrap().consistency > b.fits[0].unwrap().consistency, "A, not B, is sufficient in 2018");
}

/// Leaving out a part is the analysis of a file without its lines.
#[test]
fn without_a_part_is_the_analysis_of_the_others() {
    let whole = run("time");
    for (at, part) in whole.partitions[0].parts.iter().enumerate() {
        let lines: Vec<&str> = CASES.lines().filter(|line| !line.contains(&format!(",{},", part.name))).collect();
        let rest = run_on(&(lines.join("\n") + "\n"), "time", "");
        let pooled = &rest.findings[0];
        let model = pooled.solution(SolutionType::Parsimonious).as_ref().ok().and_then(|found| found.models.first());
        let expected = model.map(|model| (pooled.write_model(model), model.fit));
        assert_eq!(part.left_out.cases, pooled.cases.len(), "{}", part.name);
        assert_eq!(part.left_out.solution, expected, "{at}");
    }
    let left = &whole.partitions[0].parts[0].left_out;
    assert_eq!(left.solution.as_ref().map(|(model, _)| model.as_str()), Some("B"));
    let fates: Vec<_> = left.terms.iter().map(|term| (term.expression.as_str(), term.fate)).collect();
    assert_eq!(fates, [("A", Fate::Lost), ("B", Fate::Kept)]);
}

/// Equal weights within a part change nothing in it, whatever those of the others are.
#[test]
fn parts_have_the_weights_of_their_cases() {
    let weighted = |line: &str| match line.split(',').nth(1) {
        Some("year") => format!("{line},w"),
        Some("2018") => format!("{line},2"),
        _ => format!("{line},{}", 1 + line.len() % 5 + usize::from(line.starts_with("u1"))),
    };
    let cases: String = CASES.lines().map(|line| weighted(line) + "\n").collect();
    let run = run_on(&cases, "time", ", weight: w");
    let [first, second, _] = &run.partitions[0].parts[..] else { panic!("three years") };
    let own = |part: &equifinal_panel::Part| part.pooled.clone().unwrap();
    assert_eq!(own(first).weighted, Some(own(first).fit));
    assert_ne!(own(second).weighted, Some(own(second).fit));
    let effective =
        |part: &equifinal_panel::Part| part.findings.as_ref().unwrap().weights.as_ref().unwrap().effective_cases();
    assert!((effective(first) - 4.0).abs() < 1e-12 && effective(second) < 4.0);
}
