//! The commands `sweep` and `simulate`.

use serde_json::Value;

use crate::trial::{SMALL, Trial};

const MULTIVERSE: &str = "\
robustness:
  multiverse:
    vary: {consistency: {from: 0, to: 1, step: 0.001}, pri: [0, 0.3, 0.5, 0.7], frequency: [1]}
";

fn swept() -> Trial {
    Trial::small().file("configs/swept.yaml", format!("{}{MULTIVERSE}", SMALL.replace("id: small", "id: swept")))
}

#[test]
fn shards_merge_to_the_bytes_of_a_single_run() {
    let trial = swept();
    trial.run(&["sweep", "run", "swept", "--out", "whole"]).code(0);
    trial.run(&["sweep", "merge", "swept", "--out", "whole"]).code(0);
    trial.run(&["sweep", "plan", "swept", "--shards", "3", "--out", "parts"]).code(0);
    trial.run(&["sweep", "run", "swept", "--shard", "2", "--out", "parts"]).code(0);
    let ended = trial.run(&["sweep", "merge", "swept", "--out", "parts"]).code(2);
    assert!(ended.stderr().contains("shard 1 is missing, shard 3 is missing"), "{}", ended.stderr());
    assert_eq!(trial.run(&["sweep", "missing", "swept", "--out", "parts"]).code(0).stdout(), "1\n3\n");
    let before = trial.bytes("parts/shard-000002.parquet");
    for shard in ["1", "3", "2"] {
        let said = trial.run(&["sweep", "run", "swept", "--shard", shard, "--threads", "1", "--out", "parts"]).code(0);
        assert_eq!(said.stdout().contains("done before"), shard == "2", "{}", said.stdout());
    }
    assert_eq!(trial.bytes("parts/shard-000002.parquet"), before);
    trial.run(&["sweep", "merge", "swept", "--out", "parts"]).code(0);
    for file in ["sweep.parquet", "summary.json"] {
        assert!(trial.bytes(&format!("whole/{file}")) == trial.bytes(&format!("parts/{file}")), "{file} differs");
    }
    let summary: Value = serde_json::from_slice(&trial.bytes("whole/summary.json")).expect("JSON");
    assert_eq!((&summary["universes"], &summary["complete"]), (&4004.into(), &true.into()));
    assert_eq!(summary["analyses"]["main"]["universes"], 4004);
}

#[test]
fn a_sweep_of_other_data_is_refused() {
    let trial = swept();
    trial.run(&["sweep", "plan", "swept", "--shards", "2"]).code(0);
    trial.run(&["sweep", "run", "swept"]).code(0);
    let trial =
        trial.file("data/small/cases.csv", "case,A,B,Y\nc1,0.9,1,0.9\nc2,0.8,0,0.2\nc3,0.1,1,0.3\nc4,0.2,0,0.4\n");
    let ended = trial.run(&["sweep", "merge", "swept"]).code(2);
    assert!(
        ended.stderr().contains("was made for another study file, other data or another version"),
        "{}",
        ended.stderr()
    );
    let trial = trial.file("sweeps/swept/shard-000001.parquet", "damaged");
    let trial = trial.file("data/small/cases.csv", crate::trial::CASES);
    let ended = trial.run(&["sweep", "merge", "swept"]).code(2);
    assert!(ended.stderr().contains("shard 1 is damaged"), "{}", ended.stderr());
}

#[test]
fn rows_are_shown_where_a_condition_holds() {
    let trial = swept();
    trial.run(&["sweep", "run", "swept"]).code(0);
    trial.run(&["sweep", "merge", "swept"]).code(0);
    let shown =
        trial.run(&["sweep", "show", "swept", "--where", "consistency >= 0.9995 and pri = 0.5"]).code(0).stdout();
    let lines: Vec<&str> = shown.lines().collect();
    assert!(lines[0].starts_with("universe\tanalysis\tfrequency\tpri\tconsistency"), "{}", lines[0]);
    assert_eq!((lines.len(), lines[2]), (3, "1 of 4004 rows"));
    let ended = trial.run(&["sweep", "show", "swept", "--where", "consistncy > 1"]).code(2);
    assert!(ended.stderr().contains("no column `consistncy`"), "{}", ended.stderr());
    let ended = Trial::small().run(&["sweep", "run", "small"]).code(2);
    assert!(
        ended.stderr().contains("the study has no multiverse: say under `robustness: multiverse: vary:` what varies"),
        "{}",
        ended.stderr()
    );
}

#[test]
fn simulated_relations_are_recovered() {
    let trial = Trial::new();
    // With lower cutoffs a part of the relation may suffice for a minimal theory: ~C alone has a coverage of 0.8.
    let asked = [
        "simulate",
        "A*B + ~C",
        "--conditions",
        "A,B,C,D",
        "--cases",
        "200",
        "--draws",
        "50",
        "--coverage",
        "1",
        "--consistency",
        "1",
    ];
    let said = trial.run(&asked).code(0);
    let all = "100.0 % [92.9, 100.0]";
    for method in ["parsimonious", "cna"] {
        let found = said.stdout().lines().find(|line| line.starts_with(&format!("{method}\t"))).map(str::to_owned);
        let expected = format!("{method}\t{all}\t{all}\t{all}\t{all}\t{all}\t0.0 % [0.0, 7.1]\t1.00");
        assert_eq!(found.as_deref(), Some(expected.as_str()));
    }
    let again = trial.run(&asked).code(0);
    assert_eq!(said.stdout(), again.stdout());
    let noisy =
        trial.run(&["simulate", "A*B + ~C", "--cases", "30", "--draws", "50", "--noise", "0.4"]).code(0).stdout();
    assert!(!noisy.contains("parsimonious\t100.0 % [88"), "{noisy}");
    let random = ["simulate", "--random-terms", "2", "--conditions", "A,B,C,D", "--cases", "60", "--draws", "40"];
    let whole = trial.run(&random).code(0).stdout();
    let exact = |said: &str, method: &str| {
        let line = said.lines().find(|line| line.starts_with(method)).unwrap_or_default().to_owned();
        line.split('\t').nth(2).and_then(|cell| cell.split(' ').next()?.parse::<f64>().ok()).unwrap_or_default()
    };
    let part = trial.run(&[&random[..], &["--diversity", "0.4", "--expect", "A,~B"]].concat()).code(0).stdout();
    assert!(exact(&whole, "parsimonious") > exact(&part, "parsimonious"), "{whole}\n{part}");
    trial.run(&[&random[..], &["--expect", "Q"]].concat()).code(2).says(&["the conditions are A, B, C, D"]);
    trial.run(&["simulate", "A*Q", "--conditions", "A,B"]).code(2);
    for refused in ["--noise=2", "--noise=nan", "--cases=0", "--draws=0", "--frequency=0", "--consistency=1.1"] {
        trial.run(&["simulate", "A*B", refused]).code(2).says(&["invalid value"]);
    }
}

#[test]
fn simulations_have_limits_that_can_be_set() {
    for (args, said) in [
        (
            vec!["--cases", "1000000000000"],
            "--cases: 1000000000000 cases of 3 sets make tables of more than 20000000 memberships: simulate fewer cases, \
             or raise the limit with --most-memberships",
        ),
        (
            vec!["--draws", "1000000000000"],
            "--draws: 1000000000000 tables are more than the limit of 1000000: draw fewer, or raise the limit with \
             --most-draws",
        ),
        (vec!["--cases", "40", "--most-memberships", "119"], "--cases: 40 cases of 3 sets"),
    ] {
        Trial::new().run(&[vec!["simulate", "A*B"], args].concat()).code(2).says(&[said]);
    }
    Trial::new().run(&["simulate", "A*B", "--cases", "40", "--draws", "2", "--most-memberships", "120"]).code(0);
}

/// A multiverse beyond the limit of a run is refused when the study is read, unless it is declared for sweeps: then a
/// run reports that it evaluated no universe.
#[test]
fn an_oversized_multiverse_is_refused_or_swept() {
    const LARGE: &str =
        "multiverse: {vary: {consistency: {from: 0, to: 1, step: 0.001}, pri: {from: 0, to: 1, step: 0.001}}";
    let study = |more: &str| format!("{SMALL}robustness: {{{LARGE}{more}}}}}\nreport: {{formats: [md]}}\n");
    let trial = Trial::small().file("configs/small.yaml", study(""));
    let ended = trial.run(&["run", "configs/small.yaml", "--out", "out"]).code(3);
    assert!(ended.stderr().contains("1002001 universes are more than the 1000000 that a run goes through"));
    assert!(ended.stderr().contains("budget: {universes: 1002001}") && ended.stderr().contains("sweep: true"));
    assert!(!trial.path("out").exists());
    let trial = trial.file("configs/small.yaml", study(", sweep: true"));
    let ended = trial.run(&["run", "configs/small.yaml", "--out", "out"]).code(0);
    assert!(ended.stderr().contains("went through none of the 1002001 universes"), "{}", ended.stderr());
    let found = &trial.results("out")["robustness"]["multiverse"];
    assert_eq!([&found["complete"], &found["swept"]].map(Value::as_bool), [Some(false), Some(true)]);
    trial.run(&["sweep", "plan", "small", "--shards", "9"]).code(0);
    let trial =
        trial.file("configs/small.yaml", format!("{}budget: {{universes: 4}}\n", study(", sample: {sobol: 5}")));
    trial.run(&["run", "configs/small.yaml", "--out", "out"]).code(3);
    let trial =
        trial.file("configs/small.yaml", format!("{}budget: {{universes: 5}}\n", study(", sample: {sobol: 5}")));
    trial.run(&["run", "configs/small.yaml", "--out", "out"]).code(0);
    assert_eq!(trial.results("out")["budget"]["universes"], 5);
}

#[test]
fn unknown_cases_to_leave_out_are_refused() {
    for (plan, said) in [
        (
            "alternatives: [{id: fewer, drop_cases: [C1]}]",
            "as the alternative `fewer` does under `drop_cases`: did you mean `c1`?",
        ),
        ("multiverse: {vary: {drop_cases: [[], [c1, x]]}}", "as `multiverse: vary: drop_cases` does: there are `c1`"),
    ] {
        let trial = Trial::small().file("configs/small.yaml", format!("{SMALL}robustness: {{{plan}}}\n"));
        let ended = trial.run(&["run", "configs/small.yaml", "--out", "out"]).code(4);
        assert!(ended.stderr().contains("holds no case") && ended.stderr().contains(said), "{}", ended.stderr());
        assert!(!trial.path("out").exists());
    }
    // A run under a universe that leaves a case out leaves it out of the study's other decisions too.
    let plan =
        "robustness: {alternatives: [{id: fewer, drop_cases: [c4]}], multiverse: {vary: {drop_cases: [[], c4]}}}\n";
    let trial = Trial::small().file("configs/small.yaml", format!("{SMALL}{plan}"));
    trial.run(&["run", "configs/small.yaml", "--with", "universe=1", "--out", "out"]).code(0);
    let found = &trial.results("out")["robustness"]["multiverse"]["analyses"];
    let counts: Vec<_> =
        found.as_object().expect("analyses").values().map(|one| (&one["universes"], &one["possible"])).collect();
    assert_eq!(counts, [(&2.into(), &2.into())], "{found}");
}
