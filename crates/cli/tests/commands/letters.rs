//! Names of sets, analyses and studies in letters of any script, through every command and format.

use crate::trial::Trial;

const STUDY: &str = "\
format: equifinal/study/1
id: 省域路径
title: {zh: 省域健康公平的路径, en: Paths of provinces}
provenance: synthetic
data:
  cases: {file: 省域/年鉴.csv, id: 地区}
sets:
  经济: {column: 人均GDP（万元）, calibrate: {direct: {exclusion: 3, crossover: 5.05, inclusion: 8}}, because: 统计年鉴}
  医生: {column: 医生, calibrate: {given: fuzzy}}
  Été: {column: 夏, calibrate: {given: crisp}}
  公平: {column: 公平, calibrate: {given: fuzzy}}
analyses:
  主分析:
    outcome: 公平
    conditions: [经济, 医生, Été]
    negation: true
    truth_table: {frequency: 1, consistency: 0.75, pri: 0.5}
    expectations: {经济: present, 医生: present}
    paths: {富裕: {terms: [\"经济*医生\"]}}
robustness:
  alternatives:
    - {id: 更严, label: 更严, because: 检验, analysis: 主分析, truth_table: {consistency: 0.8}}
  multiverse:
    vary: {consistency: [0.75, 0.8], anchors: {经济: {crossover: [5.05, 5.2]}}}
claims:
  - {id: 有路径, text: 至少一条路径, claim: {path_count: {analysis: 主分析, at_least: 1}}}
report: {languages: [zh, en], formats: [html, md, tex, docx, png, csv, svg]}
";

const CASES: &str = "\
地区,人均GDP（万元）,医生,夏,公平
安徽,4.2,0.3,0,0.2
北京,16.4,0.9,1,0.9
上海,15.6,0.8,1,0.95
江苏,12.1,0.7,0,0.8
贵州,4.6,0.2,1,0.3
云南,5.2,0.4,0,0.4
浙江,10.1,0.8,1,0.9
河南,5.5,0.6,1,0.35
";

fn project() -> Trial {
    Trial::new().file("configs/省域.yaml", STUDY).file("data/省域/年鉴.csv", CASES)
}

#[test]
fn a_study_of_chinese_names_runs_with_every_format() {
    let trial = project();
    trial.run(&["run", "省域路径"]).code(0).says_in_answer(&["省域路径: ", "主分析: "]);
    let folder = "reports/省域路径";
    let names = trial.names(folder);
    for name in ["report.html", "report.zh.md", "report.en.tex", "report.zh.docx", "results.json"] {
        assert!(names.iter().any(|other| other == name), "{name} in {names:?}");
    }
    let figures = trial.names(&format!("{folder}/figures"));
    assert!(figures.iter().any(|name| name.contains("主分析") && name.ends_with(".svg")), "{figures:?}");
    assert!(figures.iter().any(|name| name.contains("not-主分析")), "{figures:?}");
    let tables = trial.names(&format!("{folder}/tables"));
    assert!(tables.contains(&"truth-table.主分析.zh.csv".to_owned()), "{tables:?}");
    let text = |file: &str| String::from_utf8(trial.bytes(&format!("{folder}/{file}"))).expect("UTF-8");
    assert!(text("tables/memberships.csv").lines().next().is_some_and(|head| head.contains("经济")));
    let page = text("report.html");
    assert!(page.contains("id=\"zh-table-truth-table.主分析\""), "the page has its anchors");
    // Every figure that a document names is there.
    for (document, before, after) in
        [("report.zh.md", "](figures/", ")"), ("report.en.tex", "{figures/", "}"), ("report.zh.tex", "{figures/", "}")]
    {
        let document = text(document);
        let named: Vec<&str> = document.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect();
        assert!(!named.is_empty());
        for name in named {
            assert!(figures.iter().any(|other| other == name), "{name} in {figures:?}");
        }
    }
    assert!(trial.bytes(&format!("{folder}/report.zh.docx")).starts_with(b"PK"));
    trial.run(&["check", "省域路径"]).code(0);
    trial.run(&["run", "省域路径"]).code(0).says_in_answer(&["up to date"]);
}

#[test]
fn commands_take_names_in_any_letters() {
    let trial = project();
    trial.run(&["fit", "省域路径", "经济*~医生 + Été => 公平"]).code(0).says_in_answer(&["经济*~医生"]);
    let with = "经济.crossover=5.2,drop_conditions=Été,drop_cases=安徽+云南,expectations.医生=any";
    trial.run(&["run", "省域路径", "--with", with, "--out", "out"]).code(0);
    trial.run(&["run", "省域路径", "--with", "alternative=更严", "--out", "other"]).code(0);
    trial.run(&["sweep", "plan", "省域路径"]).code(0);
    trial.run(&["sweep", "run", "省域路径"]).code(0);
    trial.run(&["sweep", "merge", "省域路径"]).code(0);
    trial
        .run(&["sweep", "show", "省域路径", "--where", "经济.crossover > 5.1"])
        .code(0)
        .says_in_answer(&["4 of 8 rows"]);
    trial.run(&["simulate", "经济*医生 + ~Été", "--draws", "5", "--cases", "20"]).code(0);
    trial.run(&["fit", "省域路径", "经济*医声 => 公平"]).code(2).says(&["`医声` is none of the sets", "医生"]);
}

#[test]
fn names_that_could_be_one_file_are_refused() {
    for (found, written, words) in [
        (
            "  Été:",
            "  Été: {column: 夏, calibrate: {given: crisp}}\n  éTÉ:",
            "the names `Été` and `éTÉ` differ only in case",
        ),
        ("  经济:", "  ＧＤＰ:", "`Ｇ`, `Ｄ` and `Ｐ` are full-width signs"),
        ("  经济:", "  人均 GDP:", "such as `人均_GDP`"),
        ("  经济:", "  2020年:", "such as `x2020年`"),
        ("id: 省域路径", "id: 省域 路径", "an id is made of lower-case letters, 0 to 9 and `-`, such as `省域-路径`"),
        ("id: 省域路径", "id: Provinces_2020", "such as `provinces-2020`"),
    ] {
        let trial = project().file("configs/省域.yaml", STUDY.replacen(found, written, 1));
        trial.run(&["run", "configs/省域.yaml"]).code(3).says(&[words]);
    }
    let long = "经".repeat(34);
    let trial = project().file("configs/省域.yaml", STUDY.replacen("  经济:", &format!("  {long}:"), 1));
    trial.run(&["run", "configs/省域.yaml"]).code(3).says(&["names and ids have at most 100 Latin or 33 Chinese ones"]);
}
