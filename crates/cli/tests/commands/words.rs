//! The words of every study's report: no code, no id and no other language without a mark, and the terms of the field.

use equifinal_study::script::is_han;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use crate::trial::project;

/// The committed pages of every study.
static PAGES: LazyLock<Vec<Study>> = LazyLock::new(|| studies().iter().map(|path| Study::of(path)).collect());

/// The messages of both languages, for words that no study of the project happens to print.
const CATALOGUES: [&str; 2] =
    [include_str!("../../../report/messages/en.ftl"), include_str!("../../../report/messages/zh.ftl")];

/// A study with its pages, the words of its Chinese figures, and the names that formal expressions are made of.
struct Study {
    name: String,
    /// The English and the Chinese page.
    pages: [String; 2],
    figures: Vec<(String, String)>,
    cases: BTreeSet<String>,
    sets: BTreeSet<String>,
}

fn studies() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(project().join("configs")).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut studies: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|end| end == "yaml")).collect();
    studies.sort();
    assert!(studies.len() > 6, "{studies:?}");
    studies
}

impl Study {
    fn of(path: &Path) -> Self {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let report = project().join("reports").join(&name);
        let text = |path: &str| std::fs::read_to_string(report.join(path)).expect(path);
        let names = |folder: &str| {
            let entries = std::fs::read_dir(report.join(folder)).into_iter().flatten();
            let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
            names.collect::<BTreeSet<String>>()
        };
        let results: serde_json::Value = serde_json::from_str(&text("results.json")).expect("JSON");
        let analyses = results["analyses"].as_object().into_iter().flatten().map(|(_, analysis)| analysis);
        let named = |analysis: &serde_json::Value| {
            let conditions = analysis["conditions"].as_array().cloned().unwrap_or_default();
            conditions.into_iter().chain([analysis["outcome"].clone()]).collect::<Vec<_>>()
        };
        let sets = analyses.flat_map(named).filter_map(|name| Some(name.as_str()?.trim_start_matches('~').to_owned()));
        let sets = sets.map(|name| name.split('[').next().unwrap_or_default().to_owned()).collect();
        let has_cases = names("tables").contains("memberships.csv");
        let memberships = if has_cases { text("tables/memberships.csv") } else { String::new() };
        let case = |line: &str| Some(line.split(',').next()?.trim_matches('"').to_owned());
        let cases = memberships.lines().skip(1).filter_map(case).collect();
        let figures = names("figures").into_iter().filter(|name| name.ends_with(".zh.svg"));
        let figures = figures.map(|name| (name.clone(), drawn(&text(&format!("figures/{name}"))))).collect();
        let pages = ["en", "zh"].map(|language| text(&format!("report.{language}.md")));
        Self { name, pages, figures, cases, sets }
    }
}

/// The words of a drawing: what stands between its tags, without style sheets.
fn drawn(svg: &str) -> String {
    let parts = svg.split("<style").flat_map(|part| part.rsplit("</style>").next());
    let words = parts.flat_map(|part| part.split('<').filter_map(|tag| tag.split_once('>')).map(|(_, words)| words));
    words.collect::<Vec<_>>().join("\n").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// Latin words that a Chinese page may hold, each group with its reason.
const LATIN: [(&[&str], &str); 8] = [
    (&["kept", "delayed"], "names of two analyses of one outcome, which nothing else tells apart"),
    (
        &[
            "QCA",
            "fsQCA",
            "csQCA",
            "NCA",
            "PRI",
            "SYM",
            "RoN",
            "SUIN",
            "RF_cov",
            "RF_cons",
            "RF_SC_minTS",
            "RF_SC_maxTS",
            "RCR_typ",
            "RCR_dev",
            "RCC_Rank",
            "CE-FDH",
            "CR-FDH",
            "NN",
            "NA",
        ],
        "measures of the method, printed so in Chinese journals",
    ),
    (
        &[
            "CITC", "CR", "AVE", "KMO", "MSA", "HTMT", "CFI", "TLI", "RMSEA", "SRMR", "ICC", "GRIM", "GRAMMS", "COREQ",
            "STROBE", "DRG", "DRGs",
        ],
        "abbreviations without a Chinese one in use",
    ),
    (
        &[
            "Vis",
            "Dul",
            "Cohen",
            "Cronbach’s",
            "McDonald’s",
            "Fleiss",
            "Krippendorff",
            "McDonald",
            "Cramér",
            "Pearson",
            "Welch",
            "Kruskal",
            "Wallis",
            "Harman",
            "Sobol",
            "Holm",
            "BH",
            "Benjamini",
            "Hochberg",
            "Ambühl",
            "Falk",
            "Parkkinen",
            "Landis",
            "Koch",
            "Wilson",
            "Fornell",
            "Larcker",
            "Henseler",
            "Ringle",
            "Sarstedt",
            "Kelley",
            "Creswell",
            "Plano",
            "Clark",
            "Fiss",
            "Goertz",
            "Lipset",
            "Marx",
            "Duşa",
            "Murphy",
            "Nicholl",
            "Tong",
            "Sainsbury",
            "Craig",
            "Elm",
            "von",
            "O’Cathain",
            "Gibson",
            "Vann",
            "Braumoeller",
            "Oana",
            "Schneider",
            "Wagemann",
            "Thomann",
            "Rohlfing",
            "Rihoux",
            "Meur",
            "De",
            "Ragin",
            "Baumgartner",
            "Spöhel",
            "Thiem",
            "Rubinson",
            "Hanckel",
            "Maggetti",
            "Greckhamer",
            "Haesebrouck",
            "Pappas",
            "Woodside",
            "Garcia-Castro",
            "Ariño",
            "et",
            "al",
        ],
        "names of authors and of their tests",
    ),
    (&["Excel", "UTF", "UTF-8", "GBK", "CSV", "Word", "PDF", "wjx_text"], "names of files and their formats"),
    (&["min"], "formal expressions"),
    (&["df", "SD", "idm"], "symbols"),
    (&["at_crossover", "present", "absent", "drop"], "keys of a study file, quoted in remedies"),
];

/// The Latin words of a Chinese text that nothing allows; names of sets only stand in formal expressions.
fn leaks(text: &str, study: &Study, expressions: bool) -> BTreeSet<String> {
    let is_part = |sign: char| sign.is_alphabetic() && !is_han(sign) || sign.is_ascii_digit() || "_-./’".contains(sign);
    let mut found = BTreeSet::new();
    for word in text.split(|sign| !is_part(sign)).map(|word| word.trim_matches(['-', '.', '/', '’', '_'])) {
        let letters = word.chars().filter(|sign| sign.is_ascii_alphabetic()).count();
        let is_file = word.contains('/') || [".csv", ".json", ".xlsx"].iter().any(|end| word.ends_with(end));
        // A symbol (p, n, F), a path (H1a, NH2), an item (ws1), a model (M1), a text of a collection (T11).
        let is_label = letters <= 1
            || word.len() <= 5
                && word
                    .trim_start_matches(|sign: char| sign.is_ascii_alphabetic())
                    .starts_with(|sign: char| sign.is_ascii_digit());
        let is_allowed = LATIN.iter().any(|(words, _)| words.contains(&word)) || study.cases.contains(word);
        if !(is_file || is_label || is_allowed || expressions && study.sets.contains(word)) {
            found.insert(word.to_owned());
        }
    }
    found
}

/// A line of Markdown without code, targets of links and escapes.
fn plain(line: &str) -> String {
    let mut words: String = line.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    while let Some((before, after)) = words.clone().split_once("](") {
        words = format!("{before}] {}", after.split_once(')').map_or("", |(_, rest)| rest));
    }
    words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").replace('\\', "")
}

/// The lines of a page outside the literature, which is quoted as it was published.
fn prose(page: &str) -> impl Iterator<Item = &str> {
    let mut skipped = false;
    page.lines().filter(move |line| {
        if line.starts_with('#') {
            skipped = ["参考文献", "来源", "References", "Sources"].contains(&line.trim_start_matches(['#', ' ']));
        }
        !skipped
    })
}

#[test]
fn a_chinese_page_holds_no_code_no_id_and_no_english() {
    for study in PAGES.iter() {
        for line in prose(&study.pages[1]).skip_while(|line| !line.starts_with('#')).skip(4) {
            let is_caption = line.starts_with("**") || line.starts_with('#') || line.starts_with('图');
            let found = leaks(&plain(line), study, !is_caption);
            assert!(found.is_empty(), "{}: {found:?} in: {line}", study.name);
        }
        // The rows of a map of models are formal expressions, broken into lines.
        for (name, words) in study.figures.iter().filter(|(name, _)| !name.starts_with("models.")) {
            let found = leaks(words, study, false);
            assert!(found.is_empty(), "{}: {found:?} in {name}", study.name);
        }
    }
}

#[test]
fn an_english_page_holds_no_chinese_without_a_mark() {
    for study in PAGES.iter() {
        for line in prose(&study.pages[0]) {
            let marked = line.split("\\[in zh\\]").collect::<Vec<_>>();
            // What follows the last mark of a line has none.
            let unmarked = if marked.len() > 1 { marked[marked.len() - 1] } else { line };
            assert!(!unmarked.chars().any(is_han), "{}: {line}", study.name);
        }
    }
}

/// Each row: what was printed, and what is printed in its place.
const CHINESE: [(&str, &str); 37] = [
    ("非政府稳定", "政府不稳定"),
    ("非城市化程度高", "城市化程度低"),
    ("非工业化程度高", "工业化程度低"),
    ("非识字率高", "识字率低"),
    ("非民主存续", "民主崩溃"),
    ("业务缺乏关联", "业务关联度低"),
    ("经济缺乏关联", "经济关联度低"),
    ("机构间资源缺乏互补", "资源互补度低"),
    ("绩效未达高水平", "非高绩效"),
    ("服务能力未提升", "非高服务能力提升"),
    ("住院留在县域", "高住院县域内就诊率"),
    ("住院流向县外", "非高住院县域内就诊率"),
    ("医联体紧密程度 [2]", "紧密型医联体"),
    ("inpatients不低于0.9", "住院县域内就诊率≥90%"),
    ("必要性相关性", "必要性相关度（RoN）"),
    ("核心文字相同", "核心条件相同"),
    ("反事实台账", "反事实使用明细"),
    ("宇宙", "设定组合"),
    ("存续（占", "保留率"),
    ("偶然性对", "置换检验结果"),
    ("其他案例与其他取值", "重抽样与随机性检验"),
    ("集合中值得注意之处", "校准诊断"),
    ("其他决策下所解释的解", "不同设定下的解"),
    ("研究论断", "研究结论核验"),
    ("判定内容", "判定规则"),
    ("组合而成", "表明，当"),
    ("是通向", "可产生高"),
    ("约覆盖结果集合", "约可解释"),
    ("真值表同等支持", "个模型与真值表同等吻合"),
    ("区外", "未覆盖"),
    ("不低于首年的2.0倍", "实现翻番"),
    ("（1.150倍）", "提高12.6个百分点"),
    ("11年中有0年", "11年间均未达标"),
    ("197人中174人", "88.32%（174/197"),
    ("优势率", "优势概率"),
    ("作答时间过短（秒）", "作答时间<90秒"),
    ("不可能无误", "未通过者必有错误"),
];

const ENGLISH: [(&str, &str); 31] = [
    ("| held |", "supported"),
    ("| Under |", "Judged under"),
    ("made up", "constructed"),
    ("Left out", "Excluded"),
    ("Not to be judged", "Not assessable"),
    ("turned round before all else", "reverse-coded"),
    ("consistency from 0", "≥ 0.900"),
    ("It combines", "the combination of"),
    ("not Survival of democracy", "breakdown of democracy"),
    ("no collaborative management system", "weak collaborative management system"),
    ("nformatisation", "igitalisation"),
    ("1.150 times", "+12.6 percentage points"),
    ("Growth on the year before", "Year-on-year growth"),
    ("Growth a year", "CAGR"),
    ("About no indicator", "No linked indicator"),
    ("is kept exactly", "Findings reproduced"),
    ("Other cases, other values", "Resampling and permutation"),
    ("may be moved, alone", "One-at-a-time sensitivity ranges"),
    ("by how robustly they are explained", "Case-oriented robustness"),
    ("the solution is another at the value itself", "open endpoint"),
    ("in decisions working together", "interactions"),
    ("skewed sets flatter", "are inflated"),
    ("held against one another", "cross-checked"),
    ("Below a κ stands the word", "Verbal label after"),
    ("parallel analysis speaks for", "parallel analysis supports"),
    ("What stands out in the sets", "Calibration diagnostics"),
    ("Methods followed", "References"),
    ("Nothing to warn of", "No concerns"),
    ("What chance alone gives", "Permutation test of"),
    ("Ledger of counterfactuals", "Counterfactuals used"),
    ("invented", "constructed"),
];

/// Checks rows of words against the pages of a language and, for what no study prints, its messages.
fn check(language: usize, rows: &[(&str, &str)]) {
    let pages: Vec<String> = PAGES
        .iter()
        .map(|study| {
            study.pages[language].lines().map(|line| line.replace("&lt;", "<").replace('\\', "") + "\n").collect()
        })
        .collect();
    for (printed, better) in rows {
        for (page, study) in pages.iter().zip(PAGES.iter()) {
            assert!(!page.contains(printed), "{}: “{printed}” is still printed", study.name);
        }
        let messages: String = CATALOGUES[language].lines().filter(|line| !line.starts_with('#')).collect();
        assert!(
            pages.iter().any(|page| page.contains(better)) || messages.contains(better),
            "“{better}” is printed nowhere"
        );
    }
}

#[test]
fn chinese_words_are_those_of_journals() {
    check(1, &CHINESE);
}

#[test]
fn english_words_are_those_of_journals() {
    check(0, &ENGLISH);
}
