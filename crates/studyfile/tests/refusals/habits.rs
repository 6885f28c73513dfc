//! Mistakes that habits from Excel, fs/QCA, SPSS and a Chinese keyboard make, with the answer to each.

use equifinal_studyfile::parse::parse;

const HABITS: &str = include_str!("habits.yaml");

/// Compares the answer to the study with each part replaced.
fn check(name: &str, cases: &[(&str, &str)]) {
    let sound = parse("study.yaml", HABITS.as_bytes());
    assert!(sound.is_ok(), "{sound:?}");
    let messages = cases.iter().map(|(from, to)| {
        assert!(HABITS.contains(from), "{from:?} must occur");
        let source = HABITS.replacen(from, to, 1);
        let refused = parse("study.yaml", source.as_bytes()).err();
        refused.map_or_else(|| format!("accepted: {to}\n"), |refused| format!("{refused}\n"))
    });
    insta::assert_snapshot!(name, messages.collect::<Vec<_>>().join("\n"));
}

#[test]
fn full_width_signs() {
    check(
        "full-width-signs",
        &[
            ("outcome: EQ", "outcome：EQ"),
            ("outcome: EQ\n    conditions: [GDP, DOC]", "outcome：EQ\n    conditions：[GDP, DOC]"),
            ("id: provinces\n", "id：provinces\n"),
            ("[GDP, DOC]", "[GDP，DOC]"),
            ("[GDP, DOC]", "［GDP，DOC］"),
            ("[GDP, DOC]", "[GDP、DOC]"),
            (
                "{direct: {exclusion: 1.8, crossover: 2.6, inclusion: 3.4}}",
                "｛direct: {exclusion: 1.8, crossover: 2.6, inclusion: 3.4}｝",
            ),
            (
                "{direct: {exclusion: 1.8, crossover: 2.6, inclusion: 3.4}}",
                "{direct：{exclusion：1.8，crossover：2.6，inclusion：3.4}}",
            ),
            (
                "{direct: {exclusion: 1.8, crossover: 2.6, inclusion: 3.4}}",
                "｛direct：｛exclusion：1.8；crossover：2.6；inclusion：3.4｝｝",
            ),
            ("{en: Economy, zh: 经济}", "{en: Economy，zh: 经济}"),
            ("{en: Economy, zh: 经济}", "{en：Economy, zh：经济}"),
            ("\"统计年鉴（2020）：全国均值\"", "“统计年鉴: 全国均值”"),
            ("outcome: EQ", "outcome: \"～EQ\""),
            ("outcome: EQ", "outcome: ～EQ"),
            ("pri: 0.6", "pri: ０.６"),
            ("pri: 0.6", "pri: 0．6"),
            ("pri: 0.6", "pri: 0，6"),
            ("[en, zh]", "[en，zh]"),
            ("[html, md]", "[html， md]"),
            ("    outcome: EQ", "\u{a0}\u{a0}\u{a0}\u{a0}outcome: EQ"),
            ("    outcome: EQ", "\u{3000}\u{3000}outcome: EQ"),
            ("outcome: EQ", "outcome:\u{a0}EQ"),
            ("outcome: EQ", "outcome: EQ\u{200b}"),
            ("expectations: {GDP: present, DOC: present}", "expectations: {GDP：present，DOC：present}"),
            ("    label: Doctors", "    label：医生，护士"),
        ],
    );
}

#[test]
fn layout() {
    check(
        "layout",
        &[
            ("outcome: EQ", "outcome:EQ"),
            ("id: provinces\n", "id:provinces\n"),
            ("pri: 0.6", "pri:0.6"),
            (
                "  EQ:\n    label: Equity\n    calibrate: {given: fuzzy}\n",
                "  EQ:{label: Equity, calibrate: {given: fuzzy}}\n",
            ),
            ("zh: 省域路径：能力，还是投入", "zh: 省域: 路径"),
            ("label: Doctors", "label: Doctors: per 1000"),
            ("label: Doctors", "label: %"),
            ("label: Doctors", "label: @home"),
            ("label: Doctors", "label: \"Doctors\" and nurses"),
            ("label: Doctors", "label: \"Doctors"),
            ("label: Doctors", "label: [Doctors"),
            ("    outcome: EQ", "\toutcome: EQ"),
            ("    outcome: EQ\n    conditions: [GDP, DOC]\n", "\t\toutcome: EQ\n\t\tconditions: [GDP, DOC]\n"),
            ("  main:\n    outcome: EQ\n", "\tmain:\n\t\toutcome: EQ\n"),
            ("    conditions: [GDP, DOC]", "     conditions: [GDP, DOC]"),
            ("    conditions: [GDP, DOC]", "   conditions: [GDP, DOC]"),
            ("[GDP, DOC]", "[GDP, DOC"),
            ("[GDP, DOC]", "GDP, DOC]"),
            ("inclusion: 3.4}}", "inclusion: 3.4}"),
            ("inclusion: 3.4}}", "inclusion: 3.4}}}"),
            ("[GDP, DOC]", "GDP, DOC"),
            ("[GDP, DOC]", "[GDP DOC]"),
            ("pri: 0.6", "pri: 0,6"),
            ("exclusion: 1.8, crossover: 2.6,", "exclusion: 1,8, crossover: 2,6,"),
            ("exclusion: 30000, crossover: 60000", "exclusion: 30,000, crossover: 60，000"),
            ("outcome: EQ", "outcome = EQ"),
            ("outcome: EQ", "outcome EQ"),
        ],
    );
}

#[test]
fn words_of_other_programs() {
    check(
        "words-of-other-programs",
        &[
            ("[GDP, DOC]", "[gdp, DOC]"),
            ("outcome: EQ", "outcome: eq"),
            ("outcome: EQ", "outcome: ~eq"),
            ("outcome: EQ", "outcome: not EQ"),
            ("outcome: EQ", "outcome: \"!EQ\""),
            ("outcome: EQ", "outcome: 1-EQ"),
            ("outcome: EQ", "outcome: EQ=1"),
            ("outcome: EQ", "outcome: EQ{1}"),
            ("    expectations:", "    implausible: [\"gdp*DOC\"]\n    expectations:"),
            ("    expectations:", "    implausible: [\"GDP AND DOC\"]\n    expectations:"),
            ("    expectations:", "    implausible: [\"GDP & DOC\"]\n    expectations:"),
            ("    expectations:", "    implausible: [\"GDP·~DOC\"]\n    expectations:"),
            ("    expectations:", "    implausible: [\"（GDP）*DOC\"]\n    expectations:"),
            ("    expectations:", "    implausible: [GDP DOC]\n    expectations:"),
            ("pri: 0.6", "pri: 60%"),
            ("pri: 0.6", "pri: 60"),
            ("pri: 0.6", "pri: \"0.6\""),
            ("pri: 0.6", "pri: high"),
            ("frequency: 1", "frequency: 1.5"),
            ("frequency: 1", "freq: 1"),
            ("consistency: 0.8", "incl.cut: 0.8"),
            ("DOC: present", "DOC: 1"),
            ("DOC: present", "DOC: yes"),
            ("DOC: present", "DOC: +"),
        ],
    );
}

#[test]
fn keys_of_other_programs() {
    check(
        "keys-of-other-programs",
        &[
            ("interpret: intermediate", "interpret: complex"),
            ("interpret: intermediate", "solution: intermediate"),
            ("interpret: intermediate", "minimise: {solution: intermediate}"),
            ("{given: fuzzy}", "fuzzy"),
            ("{given: fuzzy}", "{fuzzy: true}"),
            ("{direct: {exclusion: 1.8, crossover: 2.6, inclusion: 3.4}}", "[1.8, 2.6, 3.4]"),
            ("{direct: {exclusion: 1.8, crossover: 2.6, inclusion: 3.4}}", "{direct: [1.8, 2.6, 3.4]}"),
            ("{direct: {exclusion: 1.8, crossover: 2.6, inclusion: 3.4}}", "{thresholds: [1.8, 2.6, 3.4]}"),
            ("exclusion: 1.8, crossover: 2.6, inclusion: 3.4", "exclusion: 3.4, crossover: 1.8, inclusion: 2.6"),
            ("exclusion: 1.8, crossover: 2.6, inclusion: 3.4", "full_out: 1.8, crossover: 2.6, full_in: 3.4"),
            ("[en, zh]", "[en, cn]"),
            ("[en, zh]", "[中文]"),
            ("[html, md]", "[word]"),
            ("[html, md]", "html"),
            ("provenance: original", "provenance: 原创"),
            ("provenance: original", "provenance: Original"),
            ("provinces/yearbook.csv", "C:\\数据\\yearbook.csv"),
            ("provinces/yearbook.csv", "../yearbook.csv"),
            ("id: 地区}", "ID: 地区}"),
            ("id: 地区}", "case: 地区}"),
            ("  GDP:\n", "  人均 GDP:\n"),
            ("  GDP:\n", "  GDP-PC:\n"),
            ("  DOC:\n", "  gdp:\n"),
            ("label: Doctors", "label: 2020"),
            ("label: Doctors", "label: yes\n    name: Doctors"),
            ("label: Doctors", "标签: 医生"),
            ("format: equifinal/study/1\n", ""),
            ("format: equifinal/study/1", "format: 1"),
            ("id: provinces\n", "id: Provinces 2020\n"),
            ("analyses:\n", "analysis:\n"),
            ("  main:\n", "  - main:\n"),
        ],
    );
}
