//! Every possible mistake in a study file, with the message to its author.

#![expect(clippy::panic, reason = "helpers of tests")]

mod claims;
mod habits;
mod measured;
mod nca;
mod panels;
mod robustness;
mod styles;

use equifinal_studyfile::parse::{parse, parse_with};

const EVERYTHING: &str = include_str!("../../everything.yaml");

/// The study with every key, with one part replaced.
fn broken(from: &str, to: &str) -> String {
    assert_eq!(EVERYTHING.matches(from).count(), 1, "{from:?} must occur once");
    EVERYTHING.replace(from, to)
}

/// Compares the messages for each broken study.
fn check(name: &str, cases: &[(&str, &str)]) {
    let told = cases.iter().map(|(from, to)| {
        let source = broken(from, to);
        let refused = parse("study.yaml", source.as_bytes()).err().unwrap_or_else(|| panic!("accepted: {to}"));
        format!("{refused}\n")
    });
    insta::assert_snapshot!(name, told.collect::<Vec<_>>().join("\n"));
}

/// The table of cases.
const CASES: &str = "  cases: {file: everything/cases.csv, unit: case, time: year, \
                     exclude: {全国: {en: a total, zh: 合计行}, Tibet: no data}, cluster: region, weight: w}";

#[test]
fn keys() {
    check(
        "keys",
        &[
            ("provenance:", "provenence:"),
            ("title: {en: Every key, zh: 所有的键}\n", ""),
            ("format: equifinal/study/1\n", "format: equifinal/study/1\nid: twice\n"),
            ("robustness:\n", "robustness:\n  rangs: {}\n"),
            ("column: a", "colunm: a"),
            ("zh: 能力}", "zh: 能力, de: Fähigkeit}"),
            ("{exclusion: 1, crossover: 2, inclusion: 3, idm", "{exclusion: 1, crossover: 2, includion: 3, idm"),
            (CASES, "  visits: {file: visits.csv, id: year}"),
            (CASES, "  cases: {file: cases.csv, sent: 5, format: x}"),
            (CASES, "  places: {file: a.csv, id: case, kind: cases}\n  cases: {file: b.csv, id: case}"),
            ("kind: responses", "kind: answers"),
            ("kind: responses", "kind: cases"),
            ("sent: 300}\n", "sent: 300}\n  more: {file: more.csv, kind: responses}\n"),
            (
                "sent: 300}\n",
                "sent: 300}\n  more: {file: more.csv, kind: codings}\n  all: {file: all.csv, kind: indicators}\n",
            ),
            ("because: titles}", "because: titles, <<: merged}"),
            ("because: titles}", "because: titles, ? [a, b] : c, \"\": d}"),
        ],
    );
}

#[test]
fn templates() {
    check(
        "templates",
        &[
            ("templates/header.html", "templates/header.md"),
            ("templates/header.html", "templates/../header.html"),
            ("templates/header.html", "shared/header.html"),
            ("templates/models.md", "templates/models.js"),
            ("documents: {models:", "documents: {Models:"),
            ("blocks: {header:", "block: {header:"),
        ],
    );
}

#[test]
fn types() {
    check(
        "types",
        &[
            ("definition: What A means", "definition: 1937"),
            ("absent: unable", "absent: [unable]"),
            ("group: People", "group:"),
            ("conditions: [A, B, C, D, M]", "conditions: A"),
            ("{calibrate: {crisp: {threshold: 4}}, missing: {impute: {value: 4, because: as the year before}}}", "4"),
            ("{threshold: 4}", "{threshold: \"4\"}"),
            ("contradictory: true", "contradictory: yes"),
            ("sources: [\"A source\"]", "sources: A source"),
            ("Tibet: no data", "Tibet: 2019"),
            ("Tibet: no data", "全国: again"),
            ("id: year}", "id: year, exclude: {2019: a year of change}}"),
            ("outcome: \"~Y\"", "outcome: ~"),
            ("title: {en: Every key, zh: 所有的键}", "title: {}"),
        ],
    );
}

#[test]
fn numbers() {
    check(
        "numbers",
        &[
            ("{threshold: 4}", "{threshold: .nan}"),
            ("{threshold: 4}", "{threshold: -.inf}"),
            ("{threshold: 4}", "{threshold: 1e999}"),
            ("{threshold: 4}", "{threshold: NaN}"),
            ("consistency: 0.8, pri: 0.7", "consistency: 1.5, pri: -0.1"),
            ("idm: 0.9}}", "idm: 0.5}}"),
            ("{share: 0.015}", "{share: 0}"),
            ("{share: 0.015}", "0.015"),
            ("{share: 0.015}", "0"),
            ("contradiction_floor: 0.6", "contradiction_floor: 0.9"),
            ("\"partly\": 0.33", "\"partly\": 33"),
            ("{rows: [1, 2]}", "{rows: [0, 2, 99]}"),
            ("at_least: 1, at_most: 3", "at_least: 3, at_most: 1"),
        ],
    );
}

#[test]
fn calibrations() {
    check(
        "calibrations",
        &[
            ("crossover: 2, inclusion: 3, idm", "crossover: 1, inclusion: 3, idm"),
            ("exclusion: 95, crossover: 50, inclusion: 5,", "exclusion: 95, crossover: 5, inclusion: 50,"),
            ("exclusion: 95,", "exclusion: 950,"),
            ("direction: falling", "direction: rising"),
            ("direction: falling", "direction: down"),
            ("thresholds: [1, 2]", "thresholds: [2, 2]"),
            ("thresholds: [1, 2]", "thresholds: []"),
            ("{given: fuzzy}", "{given: fuzy}"),
            ("{given: fuzzy}", "{given: fuzzy, crisp: {threshold: 1}}"),
            ("{given: fuzzy}", "fuzzy"),
            ("{given: fuzzy}", "{tfr: {from: 1}}"),
            ("shape: linear, below: 2, above: 0.5", "shape: logistic, below: 2, above: 0.5"),
            ("shape: linear, below: 2, above: 0.5", "below: 0, above: -1"),
            ("{exclusion: [1, 6], crossover: [2, 5]", "{exclusion: [1, 6], crossover: 2"),
            ("{exclusion: [1, 6], crossover: [2, 5]", "{exclusion: [1, 6], crossover: [2, 4, 5]"),
            ("crossover: [2, 5], inclusion: [3, 4]", "crossover: [2, 5], inclusion: [4.5, 3]"),
            ("thresholds: [3, 4], basis: fractional", "thresholds: [4, 3], basis: logarithmic"),
            ("{ecdf: {exclusion: 1, crossover: 2, inclusion: 3}}", "{ecdf: {exclusion: 1, inclusion: 3}}"),
            ("[A, \"~B\", \"M[2]\"]", "[A]"),
            ("[A, \"~B\", \"M[2]\"]", "[A, \"~X\", M, \"B[1]\", \"M[3]\", \"A*B\"]"),
            ("[A, \"~B\", \"M[2]\"]", "[O, N]"),
            ("{\"not at all\": 0, \"partly\": 0.33, \"fully\": 1}", "{}"),
            ("0.33: little", "0.330: little, 0.33: some"),
        ],
    );
}

#[test]
fn targets() {
    check(
        "targets",
        &[
            ("target: reach,", "target: rech,"),
            ("load: {target: 0.7,", "load: {target: .nan,"),
            ("load: {target: 0.7,", "load: {target: .inf,"),
            ("load: {target: 0.7, direction: at_most}", "load: {target: 0.7}\n  monthly:\n    rate: {column: r}"),
            (
                "value: 0.9, unit: share, quantity: inpatients, direction",
                "value: high, label: 1, quantity: [], direction",
            ),
            ("target: reach, ", ""),
            ("quantity: inpatients, target", "quantity: visits, target"),
            ("quantity: inpatients, target", "target"),
            (
                "{exclusion: 0.7, crossover: target, inclusion: 0.97}",
                "{exclusion: 0.97, crossover: target, inclusion: 0.7}",
            ),
            (
                "{exclusion: 0.7, crossover: target, inclusion: 0.97}",
                "{exclusion: 0.92, crossover: target, inclusion: 0.97}",
            ),
            ("direction: at_least", "direction: at_most"),
            ("value: 0.9, unit", "value: many, unit"),
            ("value: 0.9, unit: share, quantity: inpatients,", "unit: share,"),
        ],
    );
}

/// The messages for `included` and for a study that includes it.
fn told(include: &str, included: &[u8]) -> String {
    let source = broken("include: []", &format!("include: {include}"));
    let resolve = |file: &str| match file {
        "shared/a.yaml" => Ok(included.to_vec()),
        _ => Err("there is no such file".into()),
    };
    let refused = parse_with("configs/study.yaml", source.as_bytes(), &resolve);
    refused.err().map_or_else(|| "accepted".to_owned(), |refused| refused.to_string())
}

#[test]
fn included_files() {
    let cases: [(&str, &[u8]); 15] = [
        ("[shared/a.yaml]", b"# a comment\nsets:\n  X: {calibrate: {crisp: {threshold: high}}}\n"),
        ("[shared/a.yaml]", b"targets: {reach: {value: 1, quantity: visits}}"),
        ("[shared/a.yaml]", b"format: equifinal/study/1\nanalyses: {}\n"),
        ("[shared/a.yaml]", b"sets: [\n"),
        ("[shared/a.yaml]", b"sets: \xff\n"),
        ("[shared/a.yaml]", b"- a list\n"),
        ("[shared/a.yaml]", b"sets: {X: {target: reach, quantity: visits, calibrate: {given: fuzzy}}}"),
        ("[shared/a.yaml, shared/a.yaml]", b"sets: {}"),
        ("[shared/b.yaml]", b""),
        ("[other.yaml, shared/../study.yaml, /shared/a.yaml, shared]", b""),
        ("[\"shared\\\\a.yaml\"]", b""),
        ("shared/a.yaml", b"sets: {}"),
        ("[\"\"]", b""),
        ("[shared/a.yaml]", b"instruments: {people: {items: {}}, nobodies: {items: {}}}"),
        ("[shared/a.yaml]", b"sets: {X: {calibrate: {given: fuzzy}}}\ntargets: {}\n"),
    ];
    let told = cases.iter().map(|(include, included)| format!("{include}:\n{}\n", told(include, included)));
    insta::assert_snapshot!("included_files", told.collect::<Vec<_>>().join("\n"));
}

#[test]
fn names() {
    check(
        "names",
        &[
            ("id: everything\n", "id: Every thing\n"),
            ("  C: {calibrate: {crisp", "  a: {calibrate: {crisp"),
            ("  E: {calibrate", "  2E: {calibrate"),
            ("  second: {like", "  First: {like"),
            ("  second: {like: first", "  second: {like: frist"),
            ("  second: {like: first", "  second: {like: second"),
            ("id: smaller,", "id: stricter,"),
            ("id: read,", "id: found,"),
            ("analysis: first, truth_table", "analysis: firts, truth_table"),
            ("drop_conditions: [B, M]", "drop_conditions: [B, N]"),
        ],
    );
}

#[test]
fn analyses() {
    check(
        "analyses",
        &[
            ("conditions: [A, B, C, D, M]", "conditions: []"),
            ("conditions: [A, B, C, D, M]", "conditions: [A, B, C, D, M, Y, B, X]"),
            ("outcome: \"~Y\"", "outcome: \"~X\""),
            ("outcome: \"~Y\"", "outcome: \"~A*B\""),
            ("outcome: \"~Y\"", "outcome: Z"),
            ("outcome: \"~Y\"", "outcome: \"Y[1]\""),
            ("{like: first, outcome: \"Z[1]\"", "{like: first, conditions: [A, C], outcome: \"Z[1]\""),
            ("M: [1, 2]}", "M: present, E: absent}"),
            ("M: [1, 2]}", "M: [1, 3], C: [1]}"),
            ("M: [1, 2]}", "M: any, C: presnt}"),
            ("negation: {expectations: {A: any}", "negation: {expectations: {F: any}"),
            ("at_crossover: present", "at_crossover: nudge"),
            ("interpret: parsimonious", "interpret: complex"),
        ],
    );
}

#[test]
fn expressions() {
    check(
        "expressions",
        &[
            ("\"A*~B\"", "\"A*~X + E\""),
            ("\"A*~B\"", "\"A**B\""),
            ("\"A*~B\"", "\"A*能力\""),
            ("\"A*~B\"", "\"\\x41*X\""),
            ("\"C*M[2]\"", "\"C[1]*M\""),
            ("\"C*M[2]\"", "C*M[3]"),
            ("{rows: \"A*~B\"", "{rows: true"),
            ("\"A*~B*C\"", "\"A*(B + C)\""),
            ("impossible: [\"A*C\",", "impossible: [\"A*C\", \"\","),
            ("{expression: \"B*~C\", because: cannot be}", "{because: cannot be}"),
            ("status: theoretical", "status: proven"),
            ("{text: it hinders, references", "{references"),
        ],
    );
}

#[test]
fn the_rest() {
    check(
        "the_rest",
        &[
            ("everything/cases.csv", "/etc/passwd"),
            ("everything/cases.csv", "everything/../../cases.csv"),
            ("everything/cases.csv", "C:/cases.csv"),
            ("everything/cases.csv", "everything\\\\cases.csv"),
            ("everything/cases.csv", "\"cases\\0.csv\""),
            ("n_in: 30,", "n_in: 31,"),
            ("excluded: 3,", "excluded: a few,"),
            ("excluded: 3,", "excluded: 4,"),
            ("excluded: 3,", "n_in: 9, excluded: 2,"),
            ("excluded: 3, n_out: 7", "excluded: not reported, n_out: 12"),
            ("languages: [zh, en]", "languages: [zh, fr, zh]"),
            ("formats: [md]", "formats: [word]"),
            ("cases: 500", "cases: 100001"),
            ("equifinal/study/1", "equifinal/study/2"),
            (
                "provenance: synthetic\nsources: [\"A source\"]\nassumptions:\n  - {id: made-up, about: [data.cases], text: The cases are made up}",
                "provenance: reconstructed",
            ),
        ],
    );
}

/// The place of a table in its file.
#[test]
fn table_layouts() {
    check(
        "table_layouts",
        &[
            ("sheet: 表3", "sheet: 0"),
            ("sheet: 表3", "sheet: [1, 2]"),
            ("header_rows: [3, 4]", "header_rows: [4, 3]"),
            ("header_rows: [3, 4]", "header_rows: []"),
            ("header_rows: [3, 4]", "header_rows: 3"),
            ("rows: {from: 5, to: 35}", "rows: {}"),
            ("rows: {from: 5, to: 35}", "rows: {from: 4}"),
            ("rows: {from: 5, to: 35}", "rows: {from: 9, to: 8}"),
            ("rows: {from: 5, to: 35}", "rows: [5, 35]"),
            ("missing: [\"\", \"—\", -9]", "missing: [~, {a: 1}]"),
            ("format: wjx_text, sent: 300", "format: wjx_text, sheet: 1, missing: [9]"),
        ],
    );
}

#[test]
fn alternatives() {
    check(
        "alternatives",
        &[
            ("truth_table: {pri: 0.75}", "truth_table: {pri: 7.5}"),
            ("truth_table: {pri: 0.75}", "truth_table: {consistency: 0.5}"),
            ("truth_table: {pri: 0.75}", "thruth_table: {pri: 0.75}"),
            (", analysis: first, truth_table: {pri: 0.75}", ""),
            ("crossover: 2.5, inclusion: 3}", "crossover: 0.5, inclusion: 3}"),
            ("sets: {A: {calibrate", "sets: {AA: {calibrate"),
            ("drop_conditions: [B, M]", "drop_conditions: [A, B, C, D, M]"),
            ("conditions: [A, C], ", "conditions: [C], "),
            ("negation: false, expectations: {A: any}", "negation: true, expectations: {A: any}"),
            ("negation: false, expectations: {A: any}", "negation: maybe, expectations: {A: any}"),
        ],
    );
}

#[test]
fn yaml() {
    check(
        "yaml",
        &[
            ("column: a", "column: [a"),
            ("column: a", "column: *a"),
            ("column: a", "column: &a a"),
            ("column: a", "column: !special a"),
            ("report:", "---\nreport:"),
            ("column: a", "column: \"a"),
            ("absent: unable", "absent: \tunable: x"),
        ],
    );
    let deep = broken("column: a", &format!("column: {}{}", "[".repeat(40), "]".repeat(40)));
    let bytes: [(&str, &[u8]); 6] = [
        ("empty", b""),
        ("only a comment", b"# nothing\n"),
        ("not UTF-8", b"format: equifinal/study/1\ntitle: \xb0\xa1\n"),
        ("a list", b"[1, 2]"),
        ("deep", deep.as_bytes()),
        ("large", &[b' '; (1 << 20) + 1]),
    ];
    let told =
        bytes.iter().map(|(name, source)| format!("{name}:\n{}\n", parse("study.yaml", source).expect_err(name)));
    insta::assert_snapshot!("bytes", told.collect::<Vec<_>>().join("\n"));
}

#[test]
fn files_full_of_mistakes_are_refused_quickly() {
    let many: String = (0..9_000).map(|i| format!("k{i}: 1\n")).collect();
    let refused = parse("study.yaml", many.as_bytes()).expect_err("no study");
    assert_eq!(refused.problems.len(), 9_000 + 5, "every key is unknown, the required ones are missing");
    assert!(refused.to_string().ends_with("9005 mistakes, of which the first 100 are shown"));
    let more: String = (0..11_000).map(|i| format!("k{i}: 1\n")).collect();
    let refused = parse("study.yaml", more.as_bytes()).expect_err("no study");
    assert!(refused.problems[0].message.to_string().contains("more values than any study needs"), "{refused}");
}

#[test]
fn all_mistakes_are_reported_at_once_in_the_order_of_the_file() {
    let source =
        EVERYTHING.replace("threshold: 4", "threshold: x").replace("pri: 0.7,", "pri: 7,").replace("[md]", "[word]");
    let refused = parse("study.yaml", source.as_bytes()).expect_err("three mistakes");
    let lines: Vec<usize> = refused.problems.iter().map(|problem| problem.line).collect();
    assert_eq!(lines.len(), 3, "{refused}");
    assert!(lines.is_sorted());
    assert!(refused.to_string().ends_with("study.yaml: 3 mistakes"));
}
