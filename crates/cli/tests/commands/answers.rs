//! Mistakes on the command line and in files, with the answer to each: what is wrong where, and what to type.

use crate::trial::{SMALL, Trial};

/// A project of two studies, one in Chinese, with data in folders.
fn project() -> Trial {
    Trial::small()
        .file("configs/province.yaml", SMALL.replace("id: small", "id: provinces"))
        .file("data/provinces/yearbook.xlsx", "")
        .file("data/其他/年鉴.csv", "地区,得分,人均GDP\n安徽,1,2\n")
}

/// Runs commands in a folder of the project, and compares the exit code and the end of the first line of the answer.
#[track_caller]
fn check(folder: &str, cases: &[(&[&str], u8, &str)]) {
    let trial = project();
    for (args, code, expected) in cases {
        let output = trial.command(args).current_dir(trial.path(folder)).output().expect("the command starts");
        let answer = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(i32::from(*code)), "{args:?}: {answer}");
        assert!(answer.contains(expected), "{args:?}:\n{answer}\ninstead of\n{expected}");
    }
}

#[test]
fn studies_are_found_or_the_nearest_is_named() {
    check(
        "",
        &[
            (&["run", "province"], 0, ""),
            (&["run", "provinces"], 0, ""),
            (&["run", "province.yaml"], 0, ""),
            (&["check", "provinces"], 0, ""),
            (
                &["run", "provnce"],
                2,
                "`provnce` is neither a study file nor the id of a study in configs/: did you mean `province`?",
            ),
            (
                &["check", "provnces"],
                2,
                "`provnces` is neither a study file nor the id of a study in configs/: did you mean `provinces`?",
            ),
            (
                &["run", "configs/provnce.yaml"],
                2,
                "configs/provnce.yaml: there is no such study file: did you mean `province`?",
            ),
            (&["run", "configs/small.yml"], 2, "configs/small.yml: there is no such study file: did you mean `small`?"),
            (&["run", "configs"], 2, "configs: is a folder; name a study file, or the id of a study in configs/"),
            (
                &["run", "data/provinces/yearbook.xlsx"],
                2,
                "data/provinces/yearbook.xlsx: is a data file, not a study: `equifinal new yearbook data/provinces/yearbook.xlsx` drafts a study from it",
            ),
            (
                &["run", "data/其他/年鉴.csv"],
                2,
                "data/其他/年鉴.csv: is a data file, not a study: `equifinal new 年鉴 data/其他/年鉴.csv` drafts a study from it",
            ),
            (&["fit", "smal", "A => Y"], 2, "did you mean `small`?"),
        ],
    );
}

#[test]
fn every_folder_of_the_project_will_do() {
    check("data/provinces", &[(&["run", "province"], 0, ""), (&["check", "small"], 5, ""), (&["explain"], 0, "")]);
    check("configs", &[(&["run", "small.yaml"], 0, ""), (&["run", "small"], 0, "")]);
    check(
        "..",
        &[(
            &["run", "small"],
            2,
            "there is no study in configs/, here or in a folder above: go to the folder of the project, or draft a study with `equifinal new ID FILE`",
        )],
    );
}

#[test]
fn expressions_on_the_command_line() {
    check(
        "",
        &[
            (&["fit", "small", "A＊B => Y"], 2, "`＊` is a full-width sign: type `A*B => Y`\n  A＊B => Y\n   ^"),
            (
                &["fit", "small", "～A·B => Y"],
                2,
                "`～` is a full-width sign; `·` is a typographic sign: type `~A*B => Y`",
            ),
            (&["fit", "small", "A → Y"], 2, "`→` is a typographic sign: type `A => Y`"),
            (&["fit", "small", "A≤Y"], 2, "`≤` is a typographic sign: type `A<=Y`"),
            (
                &["fit", "small", "a*B => Y"],
                2,
                "`a` is none of the sets: the set is `A`; lower case, which means absence in fs/QCA, is `~A` here\n  a*B => Y\n  ^",
            ),
            (&["fit", "small", "A*C => Y"], 2, "`C` is none of the sets: there are `A`, `B`, `Y`"),
            (
                &["fit", "small", "A*B"],
                2,
                "says of no outcome whether this is sufficient (`A => Y`) or necessary (`A <= Y`) for it",
            ),
            (
                &["simulate", "A*b + B"],
                2,
                "`b` and `B` differ only in case: lower case, which means absence in fs/QCA, is `~` here",
            ),
        ],
    );
}

#[test]
fn settings() {
    let with = |setting: &'static str| ["run", "small", "--out", "out", "--with", setting];
    for (setting, expected) in [
        ("prri=0.6", "`prri=0.6` is not a valid setting: did you mean `pri=0.6`?"),
        ("pri＝0.6", "it holds full-width or typographic signs: type `pri=0.6`"),
        ("pri=60", "write a share from 0 to 1, such as pri=0.8"),
        ("pri: 0.6", "write a share from 0 to 1, such as pri=0.8"),
        ("solution=complex", "write solution=conservative (or parsimonious"),
        ("drop_conditions=C", "`C` is not a condition of an analysis: there are `A`, `B`"),
        ("drop_case=c1", "did you mean `drop_cases=c1`?"),
        ("drop_cases=c9", "holds no case `c9` to leave out: there are `c1`, `c2`, `c3`, `c4`"),
        ("alternative=strict", "there is no alternative `strict`"),
        ("C.crossover=5", "there is no set `C`: there are `A`, `B`, `Y`"),
    ] {
        let ended = project().run(&with(setting));
        let answer = ended.stderr();
        assert!(answer.contains(expected), "{setting}:\n{answer}\ninstead of\n{expected}");
    }
}

#[test]
fn data_files() {
    for (written, expected) in [
        ("small/case.csv", "small/case.csv: there is no such file in data: did you mean `small/cases.csv`?"),
        ("small/cases.xlsx", "small/cases.xlsx: there is no such file in data: did you mean `small/cases.csv`?"),
        (
            "provinces/yearbook.xls",
            "provinces/yearbook.xls: there is no such file in data: did you mean `provinces/yearbook.xlsx`?",
        ),
        (
            "data/small/cases.csv",
            "data/small/cases.csv: there is no such file in data: did you mean `small/cases.csv`?",
        ),
        ("cases.csv", "cases.csv: there is no such file in data: did you mean `small/cases.csv`?"),
        ("年鉴.xlsx", "年鉴.xlsx: there is no such file in data: did you mean `其他/年鉴.csv`?"),
        (
            "survey.sav",
            "survey.sav: there is no such file in data: there are `provinces/yearbook.xlsx`, `small/cases.csv`, `其他/年鉴.csv`",
        ),
    ] {
        let trial = project().file("configs/small.yaml", SMALL.replace("small/cases.csv", written));
        trial.run(&["run", "small"]).code(4).says(&[expected]);
    }
    let trial = Trial::new().file("configs/small.yaml", SMALL);
    trial.run(&["run", "small"]).code(4).says(&["there is no folder data: create it and put the file there"]);
}

#[test]
fn cells() {
    let many: String = (1..=31).map(|case| format!("c{case},n/a,1,0.5\n")).collect();
    for (cases, expected) in [
        (
            "case,A,B,Y\n安徽,暂无,1,0.9\n",
            "line 2, column `A`, case `安徽`: \"暂无\" is not a valid number; correct the cell, or take the case out of the study under `exclude: {安徽: why}`",
        ),
        (&format!("case,A,B,Y\n{many}"), "… and 28 more cells of the column `A` with \"n/a\""),
        (
            "case,X,Z,W\nc1,1,1,1\n",
            "there is no column `A`; the file has `case`, `X`, `Z`, `W`\nsmall/cases.csv: neither is there a column `B`, `Y`",
        ),
        ("case,a,B,Y\nc1,1,1,1\n", "there is no column `A`; did you mean `a`?"),
    ] {
        let trial = Trial::small().file("data/small/cases.csv", cases);
        trial.run(&["run", "small"]).code(4).says(&[expected]);
    }
}

#[test]
fn drafts() {
    check(
        "",
        &[
            (
                &["new", "a", "data/其他/年鉴.csv", "--outcome", "得份"],
                4,
                "there is no column `得份`: there are `地区`, `得分`, `人均GDP`",
            ),
            (
                &["new", "a", "data/其他/年鉴.csv", "--cases", "省份"],
                4,
                "there is no column `省份`: there are `地区`, `得分`, `人均GDP`",
            ),
            (&["new", "a", "none.csv"], 2, "none.csv: there is no such file"),
            (&["new", "a"], 2, "FILE"),
        ],
    );
}
