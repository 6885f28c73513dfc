//! Files that a study includes: shared sets, targets and instruments, merged into the study's tree.

use equifinal_study::message::Message;
use equifinal_study::say;
use std::collections::BTreeSet;

use super::declared_set::DeclaredSet;
use super::source_text::text_of;
use crate::fields::{Fields, list, word};
use crate::grammar::SHARED;
use crate::problem::{Problems, Sources};
use crate::slips;
use crate::tree::{self, Entry, Node, Unread, Value};
use equifinal_study::config::{Alternative, Analysis, Chain, NcaSpec, with_parts};
use equifinal_study::names::quoted;

/// Maximum number of included files.
const MOST: usize = 16;

/// The keys of a shared file.
const SHARED_KEYS: [&str; 3] = ["targets", "sets", INSTRUMENTS];

/// The key of which a study takes only the entries for its own tables.
const INSTRUMENTS: &str = "instruments";

/// Returns the bytes of a file named relative to the study's folder, or the reason why not.
pub type Resolve<'a> = dyn Fn(&str) -> Result<Vec<u8>, Message> + 'a;

/// The study's tree with the content of the included files before its own.
pub(super) fn merge(root: Node, file: &str, resolve: &Resolve<'_>, sources: &mut Sources, problems: &Problems) -> Node {
    let Some(include) = root.get("include") else { return root };
    let nodes = list(include, "include", 0, problems).unwrap_or_default();
    if let Some(node) = nodes.get(MOST) {
        problems.add(node.span.clone(), say!("too-many-includes", most = MOST));
    }
    let folder = file.rfind(['/', '\\']).map_or("", |end| file.get(..=end).unwrap_or_default());
    let mut trees: Vec<Node> = Vec::new();
    let mut names = Vec::new();
    for node in nodes.iter().take(MOST) {
        let Some(name) = word(node, "include", problems) else { continue };
        if let Some(why) = straying(name) {
            let message = say!("include-file", name = quoted(name), why);
            problems.add(node.span.clone(), message);
        } else if names.contains(&name) {
            problems.add(node.span.clone(), say!("include-twice", name = quoted(name)));
        } else {
            names.push(name);
            match resolve(name) {
                Ok(bytes) => trees.extend(read(&format!("{folder}{name}"), &bytes, sources, problems)),
                Err(why) => problems.add(node.span.clone(), say!("include-not", name = quoted(name), why)),
            }
        }
    }
    SHARED_KEYS.iter().fold(root.clone(), |root, key| with(root, key, &trees, include))
}

/// The tree of a shared file, with places continuing from those of the files before.
fn read(file: &str, bytes: &[u8], sources: &mut Sources, problems: &Problems) -> Option<Node> {
    let tree = tree_of(file, bytes, sources, problems)?;
    Fields::open(&tree, &SHARED, problems)?;
    Some(tree)
}

/// The tree of a file besides the study's own, with places continuing from those of the files before.
pub(super) fn tree_of(file: &str, bytes: &[u8], sources: &mut Sources, problems: &Problems) -> Option<Node> {
    let text = match text_of(bytes) {
        Ok(text) => text,
        Err((text, span, message)) => {
            let base = sources.add(file, text);
            problems.add(span.start + base..span.end + base, message);
            return None;
        }
    };
    let base = sources.add(file, text);
    let slips = slips::of_syntax(text, &|_| Some(Vec::new()));
    slips.record(text, base, problems);
    let mut tree = match tree::read(&slips.applied(text)) {
        Ok(tree) => tree,
        Err(Unread { span, message, .. }) => {
            problems.add(base + slips.origin(span.start)..base + slips.origin(span.end), message);
            return None;
        }
    };
    tree.relocate(&|place| base + slips.origin(place));
    Some(tree)
}

/// `root` with the entries of the included files under `key`.
fn with(mut root: Node, key: &str, trees: &[Node], include: &Node) -> Node {
    let tables: Vec<Option<&str>> = root.get("data").into_iter().flat_map(Node::entries).map(Entry::name).collect();
    let is_wanted = |entry: &&Entry| key != INSTRUMENTS || tables.contains(&entry.name());
    let shared = trees.iter().filter_map(|tree| tree.get(key)).flat_map(Node::entries);
    let shared: Vec<Entry> = shared.filter(is_wanted).cloned().collect();
    let Value::Map(entries) = &mut root.value else { return root };
    if shared.is_empty() {
        return root;
    }
    match entries.iter_mut().find(|entry| entry.name() == Some(key)) {
        Some(Entry { value: Node { value: Value::Map(own), .. }, .. }) => {
            own.splice(0..0, shared);
        }
        // A study's own value that is no map is refused where it is read.
        Some(_) => {}
        None => {
            let key = Node { value: Value::Text(key.to_owned()), ..include.clone() };
            let value = Node { value: Value::Map(shared), key: Some(key.span.clone()), span: include.span.clone() };
            entries.push(Entry { key, value });
        }
    }
    root
}

/// The reason why a path is not valid for a shared file.
fn straying(file: &str) -> Option<Message> {
    let parts = || file.split('/');
    if file.chars().any(char::is_control) || file.contains(['\\', ':']) {
        Some(say!("include-not-plain"))
    } else if parts().any(|part| matches!(part, "" | "." | "..")) {
        Some(say!("include-leaves"))
    } else if parts().next() != Some("shared") || parts().count() < 2 {
        Some(say!("include-not-shared"))
    } else {
        None
    }
}

/// The names of the sets that the study declares or uses, in its analyses, alternatives and composites.
///
/// Other included sets are ignored: they may refer to columns that this study's table does not have.
pub(super) fn used<'a>(
    declared: &'a [DeclaredSet],
    own: usize,
    (analyses, nca, chains): (&'a [Analysis], &'a [NcaSpec], &'a [Chain]),
    alternatives: &'a [Alternative],
) -> BTreeSet<&'a str> {
    let mut used: BTreeSet<&str> = declared.iter().filter(|set| set.at < own).map(|set| set.name.as_str()).collect();
    for analysis in analyses.iter().chain(alternatives.iter().flat_map(|one| &one.variant.analyses)) {
        used.insert(&analysis.outcome.set);
        used.extend(analysis.conditions.iter().map(String::as_str));
    }
    used.extend(nca.iter().flat_map(NcaSpec::sets));
    used.extend(chains.iter().flat_map(|chain| &chain.factors).map(String::as_str));
    let specs = declared.iter().filter_map(|set| set.spec.as_ref());
    with_parts(used, specs.chain(alternatives.iter().flat_map(|one| &one.variant.sets)))
}
