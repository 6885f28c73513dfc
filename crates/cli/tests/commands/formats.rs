//! The files written for each format in `report.formats`.

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
fn without_a_compiler_only_pdf_is_missing() {
    let trial = trial("md, pdf");
    let nowhere = trial.path("none").display().to_string();
    let ended = trial.run_where(&RUN, &[("PATH", &nowhere)]).code(0);
    ended.says(&[
        "no PDF without the Typst compiler: `just typst` fetches it, or install `typst` 0.15",
        "EQUIFINAL_TYPST",
    ]);
    let names = trial.names("out");
    assert!(
        names.contains(&"report.zh.md".to_owned()) && !names.iter().any(|name| name.ends_with(".pdf")),
        "{names:?}"
    );
}

/// A stand-in for the compiler of this version, which checks that document, fonts and figures exist.
#[cfg(unix)]
fn stand_in(version: &str) -> String {
    format!(
        "#!/bin/sh\n[ \"$1\" = --version ] && {{ echo 'typst {version} (1f2e3d4c)'; exit 0; }}\n\
         [ -s \"$5\" ] && [ -s fonts/song-a.otf ] && [ -s figures/xy.main.intermediate.zh.svg ] \\\n\
         && printf '%%PDF of %s' \"$5\" > \"$6\"\n"
    )
}

/// Adds this program to the folder.
#[cfg(unix)]
fn with_program(trial: Trial, path: &str, script: &str) -> Trial {
    use std::os::unix::fs::PermissionsExt;
    let trial = trial.file(path, script);
    std::fs::set_permissions(trial.path(path), PermissionsExt::from_mode(0o755)).expect("permissions");
    trial
}

#[cfg(unix)]
#[test]
fn a_compiler_finds_document_fonts_and_figures_and_the_manifest_names_it() {
    let trial = with_program(trial("pdf"), "bin/typst", &stand_in("0.15.2"));
    let path = format!("{}:/usr/bin:/bin", trial.path("bin").display());
    trial.run_where(&RUN, &[("PATH", &path)]).code(0);
    assert_eq!(trial.bytes("out/report.zh.pdf"), b"%PDF of report.zh.typ");
    let manifest: serde_json::Value = serde_json::from_slice(&trial.bytes("out/manifest.json")).expect("JSON");
    assert_eq!(manifest["typst"], "0.15.2");
    // A check has no compiler and knows from the manifest which one there was.
    trial.run_where(&["run", "configs/small.yaml"], &[("PATH", &path)]).code(0);
    trial.run_where(&["check"], &[("PATH", &trial.path("none").display().to_string())]).code(0);
    let refuses = "#!/bin/sh\n[ \"$1\" = --version ] && echo 'typst 0.15.0' && exit 0\necho 'error: it does not like it' >&2; exit 1\n";
    let trial = with_program(trial, "bin/typst", refuses);
    trial.run_where(&RUN, &[("PATH", &path)]).code(0).says(&["refuses the document: error: it does not like it"]);
}

#[cfg(unix)]
#[test]
fn compilers_of_other_versions_are_refused() {
    for (answer, told) in [
        ("typst 0.14.2 (1f2e3d4c)", "typst is Typst 0.14.2, and documents are for 0.15: `just typst` fetches it"),
        ("typst 0.16.0", "typst is Typst 0.16.0"),
        ("LaTeX 3", "does not say which version of Typst it is"),
    ] {
        let trial = with_program(trial("md, pdf"), "bin/typst", &format!("#!/bin/sh\necho '{answer}'\n"));
        let path = format!("{}:/usr/bin:/bin", trial.path("bin").display());
        trial.run_where(&RUN, &[("PATH", &path)]).code(0).says(&["no PDF: ", told]);
        assert!(trial.path("out/report.zh.md").is_file() && !trial.path("out/report.zh.pdf").exists());
    }
}

#[cfg(unix)]
#[test]
fn programs_in_the_working_folder_are_not_run() {
    let mut trial = trial("md, pdf");
    let traces = trial.path("ran").display().to_string();
    let trace = format!("#!/bin/sh\necho \"$0\" >> '{traces}'\necho 'typst 0.15.2'\n");
    for program in [".venv/bin/python3", ".venv/bin/typst", "typst", "python3", "bin/typst", "bin/python3"] {
        trial = with_program(trial, program, &trace);
    }
    let none = trial.path("none").display().to_string();
    for path in [
        none.clone(),
        String::new(),
        format!(":{none}"),
        format!("{none}:"),
        ".".into(),
        "bin".into(),
        "./bin:..".into(),
    ] {
        trial.run_where(&RUN, &[("PATH", &path)]).code(0).says(&["no PDF without the Typst compiler"]);
    }
    for named in ["typst", "bin/typst", "./bin/typst", ".venv/bin/python3", &none] {
        let told = format!("no PDF: EQUIFINAL_TYPST must be the full path of a program, not `{named}`");
        trial.run_where(&RUN, &[("PATH", &none), ("EQUIFINAL_TYPST", named)]).code(0).says(&[&told]);
    }
    assert!(!trial.path("ran").exists(), "{}", String::from_utf8_lossy(&trial.bytes("ran")));
    // Named in full, it is the user's choice.
    let named = trial.path("bin/typst").display().to_string();
    let trial = with_program(trial, "bin/typst", &stand_in("0.15.0"));
    trial.run_where(&RUN, &[("PATH", "/usr/bin:/bin"), ("EQUIFINAL_TYPST", &named)]).code(0);
    assert_eq!(trial.bytes("out/report.en.pdf"), b"%PDF of report.en.typ");
}

#[test]
fn the_real_compiler_makes_chinese_that_can_be_copied() {
    let trial = trial("pdf");
    let named = std::env::var("EQUIFINAL_TYPST").unwrap_or_default();
    let ended = trial.run_where(&RUN, &[("EQUIFINAL_TYPST", &named)]).code(0);
    if trial.names("out").iter().all(|name| !name.ends_with(".pdf")) {
        ended.says(&["just typst"]);
        or_skip::<()>(Need::Typst, Err("there is no Typst compiler: `just typst` fetches it".to_owned()));
        return;
    }
    let file = trial.bytes("out/report.zh.pdf");
    let holds = |part: &[u8]| file.windows(part.len()).any(|window| window == part);
    assert!(file.starts_with(b"%PDF-") && holds(b"EquifinalSongA") && holds(b"/ToUnicode"));
}
