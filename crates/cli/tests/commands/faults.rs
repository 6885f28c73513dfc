//! Faults: killed, interrupted, disk full, no permission, vanished inputs, concurrent runs. Nothing is lost, nothing
//! left behind breaks the next run, and the exit code is as documented.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use crate::trial::{CASES, SMALL, Trial};

const RUN: &[&str] = &["run", "configs/small.yaml", "--force"];
const SWEPT: &str = "\
robustness:
  multiverse:
    vary: {consistency: {from: 0, to: 1, step: 0.002}, pri: [0, 0.3, 0.5, 0.7], frequency: [1]}
";

/// Fractions of one that look random and are reproducible, by the golden ratio.
fn moments(count: u32) -> impl Iterator<Item = f64> {
    (1..=count).map(|at| (f64::from(at) * 0.618_033_988_749_894_8).fract())
}

fn swept() -> Trial {
    let trial = Trial::small().file("configs/small.yaml", format!("{SMALL}{SWEPT}"));
    trial.run(&["sweep", "plan", "small", "--shards", "2"]).code(0);
    trial
}

/// Hidden names anywhere below a folder.
fn hidden(trial: &Trial) -> Vec<PathBuf> {
    let is_hidden = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(".equi"));
    trial.tree(".").into_keys().filter(is_hidden).collect()
}

/// Starts the command repeatedly, sends it a signal at moments spread over its run time, and lets `judge` check the
/// result; returns the number of attempts per signal.
fn at_moments(
    (count, signal): (u32, &str),
    prepare: impl Fn() -> Trial,
    args: &[&str],
    judge: impl Fn(&Trial, f64, Option<i32>),
) {
    let whole = prepare();
    let start = Instant::now();
    whole.run(args).code(0);
    let takes = start.elapsed();
    for moment in moments(count) {
        let trial = prepare();
        let mut child = trial.start(args);
        thread::sleep(takes.mul_f64(moment));
        let sent = Command::new("kill").args([signal, &child.id().to_string()]).status().expect("kill runs");
        assert!(sent.success());
        let code = child.wait().expect("it ends").code();
        judge(&trial, moment, code);
    }
}

/// The files of a folder, without temporary ones.
fn visible(trial: &Trial, folder: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let root = trial.path(".");
    for (path, bytes) in trial.tree(folder) {
        let inner = path.strip_prefix(&root).or_else(|_| path.strip_prefix(trial.path(""))).expect("inside").to_owned();
        if !inner.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.')) {
            files.insert(inner, bytes);
        }
    }
    files
}

#[test]
fn a_registered_run_killed_at_any_moment_loses_neither_report_nor_ledger() {
    let ready = Trial::small();
    ready.run(&["register", "small"]).code(0);
    ready.run(RUN).code(0);
    let ready = ready.file("configs/small.yaml", SMALL.replace("consistency: 0.8", "consistency: 0.75"));
    let prepare = || ready.copy();
    let old = visible(&prepare(), "reports/small");
    let done = prepare();
    done.run(RUN).code(0);
    let (new, ledger) = (visible(&done, "reports/small"), done.bytes("configs/registered/small.ledger.jsonl"));
    at_moments((15, "-KILL"), prepare, RUN, |trial, moment, _| {
        let found = visible(trial, "reports/small");
        assert!(found == old || found == new, "{moment}");
        trial.run(RUN).code(0);
        assert_eq!(visible(trial, "reports/small"), new, "{moment}");
        assert_eq!(trial.bytes("configs/registered/small.ledger.jsonl"), ledger, "{moment}");
        assert_eq!(trial.names("configs/registered"), ["small.ledger.jsonl", "small.plan.json"], "{moment}");
        assert_eq!(trial.names("reports"), [".state", "index.html", "small"], "{moment}");
        trial.run(&["check"]).code(0);
    });
}

#[test]
fn a_registration_killed_at_any_moment_is_whole_or_not_there() {
    let plan = {
        let trial = Trial::small();
        trial.run(&["register", "small"]).code(0);
        trial.bytes("configs/registered/small.plan.json")
    };
    at_moments((15, "-KILL"), Trial::small, &["register", "small"], |trial, moment, _| {
        let was_there = trial.path("configs/registered/small.plan.json").exists();
        trial.run(&["register", "small"]).code(if was_there { 2 } else { 0 });
        assert_eq!(trial.bytes("configs/registered/small.plan.json"), plan, "{moment}");
        assert_eq!(trial.names("configs/registered"), ["small.plan.json"], "{moment}");
    });
}

#[test]
fn a_sweep_and_a_merge_killed_at_any_moment_go_on() {
    let planned = swept();
    let whole = planned.copy();
    whole.run(&["sweep", "run", "small"]).code(0);
    let shards = whole.copy();
    whole.run(&["sweep", "merge", "small"]).code(0);
    let merged = visible(&whole, "sweeps");
    at_moments(
        (15, "-KILL"),
        || planned.copy(),
        &["sweep", "run", "small"],
        |trial, moment, _| {
            trial.run(&["sweep", "run", "small"]).code(0);
            trial.run(&["sweep", "merge", "small"]).code(0);
            assert_eq!(trial.tree("sweeps").len(), merged.len(), "{moment}: {:?}", hidden(trial));
            assert!(visible(trial, "sweeps") == merged, "{moment}");
        },
    );
    at_moments(
        (15, "-KILL"),
        || shards.copy(),
        &["sweep", "merge", "small"],
        |trial, moment, _| {
            trial.run(&["sweep", "merge", "small"]).code(0);
            assert_eq!(trial.tree("sweeps").len(), merged.len(), "{moment}: {:?}", hidden(trial));
            assert!(visible(trial, "sweeps") == merged, "{moment}");
        },
    );
}

#[test]
fn an_interrupted_run_leaves_the_old_report_or_the_new_one() {
    let ready = Trial::small();
    ready.run(RUN).code(0);
    let ready = ready.file("data/small/cases.csv", CASES.replace("c2,0.8", "c2,0.7"));
    let old = visible(&ready, "reports/small");
    let done = ready.copy();
    done.run(RUN).code(0);
    let new = visible(&done, "reports/small");
    assert_ne!(old, new);
    for signal in ["-INT", "-TERM"] {
        at_moments(
            (20, signal),
            || ready.copy(),
            RUN,
            |trial, moment, code| {
                assert!(matches!(code, Some(0 | 7) | None), "{signal}, {moment}: {code:?}");
                let found = visible(trial, "reports/small");
                assert!(found == old || found == new, "{signal}, {moment}");
                // Neither a folder of staging nor a lock.
                assert_eq!(trial.names("reports"), [".state", "index.html", "small"], "{signal}, {moment}");
                assert_eq!(hidden(trial), Vec::<PathBuf>::new(), "{signal}, {moment}");
            },
        );
    }
}

#[test]
fn an_interrupted_sweep_or_merge_leaves_no_hidden_file() {
    let planned = swept();
    let shards = planned.copy();
    shards.run(&["sweep", "run", "small"]).code(0);
    for signal in ["-INT", "-TERM"] {
        for args in [["sweep", "run", "small"], ["sweep", "merge", "small"]] {
            let prepare = || if args[1] == "run" { planned.copy() } else { shards.copy() };
            at_moments((5, signal), prepare, &args, |trial, moment, code| {
                // Before the handler stands, the system ends the program itself, which has made nothing yet.
                assert!(matches!(code, Some(0 | 7) | None), "{args:?}, {signal}, {moment}: {code:?}");
                assert_eq!(hidden(trial), Vec::<PathBuf>::new(), "{args:?}, {signal}, {moment}");
                trial.run(&args).code(0);
            });
        }
    }
}

#[test]
fn a_drafted_study_killed_at_any_moment_is_drafted_by_the_next_command() {
    let prepare = || Trial::new().file("cases.csv", CASES);
    let args = ["new", "small", "--from", "cases.csv"];
    at_moments((10, "-KILL"), prepare, &args, |trial, moment, _| {
        let was_there = trial.path("configs/small.yaml").exists();
        trial.run(&args).code(if was_there { 2 } else { 0 });
        assert_eq!(hidden(trial), Vec::<PathBuf>::new(), "{moment}");
        trial.run(RUN).code(0);
    });
    // Killed between its two files.
    let between = prepare().file("data/small/cases.csv", CASES);
    between.run(&args).code(0);
    let other = prepare().file("data/small/cases.csv", CASES.replace("0.9", "0.8"));
    other.run(&args).code(2).says(&["data/small/cases.csv: exists already and is not overwritten"]);
}

/// A slow compiler that prints the permissions of its folder.
fn with_slow_compiler(seconds: &str) -> Trial {
    use std::os::unix::fs::PermissionsExt;
    let script = format!(
        "#!/bin/sh\n[ \"$1\" = --version ] && {{ echo 'typst 0.15.0'; exit 0; }}\n: > ../started\nsleep {seconds}\n\
         stat -c %a . > \"$6\"\n"
    );
    let study = format!("{SMALL}report: {{formats: [pdf]}}\n");
    let trial = Trial::small().file("configs/small.yaml", study).file("bin/typst", script).file("tmp/mine", "");
    std::fs::set_permissions(trial.path("bin/typst"), PermissionsExt::from_mode(0o755)).expect("permissions");
    trial
}

#[cfg(target_os = "linux")]
#[test]
fn the_compiler_folder_is_private_and_removed() {
    let environment = |trial: &Trial| {
        [("EQUIFINAL_TYPST", "bin/typst"), ("TMPDIR", "tmp")].map(|(name, path)| (name, trial.path(path)))
    };
    let trial = with_slow_compiler("0");
    let done = trial.command(RUN).envs(environment(&trial)).output().expect("the command starts");
    assert!(done.status.success(), "{done:?}");
    assert_eq!(trial.bytes("reports/small/report.en.pdf"), b"700\n");
    assert_eq!(trial.names("tmp"), ["mine", "started"]);
    for (signal, code) in [("-TERM", Some(7)), ("-INT", Some(7)), ("-KILL", None)] {
        let trial = with_slow_compiler("2");
        let mut child = trial.command(RUN).envs(environment(&trial)).spawn().expect("the command starts");
        while !trial.path("tmp/started").exists() {
            thread::sleep(Duration::from_millis(5));
        }
        assert_eq!(trial.names("tmp").len(), 3, "the folder is there while the compiler works");
        Command::new("kill").args([signal, &child.id().to_string()]).status().expect("kill runs");
        assert_eq!(child.wait().expect("it ends").code(), code, "{signal}");
        assert_eq!(trial.names("tmp").len(), if code.is_some() { 2 } else { 3 }, "{signal}");
        let trial = trial.file("bin/typst", with_slow_compiler("0").bytes("bin/typst"));
        let next = trial.command(RUN).envs(environment(&trial)).output().expect("the command starts");
        assert!(next.status.success(), "{next:?}");
        assert_eq!(trial.names("tmp"), ["mine", "started"], "{signal}");
    }
}

/// Limits the size of files to this many blocks of 512 bytes, to simulate a full disk.
fn with_room(trial: &Trial, blocks: u32, args: &[&str]) -> (Option<i32>, String) {
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let mut command = Command::new("sh");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_equifinal")]).args(args).current_dir(trial.path("."));
    let ended = command.output().expect("sh runs");
    (ended.status.code(), String::from_utf8_lossy(&ended.stderr).into_owned())
}

#[test]
fn full_disks_and_missing_permissions_change_nothing() {
    let merge: &[&str] = &["sweep", "merge", "small"];
    let whole = swept();
    whole.run(&["sweep", "run", "small"]).code(0);
    whole.run(RUN).code(0);
    let whole = whole.file("data/small/cases.csv", CASES.replace("c2,0.8", "c2,0.7"));
    for (args, blocks) in
        [(RUN, 8), (RUN, 0), (&["register", "small"], 0), (&["sweep", "run", "small", "--out", "new"], 1)]
    {
        let trial = whole.copy();
        let before = trial.tree(".");
        let (code, said) = with_room(&trial, blocks, args);
        assert_eq!(code, Some(2), "{args:?}: {said}");
        assert!(said.contains("cannot be written"), "{args:?}: {said}");
        let after = trial.tree(".");
        let kept = before.iter().all(|(path, bytes)| after.get(path) == Some(bytes));
        assert!(kept && hidden(&trial).is_empty(), "{args:?}");
    }
    let trial = whole.copy().file("data/small/cases.csv", CASES);
    let (code, said) = with_room(&trial, 1, merge);
    assert!(code == Some(2) && said.contains("cannot be written"), "{code:?}: {said}");
    assert_eq!(hidden(&trial), Vec::<PathBuf>::new());
    trial.run(merge).code(0);
    // A place where nobody may write, not even the owner of the machine.
    #[cfg(target_os = "linux")]
    {
        let trial = Trial::small();
        trial.run(&["run", "configs/small.yaml", "--out", "/proc/equifinal/out"]).code(2).says(&["cannot be written"]);
        trial.file("configs/registered", "no folder").run(&["register", "small"]).code(2);
    }
}

#[test]
fn vanished_inputs_are_refused_or_already_read() {
    let ready = Trial::small();
    ready.run(RUN).code(0);
    let prepare = || ready.copy();
    let old = visible(&prepare(), "reports/small");
    let start = Instant::now();
    prepare().run(RUN).code(0);
    let takes = start.elapsed() / 2;
    for moment in moments(10) {
        let trial = prepare();
        let mut child = trial.start(RUN);
        thread::sleep(takes.mul_f64(moment));
        std::fs::remove_file(trial.path("data/small/cases.csv")).expect("removed");
        let code = child.wait().expect("it ends").code();
        assert!(matches!(code, Some(0 | 4)), "{moment}: {code:?}");
        assert_eq!(visible(&trial, "reports/small"), old, "{moment}");
        assert_eq!(trial.names("reports"), [".state", "index.html", "small"], "{moment}");
    }
}

#[test]
fn sweeps_beside_one_another_make_the_same_table() {
    let whole = swept();
    whole.run(&["sweep", "run", "small"]).code(0);
    whole.run(&["sweep", "merge", "small"]).code(0);
    let trial = swept();
    for args in [["sweep", "run", "small"], ["sweep", "merge", "small"]] {
        let started: Vec<_> = (0..3).map(|_| trial.start(&args)).collect();
        for child in started {
            let ended = child.wait_with_output().expect("it ends");
            assert!(ended.status.success(), "{args:?}: {}", String::from_utf8_lossy(&ended.stderr));
        }
    }
    assert_eq!(hidden(&trial), Vec::<PathBuf>::new());
    assert!(visible(&trial, "sweeps") == visible(&whole, "sweeps"));
}
