//! Layers inside a crate: parts that must not know others.

use std::collections::BTreeMap;

use crate::circles::crates;
use crate::modules::Crate;
use crate::none;

/// A part of a crate, and the files and folders of the crate that it may use. A folder stands for its parent file too.
type Layer = (&'static str, &'static str, &'static [&'static str]);

/// The layers of the report: figures know neither results nor the report, sections know no format.
const LAYERS: &[Layer] = &[
    ("report", "figures", &["figures", "escape", "number", "plain_text", "width"]),
    (
        "report",
        "view/sections",
        &[
            "view",
            "case_flow",
            "figures",
            "chart",
            "claims",
            "concerns",
            "input",
            "listing",
            "margins",
            "messages",
            "names",
            "nca_agreement",
            "number",
            "screening",
            "solution_types",
            "standards",
            "weaknesses",
            "width",
            "words",
        ],
    ),
];

/// True if a file is this part, or lies in it.
fn is_in(file: &str, part: &str) -> bool {
    file.strip_prefix(part).is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}

/// The uses that a layer forbids, in the files of its crate.
fn breaches(crates: &BTreeMap<&str, Crate>, (of, part, allowed): &Layer) -> Vec<String> {
    let Some(files) = crates.get(of) else { return vec![format!("no crate {of}")] };
    let name = |file: usize| files.files[file].as_str();
    let inside = files.edges().into_iter().filter(|((from, _), _)| is_in(name(*from), part)).collect::<Vec<_>>();
    if inside.is_empty() {
        return vec![format!("{of}: {part} uses nothing")];
    }
    let forbidden = inside.into_iter().filter(|((_, to), _)| !allowed.iter().any(|one| is_in(name(*to), one)));
    forbidden.map(|((from, to), _)| format!("{of}: {} uses {}", name(from), name(to))).collect()
}

#[test]
fn parts_use_only_the_parts_below_them() {
    let crates = crates();
    none("move what both need into a file below both", LAYERS.iter().flat_map(|layer| breaches(&crates, layer)));
}

#[test]
fn uses_of_other_layers_are_found() {
    let sources = [
        ("lib.rs", "mod a; mod b; mod c;"),
        ("a.rs", "mod d;"),
        ("a/d.rs", "use crate::b::B; use crate::c::C;"),
        ("b.rs", "pub struct B;"),
        ("c.rs", "pub struct C;"),
    ];
    let source = |path: &str| Some((*sources.iter().find(|(name, _)| *name == path)?.1).to_owned());
    let crates = BTreeMap::from([("made-up", Crate::read("lib.rs", &source))]);
    for (allowed, expected) in [(&["b", "c"][..], &[][..]), (&["b"], &["made-up: a/d.rs uses c.rs"])] {
        assert_eq!(breaches(&crates, &("made-up", "a", allowed)), expected);
    }
    assert_eq!(breaches(&crates, &("made-up", "d", &[])), ["made-up: d uses nothing"]);
}
