//! R scripts as studies.

use crate::trial::{Trial, of_project};

const SCRIPT: &str = "\
library(QCA)
d <- read.csv('data/countries.csv', row.names = 1)
d$RICH <- calibrate(d$gnp, thresholds = 'e=400, c=550, i=900')
d[, 'CALM'] <- calibrate(d[['cabinets']], thres = c(i = 5, c = 9.5, e = 15))
d$BIG = calibrate(d$urban, type = 'crisp', thresholds = 50)
d$LIT <- ifelse(d$literacy >= 50, 1, 0)
d$ODD <- d$urban * 2
conds <- c('RICH', 'CALM')
tt <- truthTable(d, 'SURV', conds, incl.cut = 0.75, n = 2, show.cases = TRUE)
sol <- minimize(tt, include = '?', dir.exp = c(1, 0), all.sol = TRUE)
minimize(truthTable(d, outcome = '~SURV', conditions = 'RICH, CALM'), exclude = findRows('RICH*~CALM', tt))
superSubset(d, outcome = 'SURV', conditions = conds, incl.cut = 0.95)
cluster(d, sol)
";

/// The study that a script gives, and what the command says.
fn imported(script: &str, words: &[&str]) -> (Trial, serde_json::Value, String) {
    let trial = Trial::new().file("analysis.R", script);
    let said = trial.run(&[&["import", "analysis.R"], words].concat()).code(0).stdout();
    let study = String::from_utf8(trial.bytes("configs/analysis.yaml")).expect("UTF-8");
    let study = serde_yaml::from_str(&study).expect("YAML");
    (trial, study, said)
}

#[test]
fn the_decisions_of_a_script_become_a_study() {
    let (_, study, said) = imported(SCRIPT, &[]);
    for (place, expected) in [
        ("/data/cases/file", "\"countries.csv\""),
        (
            "/sets/RICH",
            "{\"column\":\"gnp\",\"calibrate\":{\"direct\":{\"exclusion\":400.0,\"crossover\":550.0,\"inclusion\":900.0}}}",
        ),
        ("/sets/CALM/calibrate/direct/inclusion", "5.0"),
        ("/sets/CALM/direction", "\"falling\""),
        ("/sets/BIG/calibrate/crisp/threshold", "50.0"),
        ("/sets/LIT", "{\"column\":\"literacy\",\"calibrate\":{\"crisp\":{\"threshold\":50.0}}}"),
        ("/sets/SURV/calibrate/given", "\"fuzzy\""),
        ("/analyses/surv/truth_table", "{\"frequency\":2,\"consistency\":0.75,\"pri\":0.0}"),
        ("/analyses/surv/interpret", "\"intermediate\""),
        ("/analyses/surv/expectations", "{\"RICH\":\"present\",\"CALM\":\"absent\"}"),
        ("/analyses/surv/minimise", "{\"models\":\"irredundant\"}"),
        ("/analyses/surv/necessity", "{\"consistency\":0.95}"),
        ("/analyses/not-surv/outcome", "\"~SURV\""),
        ("/analyses/not-surv/conditions", "[\"RICH\",\"CALM\"]"),
        ("/analyses/not-surv/truth_table/consistency", "1.0"),
        ("/analyses/not-surv/implausible", "[{\"rows\":\"RICH*~CALM\"}]"),
    ] {
        let found = study.pointer(place).map(ToString::to_string);
        assert_eq!(found.as_deref(), Some(expected), "{place} in {study:#}");
    }
    for words in [
        "analysis.R:7: ODD: a column that is computed",
        "analysis.R:13: cluster() is not read",
        "memberships from 0 to 1: SURV",
    ] {
        assert!(said.contains(words), "`{words}` is missing in\n{said}");
    }
    assert!(!said.contains("analysis.R:1:") && said.contains("then equifinal run analysis"), "{said}");
}

/// The textbook data: the study that a script gives finds what the study of the project finds.
#[test]
fn an_imported_study_finds_the_solutions_of_r() {
    let script = "\
d <- read.csv('cases.csv', row.names = 1)
d$DEV <- calibrate(d$gnp_per_capita, thresholds = 'e=400, c=550, i=900')
d$URB <- calibrate(d$urban_share, thresholds = c(25, 50, 65))
d$LIT <- calibrate(d$literacy, thresholds = c(50, 75, 90))
d$IND <- calibrate(d$industrial_share, thresholds = c(20, 30, 40))
d$STB <- calibrate(d$cabinets, thresholds = c(15, 9.5, 5))
d$SURV <- calibrate(d$survival, thresholds = c(-9, 0, 10))
tt <- truthTable(d, outcome = 'SURV', conditions = 'DEV, URB, LIT, IND, STB', incl.cut = 0.8)
minimize(tt)
";
    let data = of_project("data/lipset-democracy/cases.csv");
    let trial = Trial::new().file("analysis.R", script).file("data/cases.csv", data);
    trial.run(&["import", "analysis.R", "--data", "cases.csv"]).code(0);
    trial.run(&["run", "analysis"]).code(0);
    let found = trial.results("reports/analysis");
    let model = &found["analyses"]["surv"]["solutions"]["conservative"]["models"][0];
    // R QCA 3.25 with these calls.
    assert_eq!(model["expression"], "DEV*~URB*LIT*~IND*STB + DEV*URB*LIT*IND*STB");
    assert!((model["consistency"].as_f64().expect("a number") - 0.870).abs() < 5e-4, "{model}");
}

#[test]
fn what_is_exported_can_be_imported() {
    let trial = Trial::small();
    trial.run(&["export", "small", "--to", "r"]).code(0);
    let script = String::from_utf8(trial.bytes("exports/small-r/small.R")).expect("UTF-8");
    let (_, study, _) = imported(&script, &[]);
    let analysis = &study["analyses"]["y"];
    assert_eq!(analysis["conditions"], serde_json::json!(["A", "B"]));
    let cuts = serde_json::json!({"frequency": 1, "consistency": 0.8, "pri": 0.5});
    assert_eq!(analysis["truth_table"], cuts);
}

#[test]
fn nothing_is_made_of_nothing_and_nothing_is_overwritten() {
    let trial = Trial::new().file("a.R", "x <- 1\nplot(x)\n").file("b.R", SCRIPT);
    trial.run(&["import", "a.R"]).code(2).says(&["no call of truthTable"]);
    trial.run(&["import", "c.R"]).code(2);
    trial.run(&["import", "b.R"]).code(0);
    trial.run(&["import", "b.R"]).code(2).says(&["exists already", "--out"]);
    assert!(trial.run(&["import", "a.R", "--lang", "zh"]).code(2).stderr().contains("没有可以读取的"));
}

/// Printed solutions of R and of fs/QCA are recognised, and their numbers compared.
#[test]
fn a_printed_solution_is_recognised() {
    let trial = Trial::new()
        .file("configs/lipset-democracy.yaml", of_project("configs/lipset-democracy.yaml"))
        .file("data/lipset-democracy/cases.csv", of_project("data/lipset-democracy/cases.csv"));
    let check = |text: &str, said: &[&str]| {
        std::fs::write(trial.path("printed.txt"), text).expect("a file");
        let stdout = trial.run(&["import", "printed.txt", "--study", "lipset-democracy"]).code(0).stdout();
        for words in said {
            assert!(stdout.contains(words), "`{words}` is missing in\n{stdout}");
        }
    };
    check(
        "M1: DEV*~URB*LIT*~IND*STB + DEV*URB*LIT*IND*STB => SURV",
        &["line 1: the conservative solution of survival, model 1 of 1"],
    );
    check(
        "--- COMPLEX SOLUTION ---\nDEV*urb*LIT*ind*STB  0.426 0.209 0.804\nDEV*URB*LIT*IND*STB  0.4 0.2 0.9\n",
        &["line 2: the conservative solution of survival"],
    );
    check("DEV*LIT + URB", &["no solution of the study has these terms; the nearest is", "printed, and not in it: "]);
    check("A*B + C", &["line 1: no analysis of the study has these conditions"]);
    std::fs::write(trial.path("printed.txt"), "nothing").expect("a file");
    trial.run(&["import", "printed.txt", "--study", "lipset-democracy"]).code(2).says(&["prints no solution"]);
}
