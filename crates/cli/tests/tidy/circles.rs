//! No circle between the files of a crate: who reads one file need not have read those that use it.
//!
//! Siblings, and a parent and its submodules, are held to the same rule, as [`crate::modules`] takes edges: a parent that
//! only declares its submodules and re-exports from them uses none of them, so that they may use what it defines; a
//! parent that calls them may not be used by them, and what both need stands in a file of its own.

use std::collections::{BTreeMap, BTreeSet};

use crate::modules::{Crate, Mentions};
use crate::none;
use crate::tree::{files, text};

/// Edges from file to file with what makes them.
type Edges = BTreeMap<(usize, usize), Mentions>;

/// The sets of at least two files in which every file leads to every other.
fn components(count: usize, edges: &Edges) -> Vec<BTreeSet<usize>> {
    let mut reach = vec![BTreeSet::new(); count];
    for (from, seen) in reach.iter_mut().enumerate() {
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            for &(_, to) in edges.keys().filter(|(start, _)| *start == at) {
                if seen.insert(to) {
                    open.push(to);
                }
            }
        }
    }
    let alike = |one: usize, other: usize| reach[one].contains(&other) && reach[other].contains(&one);
    let mut found: Vec<BTreeSet<usize>> = Vec::new();
    for file in (0..count).filter(|file| alike(*file, *file)) {
        match found.iter_mut().find(|set| set.first().is_some_and(|first| alike(*first, file))) {
            Some(set) => {
                set.insert(file);
            }
            None => found.push([file].into()),
        }
    }
    found
}

/// Few edges of a component without which no circle is left in it: files are taken from the ends of an order, sinks last,
/// sources first, else the file that uses more than it is used (Eades, Lin and Smyth 1993); edges that run back must go.
fn backward(component: &BTreeSet<usize>, edges: &Edges) -> Vec<(usize, usize)> {
    let inside: Vec<(usize, usize)> =
        edges.keys().copied().filter(|(from, to)| component.contains(from) && component.contains(to)).collect();
    let weight = |pair: &(usize, usize)| edges[pair].len() as i64;
    let mut left = component.clone();
    let (mut first, mut last) = (Vec::new(), Vec::new());
    while !left.is_empty() {
        let degree = |file: usize, left: &BTreeSet<usize>| {
            let live = inside.iter().filter(|(from, to)| left.contains(from) && left.contains(to));
            live.fold((0, 0), |(out, back), pair| {
                (
                    out + if pair.0 == file { weight(pair) } else { 0 },
                    back + if pair.1 == file { weight(pair) } else { 0 },
                )
            })
        };
        let all: Vec<(usize, (i64, i64))> = left.iter().map(|file| (*file, degree(*file, &left))).collect();
        let file = if let Some((sink, _)) = all.iter().find(|(_, (out, _))| *out == 0) {
            last.push(*sink);
            *sink
        } else if let Some((source, _)) = all.iter().find(|(_, (_, back))| *back == 0) {
            first.push(*source);
            *source
        } else {
            let best = all.iter().max_by_key(|(_, (out, back))| out - back).map_or(0, |(file, _)| *file);
            first.push(best);
            best
        };
        left.remove(&file);
    }
    last.reverse();
    first.extend(last);
    let place: BTreeMap<usize, usize> = first.into_iter().enumerate().map(|(at, file)| (file, at)).collect();
    inside.into_iter().filter(|(from, to)| place[from] > place[to]).collect()
}

/// Each component of a crate, with the edges that would have to go.
fn circles(of: &Crate) -> Vec<String> {
    let name = |file: usize| of.files[file].as_str();
    let edges = of.edges();
    let described = |pair: &(usize, usize)| {
        let places: Vec<String> = edges[pair].iter().map(|(line, path)| format!("{line} `{path}`")).collect();
        format!("\n    {} must not use {}, in line {}", name(pair.0), name(pair.1), places.join(", "))
    };
    let found = components(of.files.len(), &edges);
    let component = |one: &BTreeSet<usize>| {
        let files: Vec<&str> = one.iter().map(|file| name(*file)).collect();
        let edges: String = backward(one, &edges).iter().map(described).collect();
        format!("{} files: {}{edges}", files.len(), files.join(", "))
    };
    found.iter().map(component).collect()
}

/// The crates with a library, by name.
pub(crate) fn crates() -> BTreeMap<&'static str, Crate> {
    let roots = files().iter().filter_map(|file| {
        let folder = file.path.strip_suffix("/src/lib.rs")?;
        Some((folder.strip_prefix("crates/")?, folder))
    });
    let source = |folder: &str, path: &str| Some(text(&format!("{folder}/src/{path}"))).filter(|text| !text.is_empty());
    roots.map(|(name, folder)| (name, Crate::read("lib.rs", &|path| source(folder, path)))).collect()
}

#[test]
fn no_files_use_one_another_in_circles() {
    let crates = crates();
    assert!(crates.len() >= 9, "only {:?} are found", crates.keys());
    let mut breaches = Vec::new();
    for (name, of) in &crates {
        breaches.extend(circles(of).into_iter().map(|one| format!("{name}: {one}")));
    }
    none("move what both need into the file that owns it, so that files use one another one way", breaches);
}

/// A crate of a few files, and the components that it has.
#[track_caller]
fn check(sources: &[(&str, &str)], expected: &[&str]) {
    let source = |path: &str| Some((*sources.iter().find(|(name, _)| *name == path)?.1).to_owned());
    let found = circles(&Crate::read("lib.rs", &source));
    let first = found.iter().map(|one| one.lines().next().unwrap_or_default()).collect::<Vec<_>>();
    assert_eq!(first, expected, "{found:?}");
}

#[test]
fn circles_are_found() {
    const ROOT: (&str, &str) = ("lib.rs", "mod a; mod b; pub use a::A;");
    let circle = &["2 files: a.rs, b.rs"][..];
    check(&[ROOT, ("a.rs", "use crate::b::B; pub struct A(B);"), ("b.rs", "pub struct B;")], &[]);
    check(&[ROOT, ("a.rs", "use super::b::B; pub struct A(B);"), ("b.rs", "pub struct B(crate::a::A);")], circle);
    // A re-export hides nothing, a test closes nothing, a macro call does.
    check(&[ROOT, ("a.rs", "use crate::b; pub struct A(b::B);"), ("b.rs", "use crate::A; pub struct B;")], circle);
    check(
        &[
            ROOT,
            ("a.rs", "pub struct A(crate::b::B);"),
            ("b.rs", "pub struct B; #[cfg(test)] mod tests { use crate::A; }"),
        ],
        &[],
    );
    check(
        &[ROOT, ("a.rs", "pub struct A(crate::b::B);"), ("b.rs", "use crate::a; pub struct B; fn b() { vec![a::A]; }")],
        circle,
    );
    // A facade is no part of a circle; a parent that calls its submodule is.
    let root = ("lib.rs", "mod a;");
    check(&[root, ("a.rs", "mod b; pub use b::b; pub struct A;"), ("a/b.rs", "pub fn b(_: super::A) {}")], &[]);
    check(
        &[root, ("a.rs", "mod b; pub struct A; fn a() { b::b(A) }"), ("a/b.rs", "pub fn b(_: super::A) {}")],
        &["2 files: a.rs, a/b.rs"],
    );
}
