//! A full volume: nothing is lost, no temporary file stays, and the next run with space succeeds.

use std::process::Command;

use equifinal_testing::needs::{Need, or_skip};

use crate::trial::{CASES, Trial};

/// Mounts a private volume of 4 MiB, copies the project into it, fills it except for this many KiB, runs the command,
/// and copies the result; then runs it again with space. The mount ends with the process.
const SCRIPT: &str = r#"
program=$1; room=$2; shift 2
mount -t tmpfs -o size=4m tmpfs volume
cp -a project/. volume/
cd volume
dd if=/dev/zero of=filler bs=4k 2> ../dd || true
truncate -s -"${room}K" filler
code=0; "$program" "$@" 2> ../said || code=$?
rm filler
cp -a . ../after
"$program" "$@" 2> ../again
exit "$code"
"#;

/// Passes if a volume can be mounted in a private namespace.
fn mountable() -> Result<(), String> {
    let tried = Command::new("unshare").args(["-rm", "sh", "-c", "mount -t tmpfs -o size=64k tmpfs /mnt"]).output();
    match tried {
        Ok(ended) if ended.status.success() => Ok(()),
        Ok(ended) => Err(format!("no volume can be mounted: {}", String::from_utf8_lossy(&ended.stderr).trim())),
        Err(error) => Err(format!("no volume can be mounted: unshare: {error}")),
    }
}

#[test]
fn a_full_volume_changes_nothing() {
    if or_skip(Need::Volume, mountable()).is_none() {
        return;
    }
    let whole = Trial::small();
    whole.run(&["run", "configs/small.yaml"]).code(0);
    let whole = whole.file("data/small/cases.csv", CASES.replace("c2,0.8", "c2,0.7"));
    let (run, register): (&[&str], &[&str]) = (&["run", "configs/small.yaml"], &["register", "small"]);
    for (args, room) in [(run, "0"), (run, "8"), (run, "64"), (register, "0")] {
        let trial = whole.tree(".").into_iter().fold(Trial::new(), |trial, (path, bytes)| {
            let inside = path.strip_prefix(whole.path(".")).expect("inside").to_string_lossy().into_owned();
            trial.file(&format!("project/{inside}"), bytes)
        });
        std::fs::create_dir(trial.path("volume")).expect("a folder");
        let mut command = Command::new("unshare");
        command.args(["-rm", "sh", "-ec", SCRIPT, "sh", env!("CARGO_BIN_EXE_equifinal"), room]).args(args);
        let ended = command.current_dir(trial.path(".")).output().expect("unshare runs");
        let said = String::from_utf8_lossy(&trial.bytes("said")).into_owned();
        assert_eq!(ended.status.code(), Some(2), "{args:?}, {room} KiB: {said}\n{ended:?}");
        assert!(said.contains("cannot be written"), "{args:?}, {room} KiB: {said}");
        let within = |folder: &str| {
            let root = trial.path(folder);
            let inside = |path: std::path::PathBuf| path.strip_prefix(&root).expect("inside").to_owned();
            trial.tree(folder).into_iter().map(|(path, bytes)| (inside(path), bytes)).collect::<Vec<_>>()
        };
        assert!(within("project") == within("after"), "{args:?}, {room} KiB: {:?}", trial.tree("after").keys());
    }
}
