//! Rules for dependencies: licences and crates allowed by `deny.toml`.
//!
//! `just licences` checks the same for every platform, and known advisories, which need a network. This test needs none
//! and checks this platform.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use crate::none;
use crate::tree::{root, text};

/// The crates of a full build on this platform, with their licences.
fn crates() -> BTreeMap<String, String> {
    let listing = Command::new(env!("CARGO"))
        .args(["tree", "--workspace", "--all-features", "--edges", "normal,build,dev", "--prefix", "none"])
        .args(["--no-dedupe", "--offline", "--locked", "--format", "{p}|{l}|"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let said = String::from_utf8_lossy(&listing.stderr);
    assert!(listing.status.success(), "cargo tree: {said}");
    let lines = String::from_utf8(listing.stdout).expect("text");
    let named = |line: &str| {
        let (name, rest) = line.split_once(' ')?;
        Some((name.to_owned(), rest.split('|').nth(1)?.to_owned()))
    };
    lines.lines().filter_map(named).collect()
}

/// The quoted words of a list in `deny.toml`: whole items, or the values of this key.
fn list(begins: &str, key: Option<&str>) -> BTreeSet<String> {
    let text = text("deny.toml");
    let items = text.lines().skip_while(|line| *line != begins).skip(1).take_while(|line| *line != "]");
    let quoted = |item: &str| {
        let from = key.map_or(Some(item), |key| item.split_once(&format!("{key} = ")).map(|(_, value)| value));
        from?.split('"').nth(1).map(str::to_owned)
    };
    items.filter_map(quoted).collect()
}

/// True if a licence expression (SPDX, or the older `/` for `OR`) can be satisfied by allowed licences.
fn is_met(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    any(&mut rest, allowed) && rest.is_empty()
}

fn any(rest: &mut &[&str], allowed: &BTreeSet<String>) -> bool {
    let mut met = all(rest, allowed);
    while let ["OR", after @ ..] = *rest {
        *rest = after;
        met |= all(rest, allowed);
    }
    met
}

fn all(rest: &mut &[&str], allowed: &BTreeSet<String>) -> bool {
    let mut met = one(rest, allowed);
    while let ["AND", after @ ..] = *rest {
        *rest = after;
        met &= one(rest, allowed);
    }
    met
}

fn one(rest: &mut &[&str], allowed: &BTreeSet<String>) -> bool {
    match *rest {
        ["(", after @ ..] => {
            *rest = after;
            let met = any(rest, allowed);
            *rest = rest.strip_prefix(&[")"]).unwrap_or_default();
            met
        }
        [licence, "WITH", exception, after @ ..] => {
            *rest = after;
            allowed.contains(&format!("{licence} WITH {exception}"))
        }
        [licence, after @ ..] => {
            *rest = after;
            allowed.contains(*licence)
        }
        [] => false,
    }
}

#[test]
fn licence_expressions_are_evaluated() {
    let allowed: BTreeSet<String> = ["MIT", "Zlib", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned).into();
    for (expression, met) in [
        ("MIT", true),
        ("GPL-3.0-only", false),
        ("MIT OR GPL-3.0-only", true),
        ("GPL-3.0-only/MIT", true),
        ("MIT AND GPL-3.0-only", false),
        ("(GPL-3.0-only OR MIT) AND Zlib", true),
        ("(GPL-3.0-only OR Apache-2.0) AND Zlib", false),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("Apache-2.0", false),
        ("MIT Zlib", false),
        ("", false),
    ] {
        assert_eq!(is_met(expression, &allowed), met, "{expression}");
    }
}

#[test]
fn licences_are_those_that_are_allowed() {
    let (crates, allowed) = (crates(), list("allow = [", None));
    assert!(crates.len() > 100 && allowed.contains("MIT"), "{} crates, {allowed:?}", crates.len());
    none(
        "every crate comes under a licence that deny.toml allows",
        crates
            .into_iter()
            .filter(|(_, licence)| !is_met(licence, &allowed))
            .map(|(name, licence)| format!("{name}: {licence}")),
    );
}

#[test]
fn crates_that_are_banned_are_not_built() {
    let (crates, banned) = (crates(), list("deny = [", Some("crate")));
    assert!(banned.contains("reqwest"), "{banned:?}");
    none("no build takes a crate that deny.toml bans", banned.into_iter().filter(|name| crates.contains_key(name)));
}
