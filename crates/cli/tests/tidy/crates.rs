//! Rules for crates: the allowed dependencies, as in ARCHITECTURE.md.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use crate::none;
use crate::tree::{root, text};

const PREFIX: &str = "equifinal-";

/// Crates that may use polars; the others take plain values, so that they build and test in seconds.
const MAY_USE_POLARS: [&str; 3] = ["ingest", "cli", "python"];

/// The packages of the workspace, from their manifests.
fn packages() -> Vec<Value> {
    let listing = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&listing.stdout).expect("cargo metadata prints JSON");
    list(&metadata["packages"])
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

fn name(value: &Value) -> String {
    value["name"].as_str().unwrap_or_default().to_owned()
}

/// The dependencies of each crate by short name, without those of tests and builds.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    packages()
        .iter()
        .map(|package| {
            let normal = list(&package["dependencies"]).into_iter().filter(|dependency| dependency["kind"].is_null());
            (short(&name(package)), normal.map(|dependency| short(&name(&dependency))).collect())
        })
        .collect()
}

fn short(name: &str) -> String {
    name.strip_prefix(PREFIX).unwrap_or(name).to_owned()
}

/// The table of ARCHITECTURE.md, `| crate | what it does | may depend on |`; the last column may be "all but" a list.
fn allowed() -> BTreeMap<String, BTreeSet<String>> {
    let names = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<BTreeSet<_>>();
    let mut table: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut open = Vec::new();
    for line in text("ARCHITECTURE.md").lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        if let [crate_cell, _, may_use] = cells[..] {
            for name in names(crate_cell) {
                if may_use.starts_with("all") {
                    open.push(name.clone());
                }
                table.insert(name, names(may_use));
            }
        }
    }
    let all: BTreeSet<String> = table.keys().cloned().collect();
    for name in open {
        let but = table.remove(&name).unwrap_or_default();
        table.insert(
            name.clone(),
            all.iter().filter(|other| **other != name && !but.contains(*other)).cloned().collect(),
        );
    }
    table
}

/// Every crate that writes JSON must itself ask for the order of keys to be kept, since digests depend on it.
#[test]
fn every_crate_that_writes_json_keeps_the_order_of_keys() {
    let (mut asked, mut breaches) = (0, Vec::new());
    for package in packages() {
        for dependency in list(&package["dependencies"]).iter().filter(|one| name(one) == "serde_json") {
            asked += 1;
            if !list(&dependency["features"]).contains(&"preserve_order".into()) {
                breaches.push(name(&package));
            }
        }
    }
    assert!(asked >= 5, "only {asked} crates depend on serde_json");
    none("serde_json is taken with the feature preserve_order", breaches);
}

#[test]
fn crates_depend_on_one_another_as_the_architecture_says() {
    let allowed = allowed();
    let actual = dependencies();
    let mut breaches = Vec::new();
    for name in actual.keys().chain(allowed.keys()).collect::<BTreeSet<_>>() {
        match (allowed.get(name), actual.get(name)) {
            (Some(allowed), Some(used)) => {
                let used: BTreeSet<String> = used.iter().filter(|other| actual.contains_key(*other)).cloned().collect();
                breaches.extend(used.difference(allowed).map(|other| format!("{name} may not use {other}")));
                breaches.extend(allowed.difference(&used).map(|other| format!("{name} does not use {other}")));
            }
            (None, _) => breaches.push(format!("{name} is not in the table")),
            (_, None) => breaches.push(format!("{name} is in the table and not in crates/")),
        }
    }
    none("the table of ARCHITECTURE.md and the manifests say the same", breaches);
}

#[test]
fn polars_is_used_only_to_read_tables() {
    none(
        "only the crates that read tables know polars",
        dependencies()
            .into_iter()
            .filter(|(name, used)| {
                !MAY_USE_POLARS.contains(&name.as_str()) && used.iter().any(|other| other.starts_with("polars"))
            })
            .map(|(name, _)| name),
    );
}

#[test]
fn no_crate_makes_results_differ_by_machine() {
    let quoted = |line: &str, key: &str| {
        let rest = line.trim_start().strip_prefix(key)?.split('"').nth(1)?;
        Some(rest.to_owned())
    };
    let bans = text("deny.toml");
    let bans = bans.lines().filter(|line| line.contains("results would differ"));
    let banned: BTreeSet<String> = bans.filter_map(|line| quoted(line, "{ crate = ")).collect();
    assert_eq!(banned, ["matrixmultiply", "statrs"].map(str::to_owned).into(), "as deny.toml bans them");
    let lock = text("Cargo.lock");
    let locked = lock.lines().filter_map(|line| quoted(line, "name = "));
    none("Cargo.lock names no crate that deny.toml bans", locked.filter(|name| banned.contains(name)));
}

#[test]
fn dependencies_come_from_one_place() {
    const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";
    none(
        "Cargo.lock names the public registry and no other source",
        text("Cargo.lock")
            .lines()
            .filter_map(|line| line.strip_prefix("source = "))
            .filter(|source| source.trim_matches('"') != REGISTRY)
            .map(str::to_owned),
    );
}
