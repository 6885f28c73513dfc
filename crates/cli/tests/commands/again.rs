//! Reruns: an up-to-date report is left alone, any change causes a run, and `explain` names the cause.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::trial::{CASES, SMALL, Trial};

const RUN: [&str; 2] = ["run", "configs/small.yaml"];
const REPORT: &str = "reports/small/report.html";

/// [`SMALL`] with a claim that does not hold, run once.
fn ran() -> Trial {
    let claim = "claims:\n  - {id: two, text: Two paths., claim: {path_count: {analysis: main, count: 2}}}\n";
    let trial = Trial::small().file("configs/small.yaml", format!("{SMALL}{claim}"));
    trial.run(&RUN).code(0);
    trial
}

/// The modification time of the page.
fn written(trial: &Trial) -> SystemTime {
    fs::metadata(trial.path(REPORT)).and_then(|about| about.modified()).expect("a time")
}

fn study(trial: &Trial) -> String {
    String::from_utf8(trial.bytes("configs/small.yaml")).expect("UTF-8")
}

#[test]
fn unchanged_studies_write_nothing() {
    let trial = ran();
    let first = trial.run(&["run", "configs/small.yaml", "--force"]).code(0);
    let (before, time) = (trial.tree("reports"), written(&trial));
    let again = trial.run(&RUN).code(0);
    assert_eq!((trial.tree("reports"), written(&trial)), (before, time));
    // Verdicts and warnings are said again.
    let said = first.stdout().replacen("report.html", "report.html (up to date)", 1);
    assert_eq!(again.stdout(), said.replace("  since the last report: nothing differs\n", ""));
    assert!(again.stdout().contains("claim two: broken"), "{}", again.stdout());
    let warnings = |text: String| -> Vec<String> {
        text.lines().filter(|line| line.contains("WARN")).map(str::to_owned).collect()
    };
    assert_eq!(warnings(again.stderr()), warnings(first.stderr()));
    assert_eq!(trial.run(&["explain"]).code(0).stdout(), "small: up to date\n");
    trial.run(&["run", "configs/small.yaml", "--force"]).code(0);
    assert!(written(&trial) > time, "--force runs it");
}

#[test]
fn a_number_of_many_decimals_is_unchanged() {
    for cutoff in ["0.9090909090909091", "0.7272727272727273", "0.84615384615384617", "0.70000000000000007"] {
        let written = SMALL.replace("consistency: 0.8", &format!("consistency: {cutoff}"));
        assert_ne!(written, SMALL, "the study has a cutoff of 0.8");
        let trial = Trial::small().file("configs/small.yaml", written);
        trial.run(&RUN).code(0);
        assert_eq!(trial.run(&["explain"]).code(0).stdout(), "small: up to date\n", "{cutoff}");
    }
}

/// Compares the first reason line of `explain` after a change, then runs the study and checks that it is up to date.
#[track_caller]
fn check(change: impl FnOnce(Trial) -> Trial, expected: &str) {
    let trial = ran();
    let time = written(&trial);
    let trial = change(trial);
    let said = trial.run(&["explain", "small"]).code(0).stdout();
    let mut lines =
        said.lines().skip_while(|line| line.ends_with(": nothing has changed") || *line == "small: would be run");
    assert_eq!((said.lines().next(), lines.next()), (Some("small: would be run"), Some(expected)), "{said}");
    trial.run(&RUN).code(0);
    assert!(written(&trial) > time, "not run again: {expected}");
    assert_eq!(trial.run(&["explain", "small"]).code(0).stdout(), "small: up to date\n", "{expected}");
}

fn edited(from: &'static str, to: &'static str) -> impl FnOnce(Trial) -> Trial {
    move |trial| {
        let text = study(&trial).replace(from, to);
        trial.file("configs/small.yaml", text)
    }
}

#[test]
fn each_change_reruns_its_stages() {
    check(edited("consistency: 0.8,", "consistency: 0.85,"), "  analysing: `analyses` in the study file has changed");
    check(edited("count: 2", "count: 1"), "  varying: `claims` in the study file has changed");
    check(edited("A small study", "A smaller study"), "  writing: `title` in the study file has changed");
    check(
        edited("B: {calibrate: {given: crisp}}", "B: {calibrate: {given: fuzzy}}"),
        "  calibrating: `sets` in the study file has changed",
    );
    check(
        |trial| trial.file("data/small/cases.csv", CASES.replace("c1,0.9", "c1,0.8")),
        "  reading cases: data/small/cases.csv has changed",
    );
}

#[test]
fn comments_cause_no_run() {
    let trial = ran();
    let time = written(&trial);
    let trial = edited("title:", "# a comment\ntitle:")(trial);
    trial.run(&RUN).code(0);
    assert_eq!(written(&trial), time);
}

/// Changes one byte of a file and restores its modification time, so that size and time give no hint.
fn disguise(path: &Path, from: u8, to: u8) {
    let about = fs::metadata(path).and_then(|about| about.modified()).expect("a time");
    let mut bytes = fs::read(path).expect("a file");
    let place = bytes.iter().rposition(|byte| *byte == from).expect("the byte");
    bytes[place] = to;
    fs::write(path, bytes).expect("written");
    let file = fs::File::options().write(true).open(path).expect("a file");
    file.set_modified(about).expect("a time");
}

#[test]
fn content_decides_and_not_size_or_time() {
    check(
        |trial| {
            disguise(&trial.path("data/small/cases.csv"), b'3', b'4');
            trial
        },
        "  reading cases: data/small/cases.csv has changed",
    );
    let trial = ran();
    let text = format!("{}report: {{formats: [html, docx, png]}}\n", study(&trial));
    let trial = trial.file("configs/small.yaml", text);
    trial.run(&RUN).code(0);
    for (name, from, to) in [
        ("report.html", b'l', b'1'),
        ("results.json", b'a', b'b'),
        ("tables/memberships.csv", b'0', b'1'),
        ("report.en.docx", b'P', b'Q'),
        ("figures/xy.main.intermediate.en.png", b'D', b'E'),
    ] {
        let path = format!("reports/small/{name}");
        let before = trial.bytes(&path);
        disguise(&trial.path(&path), from, to);
        let said = trial.run(&["explain"]).code(0).stdout();
        assert!(said.contains(&format!("  writing: {name} was changed after it was written")), "{said}");
        trial.run(&RUN).code(0);
        assert_eq!(trial.bytes(&path), before, "{name}");
    }
}

/// The page that lists the reports is made anew only if it, or a report in it, is not as recorded.
#[test]
fn the_list_of_reports_is_mended() {
    const INDEX: &str = "reports/index.html";
    let trial = ran();
    let (before, time) = (trial.bytes(INDEX), fs::metadata(trial.path(INDEX)).and_then(|about| about.modified()));
    trial.run(&RUN).code(0);
    let again = fs::metadata(trial.path(INDEX)).and_then(|about| about.modified());
    assert_eq!(again.expect("a time"), time.expect("a time"));
    disguise(&trial.path(INDEX), b'l', b'1');
    trial.run(&RUN).code(0);
    assert_eq!(trial.bytes(INDEX), before);
    let other = trial.bytes("reports/small/manifest.json");
    let trial = trial.file("reports/other/manifest.json", &other);
    trial.run(&RUN).code(0);
    let listed = |trial: &Trial| String::from_utf8_lossy(&trial.bytes(INDEX)).contains("other/report.html");
    assert!(listed(&trial));
    fs::remove_dir_all(trial.path("reports/other")).expect("removed");
    trial.run(&RUN).code(0);
    assert!(!listed(&trial));
    // A report that cannot be listed is named by every run.
    let trial = trial.file("reports/other/manifest.json", "{}");
    for _ in 0..2 {
        trial.run(&RUN).code(0).says(&["other"]);
    }
}

#[test]
fn damaged_reports_are_rebuilt() {
    for gone in ["results.json", "manifest.json", "tables"] {
        let trial = ran();
        let before = trial.tree("reports/small");
        let path = trial.path(&format!("reports/small/{gone}"));
        if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.expect("removed");
        if gone == "manifest.json" {
            // Without it the folder is not known to be a report, and is left alone.
            trial.run(&RUN).code(2).says(&["no manifest.json"]);
            continue;
        }
        trial.run(&RUN).code(0);
        assert_eq!(trial.tree("reports/small"), before, "{gone}");
    }
    let trial = ran();
    let trial = trial.file("reports/.state/small.json", "{}");
    let said = trial.run(&["explain"]).code(0).stdout();
    assert!(said.contains("reading cases: it is not known which program wrote the report"), "{said}");
}
