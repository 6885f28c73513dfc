//! Probable mistakes that change results: each is a warning with its remedy, on stderr and first on the page.

use crate::trial::Trial;

const STUDY: &str = "\
format: equifinal/study/1
id: sound
title: Nothing to warn of first
provenance: synthetic
data:
  cases: {file: sound/cases.csv, id: case}
sets:
  BED: {column: beds, calibrate: {direct: {exclusion: 2, crossover: 4.5, inclusion: 8}}, because: A plan of 2016 names them}
  OUT: {column: out, direction: falling, calibrate: {direct: {exclusion: 30, crossover: 15.5, inclusion: 5}}, because: A plan of 2016 names them}
  Y: {calibrate: {given: crisp}}
analyses:
  main: {outcome: Y, conditions: [BED, OUT], truth_table: {consistency: 0.8, pri: 0.5}}
report: {formats: [md]}
";

const CASES: &str = "case,beds,out,Y\nc1,7.5,6,1\nc2,6,9,1\nc3,5,20,0\nc4,3,28,0\nc5,2.5,12,0\nc6,7,26,1\n";

/// A sound study is warned of nothing first; with each mistake the warning stands before everything else.
#[test]
fn probable_mistakes_are_said_first() {
    let check = |from: &str, to: &str, cases: &str, said: Option<&str>| {
        assert!(STUDY.contains(from), "{from}");
        let trial = Trial::new().file("configs/sound.yaml", STUDY.replacen(from, to, 1));
        let trial = trial.file("data/sound/cases.csv", cases);
        let ended = trial.run(&["run", "configs/sound.yaml"]).code(0);
        let stderr = ended.stderr();
        let first = stderr.lines().find_map(|line| line.split_once("WARN sound: ")).map(|(_, warning)| warning);
        let page = String::from_utf8(trial.bytes("reports/sound/report.en.md")).expect("UTF-8");
        let (head, _) = page.split_once("\n## ").expect("a section");
        let Some(said) = said else {
            for mistake in
                ["anchors fall", "no cutoff of PRI", "lie on one side", "looks like a total", "`implausible`"]
            {
                assert!(!stderr.contains(mistake), "{mistake}: {stderr}");
            }
            return;
        };
        assert!(head.replace('\\', "").contains(said), "{head}");
        let first = first.unwrap_or_default();
        assert!(first.starts_with(said), "{first}");
        assert!(trial.results("reports/sound")["warnings"][0].as_str().is_some_and(|warning| warning == first));
    };
    check("", "", CASES, None);
    let falls = "OUT: the anchors fall, from exclusion 30 to inclusion 5, so the lower the raw value, the more a case is \
                 in. Remedy: state “direction: falling” if that is meant; otherwise exchange exclusion and inclusion.";
    check("direction: falling, ", "", CASES, Some(falls));
    let pri = "Y: no cutoff of PRI is stated, so it is 0, and a row may pass as sufficient for the outcome and for its \
               absence at once. Remedy: state “pri: 0.5” or more under `truth_table`, or “pri: 0” if that is meant.";
    check(", pri: 0.5", "", CASES, Some(pri));
    let percent = "OUT: all raw values, 6 to 28, lie on one side of the anchors, 0.05 to 0.3, so that all cases are in or \
                   all are out. The values look like percentages and the anchors like shares: multiply the anchors by 100.";
    let shares = "{exclusion: 0.3, crossover: 0.155, inclusion: 0.05}";
    check("{exclusion: 30, crossover: 15.5, inclusion: 5}", shares, CASES, Some(percent));
    let total = "all the rest looks like a total or a mean and not like a case: its values of beds, out are the sums or \
                 the means of the others. Remedy: name it under `exclude` of the table of cases, with the reason.";
    check("", "", &format!("{CASES}all the rest,31,16.83,0\n"), Some(total));
    let observed = "Y: `implausible` names one row that holds cases; it is kept, since only remainders can be ruled \
                    out: row 1 (c4). Remedy: take it out of the list.";
    check(
        "pri: 0.5}",
        "pri: 0.5}, implausible: [{rows: ~BED*~OUT, because: no town is like that}]",
        CASES,
        Some(observed),
    );
}
