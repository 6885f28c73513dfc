//! Every export of a survey platform and every kind of file, from a first codebook to a report.

use std::fs;
use std::path::Path;

use crate::trial::Trial;

/// Personal data of the invented respondents in the fixtures.
const CANARIES: [&str; 10] = [
    "金丝雀",
    "13800138000",
    "canary@example.org",
    "203.0.113.77",
    "canary_wx",
    "canary-device",
    "canary-city",
    "30.0077",
    "120.0077",
    "4242",
];

fn fixtures() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../ingest/tests/fixtures")
}

/// Fixtures with their detected format, number of responses, and one of their items; the name of a form follows a
/// space.
const EXPORTS: [(&str, &str, u64, &str); 23] = [
    ("wjx_text.xlsx", "wjx_text, Excel workbook", 3, "type: scale, scale: agreement"),
    ("123_按序号_医生问卷_3_3.xlsx", "wjx_number, Excel workbook", 3, "type: multiple"),
    ("123_按分数_医生问卷_3_3.xls", "wjx_score, Excel 97 workbook", 3, "type: number"),
    ("wjx_old.csv", "wjx_text, GBK, commas", 2, "type: scale, scale: agreement"),
    ("wenjuan_All_Data_Readable.csv", "wenjuan, GBK, commas", 2, "type: multiple"),
    ("tencent.xlsx", "tencent, Excel workbook", 2, "type: scale, scale: agreement"),
    ("tencent.json", "tencent_json, JSON file", 2, "type: scale, scale: agreement"),
    ("qualtrics.csv", "qualtrics, UTF-8 with a byte order mark", 3, "Q3_1: {column: \"Q3_1\", type: number}"),
    ("qualtrics_legacy.csv", "qualtrics_legacy, UTF-8", 2, "type: number"),
    ("surveymonkey.csv", "surveymonkey, UTF-8", 2, "type: multiple"),
    ("kobo.csv", "kobo, UTF-8, semicolons", 3, "column:"),
    ("kobo.csv xlsform.xlsx", "kobo, UTF-8, semicolons", 3, "points: {\"1\": 1, \"3\": 3, \"5\": 5}"),
    ("limesurvey.csv", "limesurvey, UTF-8", 2, "column:"),
    ("limesurvey_vv.csv", "limesurvey, UTF-8, tabs", 2, "W1: {column: \"My work [is worth it]\""),
    ("redcap.csv", "redcap, UTF-8, commas", 3, "type: multiple"),
    ("redcap.csv redcap_dictionary.csv", "redcap, UTF-8", 3, "{\"disagree\": 1, \"neutral\": 3, \"agree\": 5}"),
    ("google_forms.csv", "google_forms, UTF-8, commas", 2, "type: scale, scale: agreement"),
    ("google_forms.xlsx", "google_forms, Excel workbook", 2, "instruments:"),
    ("microsoft_forms.xlsx", "microsoft_forms, Excel workbook", 2, "column:"),
    ("container.sav", "SPSS file", 3, "agreement: {\"不同意\": 1, \"一般\": 3, \"同意\": 5}"),
    ("container.zsav", "SPSS file", 3, "type: single, scale: sex"),
    ("container_15.dta", "Stata file", 3, "column:"),
    ("wjx_text.xlsx", "wjx_text", 3, "# private, recognised by header or cells: 来自IP (IP address)"),
];

#[test]
fn every_export_gives_a_study_without_personal_data() {
    for (names, detected, count, drafted) in EXPORTS {
        let (file, form) = names.split_once(' ').map_or((names, None), |(file, form)| (file, Some(form)));
        let read = |name: &str| fs::read(fixtures().join(name)).expect(name);
        let mut trial = Trial::new().file(file, read(file));
        let mut args = vec!["new", "export", "--from", file];
        if let Some(form) = form {
            trial = trial.file(form, read(form));
            args.extend(["--codebook", form]);
        }
        // Three rows of labelled codes could be cases as well.
        if file.starts_with("container") {
            args.push("--survey");
        }
        let drawn_up = trial.run(&args);
        let text = String::from_utf8(trial.bytes("configs/export.yaml")).expect("UTF-8");
        assert!(text.contains(drafted), "{names}: {drafted}\n{text}");
        let trial = trial.file("configs/export.yaml", text.replace("languages: [en]", "languages: [en, zh]"));
        let ended = trial.run(&["run", "configs/export.yaml"]);
        let said = [drawn_up.text(), ended.code(0).text()].concat();
        assert!(said.contains(detected), "{names}: {said}");
        let found = &trial.results("reports/export")["measurement"]["responses"];
        assert_eq!(found["returned"], count, "{names}");
        let report = String::from_utf8(trial.bytes("reports/export/report.en.md")).expect("UTF-8");
        let plain = report.replace('\\', "");
        assert!(plain.contains(detected), "{names}: the report does not say {detected}");
        let chinese = String::from_utf8(trial.bytes("reports/export/report.zh.md")).expect("UTF-8");
        for english in [" file", "workbook", "commas", "semicolons", "tabs", "byte order", "cases ×"] {
            assert!(!chinese.contains(english), "{names}: `{english}` in the Chinese report");
        }
        let mut outputs = trial.tree("reports");
        outputs.extend(trial.tree("configs"));
        for (path, bytes) in outputs {
            let bytes = without_digests(&String::from_utf8_lossy(&bytes));
            for canary in CANARIES {
                assert!(!bytes.contains(canary), "{names}: {canary} in {}", path.display());
            }
        }
        assert!(CANARIES.iter().all(|canary| !said.contains(canary)), "{names}: {said}");
    }
}

/// The text without digests, whose digits may happen to be those of a number that is private.
fn without_digests(text: &str) -> String {
    const DIGITS: usize = 64;
    text.split_inclusive(|sign: char| !sign.is_ascii_hexdigit()).filter(|piece| piece.len() < DIGITS).collect()
}

#[test]
fn tables_that_no_platform_wrote_are_cases() {
    for file in [
        "container.tsv",
        "container.xlsx",
        "container.xls",
        "container.ods",
        "container.json",
        "container.parquet",
        "container_8.dta",
    ] {
        let trial = Trial::new().file(file, fs::read(fixtures().join(file)).expect(file));
        assert!(trial.run(&["new", "plain", "--from", file]).code(0).text().contains("3 cases"));
        trial.run(&["run", "configs/plain.yaml"]).code(0);
        let memberships = String::from_utf8(trial.bytes("reports/plain/tables/memberships.csv")).expect("UTF-8");
        assert_eq!(memberships.lines().count(), 4, "{file}");
    }
    for form in ["xlsform.xlsx", "redcap_dictionary.csv"] {
        let trial = Trial::new().file(form, fs::read(fixtures().join(form)).expect(form));
        trial.run(&["new", "form", "--from", form]).code(2).says(&["is a form", "--codebook"]);
    }
}

/// An export with personal data in every known place: platform columns, questions, free text, ids, and cells that look
/// like answers.
const PLANTED: &str = "\
序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、您的姓名,2、您的手机号,3、微信号,4、电子邮箱,5、您的建议,6、我愿意继续,7、我想退出,8、请留下
1,2026/3/20 22:27:24,207秒,微信,N/A,203.0.113.77(某省-某市),金丝雀甲,13800138000,canary_wx1,canary1@example.org,秘密意见一,同意,不同意,13900139001
2,2026/3/20 22:28:24,217秒,微信,N/A,203.0.113.78(某省-某市),金丝雀乙,13800138001,canary_wx2,canary2@example.org,秘密意见二,非常同意,非常不同意,13900139002
3,2026/3/20 22:29:24,27秒,微信,N/A,203.0.113.79(某省-某市),金丝雀丙,13800138002,canary_wx3,canary3@example.org,秘密意见三,一般,一般,13900139003
";

#[test]
fn personal_data_do_not_leave_an_export() {
    let secrets = ["203.0.113.", "金丝雀", "138001380", "canary", "@example", "秘密", "139001390"];
    let trial = Trial::new().file("planted.csv", PLANTED);
    let drawn_up = trial.run(&["new", "planted", "--from", "planted.csv"]);
    let drafted = String::from_utf8(trial.bytes("configs/planted.yaml")).expect("UTF-8");
    let strict = drafted.replace("- {rule: duplicate, action: flag}", "- {rule: {too_fast: {seconds: 90}}}");
    assert_ne!(strict, drafted);
    let trial = trial.file("configs/strict.yaml", strict.replace("id: planted", "id: strict"));
    let mut said = drawn_up.code(0).text();
    said.push_str(&trial.run(&["run", "configs/planted.yaml", "configs/strict.yaml"]).code(0).text());
    // What an author asks for by mistake is refused without a word of it.
    let asked = drafted.replace("    items:\n", "    items:\n      asked: {column: \"2、您的手机号\", type: text}\n");
    let trial = trial.file("configs/asked.yaml", asked.replace("id: planted", "id: asked"));
    said.push_str(&trial.run(&["run", "configs/asked.yaml"]).code(4).says(&["holds private data"]).text());
    let mistaken = drafted.replace("type: scale, scale: agreement}", "type: number}");
    let trial = trial.file("configs/mistaken.yaml", mistaken.replace("id: planted", "id: mistaken"));
    said.push_str(&trial.run(&["run", "configs/mistaken.yaml"]).code(4).text());
    let mut outputs = trial.tree("reports");
    outputs.extend(trial.tree("configs"));
    assert!(outputs.len() > 10, "{} files", outputs.len());
    for secret in secrets {
        assert!(!said.contains(secret), "{secret}: {said}");
        for (path, bytes) in &outputs {
            assert!(!String::from_utf8_lossy(bytes).contains(secret), "{secret} in {}", path.display());
        }
    }
}
