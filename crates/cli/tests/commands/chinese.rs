//! The program in Chinese: chosen by the locale or by `--lang`, in mistakes, refused data, failures and help.

use crate::trial::{SMALL, Trial};

/// Runs commands of a project in an environment, and compares the exit code and a part of the answer on both outputs.
#[track_caller]
fn check(environment: &[(&str, &str)], cases: &[(&[&str], u8, &str)]) {
    let trial = Trial::small().file("data/small/年鉴.csv", "地区,得分,人均GDP\n安徽,1,2\n");
    for (args, code, expected) in cases {
        let output = trial.command(args).envs(environment.iter().copied()).output().expect("the command starts");
        let answer = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).join("");
        assert_eq!(output.status.code(), Some(i32::from(*code)), "{args:?}: {answer}");
        assert!(answer.contains(expected), "{args:?}:\n{answer}\ninstead of\n{expected}");
    }
}

#[test]
fn the_language_is_that_of_the_locale_or_of_the_command_line() {
    let (english, chinese) = ("is neither a study file nor the id", "既不是研究文件，也不是configs/中研究的id");
    let run: &[&str] = &["run", "smal"];
    for (environment, args, expected) in [
        (&[("LANG", "zh_CN.UTF-8")][..], run, chinese),
        (&[("LC_ALL", "zh_CN.UTF-8")], run, chinese),
        (&[("LC_MESSAGES", "zh_CN.UTF-8"), ("LANG", "en_US.UTF-8")], run, chinese),
        (&[("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8")], run, english),
        (&[("LANG", "en_US.UTF-8")], run, english),
        (&[], run, english),
        (&[], &["--lang", "zh", "run", "smal"], chinese),
        (&[], &["run", "smal", "--lang=zh"], chinese),
        (&[("LANG", "zh_CN.UTF-8")], &["--lang", "en", "run", "smal"], english),
    ] {
        check(environment, &[(args, 2, expected)]);
    }
}

#[test]
fn commands_answer_in_chinese() {
    check(
        &[("LANG", "zh_CN.UTF-8")],
        &[
            (&["run", "small"], 0, "small"),
            (&["run", "small"], 0, "（已是最新）"),
            (&["check", "small"], 0, "small：报告为最新，没有论断"),
            (&["explain", "small"], 0, "small：已是最新"),
            (&["diff", "small"], 0, "没有差异"),
            (&["run", "configs/smal.yaml"], 2, "configs/smal.yaml：没有这个研究文件：是否为`small`？"),
            (&["run", "configs"], 2, "configs：是文件夹；请给出研究文件，或configs/中研究的id"),
            (&["run", "data/small/年鉴.csv"], 2, "data/small/年鉴.csv：是数据文件，不是研究文件"),
            (&["new", "Mine", "data/small/年鉴.csv"], 2, "`Mine`不是有效的id：只能用小写字母、数字和连字符"),
            (&["new", "mine", "data/small/没有.csv"], 2, "data/small/没有.csv：没有这个文件"),
            (&["new", "mine", "data/small/年鉴.csv"], 4, "可作集合的列有"),
            (&["fit", "small", "A＊B => Y"], 2, "`＊`是全角符号：请输入`A*B => Y`"),
            (
                &["fit", "small", "a*B => Y"],
                2,
                "没有名为`a`的集合：集合名为`A`；小写在fs/QCA中表示不出现，这里应写`~A`",
            ),
            (&["simulate", "A*b + B"], 2, "`b`与`B`仅大小写不同"),
            (&["run", "small", "--with", "pri=2", "--out", "try"], 2, "应为0到1之间的数，例如pri=0.8"),
            (&["template", "show", "none"], 2, "没有模板`none`"),
        ],
    );
}

#[test]
fn mistakes_on_the_command_line_are_told_in_chinese() {
    check(
        &[("LANG", "zh_CN.UTF-8")],
        &[
            (&["rum", "small"], 2, "错误：没有命令`rum`\n是否为`run`？"),
            (&["run", "small", "--forse"], 2, "错误：没有选项`--forse`\n是否为`--force`？"),
            (&["run"], 2, "错误：缺少<STUDY>...\n用法：equifinal run <STUDY>...\n详见`--help`"),
            (&["schema", "--format", "xml"], 2, "`xml`不是`--format <FORMAT>`的有效取值\n请从json、markdown中选择"),
            (&["--memory-limit", "2", "run", "small"], 2, "请写整数和单位，不小于16MiB且不大于1024GiB"),
            (&["simulate", "A", "--noise", "5"], 2, "应为0到1之间的数"),
            (&["new", "a", "b.csv", "--from", "c.csv"], 2, "不能与"),
        ],
    );
}

#[test]
fn help_is_in_chinese() {
    check(
        &[("LANG", "zh_CN.UTF-8")],
        &[
            (&["--help"], 0, "由一个研究文件和原始数据生成定性比较分析的完整报告\n\n用法："),
            (&["run", "--help"], 0, "报告即使已是最新也重新生成"),
            (&["run", "--help"], 0, "示例：\n  equifinal run counties"),
            (&["help", "check"], 0, "核查已提交的报告与研究是否一致"),
            (&["schema", "-h"], 0, "输出格式 [默认：json] [可选：json、markdown]"),
            (&["man", "run"], 0, "研究文件，或configs/中研究的id"),
        ],
    );
}

/// The text that is typed instead of a part of the study or of its table.
const MISTAKES: &[(&str, &str)] = &[
    ("outcome: Y", "outcome：Y"),
    ("outcome: Y", "outcome:Y"),
    ("[A, B]", "[A，B]"),
    ("[A, B]", "［A，B］"),
    ("{calibrate: {given: fuzzy}}\n  B", "｛calibrate: {given: fuzzy}｝\n  B"),
    ("title: A small study", "title: “小研究”: 路径"),
    ("    outcome: Y", "\toutcome: Y"),
    ("    outcome: Y", "   outcome: Y"),
    ("outcome: Y", "outcome: ～Y"),
    ("[A, B]", "[a, B]"),
    ("[A, B]", "[A, C]"),
    ("[A, B]", "A, B"),
    ("[A, B]", "[A, Y]"),
    ("outcome: Y", "outcme: Y"),
    ("given: crisp", "given: binary"),
    ("given: crisp", "direct: {exclusion: 5, crossover: 3, inclusion: 9}"),
    ("given: crisp", "direct: {exclusion: 1, crossover: 3, inclusion: high}"),
    ("consistency: 0.8", "consistency: 80"),
    ("consistency: 0.8", "consistency: \"0.8\""),
    ("consistency: 0.8", "consistency: 0,8"),
    ("frequency: 1", "frequency: 0.05"),
    ("provenance: synthetic", "provenance: mine"),
    ("provenance: synthetic", "provenance: reconstructed"),
    ("id: small", "id: Small Study"),
    ("small/cases.csv", "../cases.csv"),
    ("small/cases.csv", "small/case.csv"),
    ("small/cases.csv", "small/cases.xlsx"),
    (", id: case}", "}"),
    ("id: case}", "id: 案例}"),
    ("  A: {calibrate", "  2A: {calibrate"),
    ("c1,0.9", "c1,0,9"),
    ("c1,0.9", "c1,约0.9"),
    ("c1,0.9", "c1,"),
    ("c1,0.9", "c1,1.9"),
    ("c2,0.8,0", "c2,0.8,0.5"),
    ("c2,0.8", "c1,0.8"),
    ("case,A,B,Y", "case,A1,B,Y"),
    ("case,A,B,Y", "case,A,A,Y"),
    ("case,A,B,Y\nc1,0.9,1,0.9\nc2,0.8,0,0.2\nc3,0.1,1,0.3\nc4,0.2,0,0.1\n", "case,A,B,Y\n"),
];

/// Mistakes in a study file and in its data, each with its answer.
#[test]
fn mistakes_in_files_are_told_in_chinese() {
    let answer = |(from, to): &(&str, &str)| {
        let trial = Trial::small();
        let study = SMALL.contains(from);
        let table = String::from_utf8(trial.bytes("data/small/cases.csv")).expect("UTF-8");
        assert!(study || table.contains(from), "{from:?} must occur in\n{table}");
        let trial = match study {
            true => trial.file("configs/small.yaml", SMALL.replacen(from, to, 1)),
            false => trial.file("data/small/cases.csv", table.replacen(from, to, 1)),
        };
        let ended = trial.run(&["--lang", "zh", "run", "small"]);
        format!("{from:?} → {to:?}\n{}", ended.stderr())
    };
    let answers: Vec<String> = MISTAKES.iter().map(answer).collect();
    insta::assert_snapshot!("chinese", answers.join("\n"));
}
