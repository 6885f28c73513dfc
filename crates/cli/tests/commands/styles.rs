//! The style of a report, shipped or as a file of the project.

use crate::trial::{SMALL, Trial};

const RUN: [&str; 2] = ["run", "small"];

fn trial(style: &str) -> Trial {
    let report = format!("report: {{languages: [en, zh], formats: [md], style: {style}}}\n");
    Trial::small().file("configs/small.yaml", format!("{SMALL}{report}"))
}

fn markdown(trial: &Trial, language: &str) -> String {
    String::from_utf8(trial.bytes(&format!("reports/small/report.{language}.md"))).expect("UTF-8")
}

#[test]
fn shipped_styles_print_as_their_journals_do() {
    for (style, language, printed) in [
        ("apa", "en", ["**Table 1**\n\n*", "\n## Key findings", "| 1.00 |"]),
        ("apa", "zh", ["**表1**\n\n*", "\n## 主要发现", "| 1.00 |"]),
        ("healthpolicy_zh", "zh", ["**表1** ", "\n## 1 主要发现", "| 1.000 |"]),
    ] {
        let trial = trial(style);
        trial.run(&RUN).code(0);
        let text = markdown(&trial, language);
        for one in printed {
            assert!(text.contains(one), "{style}: {one:?} is not in {text}");
        }
    }
}

#[test]
fn results_do_not_depend_on_the_style() {
    let [plain, apa] = ["{}", "apa"].map(|style| {
        let trial = trial(style);
        trial.run(&RUN).code(0);
        trial.bytes("reports/small/results.json")
    });
    assert_eq!(plain, apa);
}

#[test]
fn a_file_of_the_project_is_a_style_and_a_change_of_it_makes_the_report_stale() {
    let style =
        |decimals: u8| format!("decimals: {decimals}\ntables: {{label: \"Tab. {{number}}\", separator: colon}}\n");
    let trial = trial("thesis").file("configs/styles/thesis.yaml", style(1));
    trial.run(&RUN).code(0);
    let text = markdown(&trial, "en");
    assert!(text.contains("**Tab. 1**: ") && text.contains("| 1.0 |"), "{text}");
    trial.run(&["check", "small"]).code(0);
    let trial = trial.file("configs/styles/thesis.yaml", style(4));
    trial.run(&["check", "small"]).code(5);
    trial.run(&RUN).code(0);
    assert!(markdown(&trial, "en").contains("| 1.0000 |"));
}

#[test]
fn a_style_with_a_mistake_leaves_the_report_as_it_is() {
    let trial = trial("apa");
    trial.run(&RUN).code(0);
    let before = markdown(&trial, "en");
    for (style, text, said) in [
        ("thesis", "", "there is no such style: choose apa, healthpolicy_zh"),
        ("thesis", "decimals: 9\n", "configs/styles/thesis.yaml:1:11: `decimals` is 9"),
        ("thesis", "headings: roman\n", "configs/styles/thesis.yaml:1:11: `headings` is the text `roman`"),
        ("../thesis", "", "letters, digits, _ and - only"),
    ] {
        let report = format!("report: {{style: {style}}}\n");
        let mut trial = trial.copy().file("configs/small.yaml", format!("{SMALL}{report}"));
        if !text.is_empty() {
            trial = trial.file("configs/styles/thesis.yaml", text);
        }
        trial.run(&RUN).code(3).says(&[said]);
        assert_eq!(markdown(&trial, "en"), before);
    }
}
