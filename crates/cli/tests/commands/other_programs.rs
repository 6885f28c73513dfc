//! `export`: a study for R and for fs/QCA.

use std::fs;
use std::process::Command;

use equifinal_testing::needs::{Need, or_skip};

use crate::trial::{CASES, SMALL, Trial};

/// A study with a set whose name R cannot read, a case at 0.5, a row that is impossible, and necessity in degree.
fn study() -> Trial {
    let study = SMALL
        .replace("  A: {calibrate", "  经济: {column: A, calibrate")
        .replace("conditions: [A, B]", "conditions: [经济, B]")
        .replace(
            "    truth_table",
            "    negation: true\n    at_crossover: present\n    expectations: {经济: present}\n    \
             implausible: [{rows: \"~经济*~B\"}]\n    truth_table",
        );
    let study = format!(
        "{study}nca:\n  degree: {{outcome: Y, conditions: [经济], on: memberships, ceilings: [ce_fdh, lh], permutations: 0}}\n"
    );
    let cases = format!("{CASES}\"c5\"\"); quit(\",0.5,1,0.8\n");
    Trial::new().file("configs/small.yaml", study).file("data/small/cases.csv", cases)
}

fn text(trial: &Trial, path: &str) -> String {
    String::from_utf8(trial.bytes(path)).expect("a text")
}

#[test]
fn a_script_repeats_the_analyses_in_r() {
    let trial = study();
    let said = trial.run(&["export", "small", "--to", "r"]).code(0).stdout();
    assert!(said.ends_with("next: cd exports/small-r; Rscript small.R\n"), "{said}");
    insta::assert_snapshot!("script", text(&trial, "exports/small-r/small.R"));
    insta::assert_snapshot!("memberships", text(&trial, "exports/small-r/memberships.csv"));
    insta::assert_snapshot!("nca", text(&trial, "exports/small-r/nca1.csv"));
}

#[test]
fn r_reads_the_script_up_to_its_packages() {
    let found = Command::new("Rscript").arg("--version").output().map_err(|error| format!("Rscript: {error}"));
    if or_skip(Need::R, found).is_none() {
        return;
    }
    let trial = study();
    trial.run(&["export", "small", "--to", "r"]).code(0);
    let folder = trial.path("exports/small-r");
    let script = folder.join("small.R");
    let without =
        text(&trial, "exports/small-r/small.R").replace("suppressPackageStartupMessages(library(QCA))", "stop_here()");
    fs::write(&script, without).expect("written");
    let r = |program: &str| {
        let output = Command::new("Rscript").current_dir(&folder).args(["-e", program]).output().expect("R runs");
        (String::from_utf8_lossy(&output.stdout).into_owned(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    assert_eq!(r("cat(length(parse('small.R', encoding = 'UTF-8')) > 20)").0, "TRUE");
    let (_, error) = r("source('small.R', encoding = 'UTF-8')");
    assert!(error.contains("stop_here"), "{error}");
    // The functions of the script, and the data, without the packages.
    let functions = "lines <- readLines('small.R', encoding = 'UTF-8'); from <- grep('^same <-', lines); \
                     to <- grep('^memberships <-', lines); eval(parse(text = lines[from:to])); ";
    let (said, error) = r(&format!(
        "{functions} cat(nrow(memberships), names(memberships), rownames(memberships)[5], \
         model(c('C*~A', 'B')), models(list(solution = list(c('A', 'B'), c('B', 'A')))), sep = '|'); \
         same('one', c(1, NA), c(1 + 1e-9, NA)); same('two', 0.5, 0.6)"
    ));
    assert_eq!(said, "5|S1|B|Y|c5\"); quit(|B + C*~A|A + B");
    assert!(error.contains("two: R gives 0.5, the study gives 0.6"), "{error}");
}

#[test]
fn a_sheet_says_what_to_choose_in_fsqca() {
    let trial = study();
    let said = trial.run(&["export", "small", "--to", "fsqca"]).code(0).stdout();
    assert!(said.ends_with("next: open exports/small-fsqca/small.md and follow its steps in fs/QCA\n"), "{said}");
    insta::assert_snapshot!("sheet", text(&trial, "exports/small-fsqca/small.md"));
    insta::assert_snapshot!("table", text(&trial, "exports/small-fsqca/small.csv"));
}

#[test]
fn files_of_others_are_kept() {
    let trial = Trial::small().file("exports/small-r/memberships.csv", "mine");
    let said = trial.run(&["export", "small", "--to", "r"]).code(2).stderr();
    assert!(said.contains("exports/small-r/memberships.csv"), "{said}");
    assert_eq!(text(&trial, "exports/small-r/memberships.csv"), "mine");
    assert!(!trial.path("exports/small-r/small.R").exists(), "nothing is written");
    trial.run(&["export", "small", "--to", "r", "--force"]).code(0);
    assert!(text(&trial, "exports/small-r/memberships.csv").starts_with("\"case\",\"A\""), "replaced");
    trial.run(&["export", "small", "--to", "r"]).code(0);
    let said = Trial::small().run(&["export", "small", "--to", "spss"]).code(2).stderr();
    assert!(said.contains("fsqca"), "{said}");
}
