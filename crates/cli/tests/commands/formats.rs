//! The files that a run writes by what `report.formats` asks for.

use equifinal_testing::needs::{Need, or_skip};

use crate::trial::{SMALL, Trial};

const RUN: [&str; 4] = ["run", "configs/small.yaml", "--out", "out"];

fn trial(formats: &str) -> Trial {
    Trial::small()
        .file("configs/small.yaml", format!("{SMALL}report: {{languages: [zh, en], formats: [{formats}]}}\n"))
        .file("none/empty", "")
}

#[test]
fn every_format_has_its_files_in_every_language() {
    for (formats, expected) in [
        ("html", vec!["report.html"]),
        ("md, csv, svg", vec!["report.en.md", "report.zh.md"]),
        ("tex", vec!["report.en.tex", "report.zh.tex", "figures/xy.main.intermediate.zh.png"]),
        ("docx", vec!["report.en.docx", "report.zh.docx"]),
        ("png", vec!["figures/xy.main.intermediate.en.png", "figures/xy.main.intermediate.zh.png"]),
    ] {
        let trial = trial(formats);
        trial.run(&RUN).code(0);
        let always = ["results.json", "tables/memberships.csv", "figures/xy.main.intermediate.en.svg"];
        for name in expected.iter().chain(&always) {
            assert!(trial.path("out").join(name).is_file(), "{formats}: {name}");
        }
        let reports = trial.names("out").iter().filter(|name| name.starts_with("report.")).count();
        assert_eq!(reports, expected.iter().filter(|name| name.starts_with("report.")).count(), "{formats}");
    }
}

#[test]
fn a_word_file_and_a_picture_are_the_same_whenever_they_are_written() {
    let trial = trial("docx, png");
    trial.run(&RUN).code(0);
    let first = trial.tree("out");
    trial.run(&RUN).code(0);
    assert_eq!(trial.tree("out"), first);
}

#[test]
fn without_a_compiler_everything_else_comes_and_a_line_says_how_to_get_pdf() {
    let trial = trial("md, pdf");
    let nowhere = trial.path("none").display().to_string();
    trial.run_within(&RUN, &nowhere).code(0).says(&["no PDF without the Typst compiler: `just typst` fetches it"]);
    let names = trial.names("out");
    assert!(
        names.contains(&"report.zh.md".to_owned()) && !names.iter().any(|name| name.ends_with(".pdf")),
        "{names:?}"
    );
}

/// A stand-in for the compiler: shows that the document, the fonts and the figures are there.
#[cfg(unix)]
#[test]
fn a_compiler_finds_document_fonts_and_figures() {
    use std::os::unix::fs::PermissionsExt;
    let script = "#!/bin/sh\n[ -s \"$4\" ] && [ -s fonts/song-a.otf ] && [ -s figures/xy.main.intermediate.zh.svg ] \
                  && printf '%%PDF of %s' \"$4\" > \"$5\"\n";
    let trial = trial("pdf").file("bin/typst", script);
    std::fs::set_permissions(trial.path("bin/typst"), PermissionsExt::from_mode(0o755)).expect("permissions");
    let path = format!("{}:/usr/bin:/bin", trial.path("bin").display());
    trial.run_within(&RUN, &path).code(0);
    assert_eq!(trial.bytes("out/report.zh.pdf"), b"%PDF of report.zh.typ");
    let trial = trial.file("bin/typst", "#!/bin/sh\necho 'error: it does not like it' >&2; exit 1\n");
    trial.run_within(&RUN, &path).code(0).says(&["refuses the document: error: it does not like it"]);
}

#[test]
fn the_real_compiler_makes_chinese_that_can_be_copied() {
    let trial = trial("pdf");
    let ended = trial.run(&RUN).code(0);
    if trial.names("out").iter().all(|name| !name.ends_with(".pdf")) {
        ended.says(&["just typst"]);
        or_skip::<()>(Need::Typst, Err("there is no Typst compiler: `just typst` fetches it".to_owned()));
        return;
    }
    let file = trial.bytes("out/report.zh.pdf");
    let holds = |part: &[u8]| file.windows(part.len()).any(|window| window == part);
    assert!(file.starts_with(b"%PDF-") && holds(b"EquifinalSongA") && holds(b"/ToUnicode"));
}
