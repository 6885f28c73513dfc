//! Typed reading of maps: every mistake is recorded, and none stops the reading.

use equifinal_study::message::Message;
use equifinal_study::say;
use std::collections::BTreeSet;

use crate::grammar::{Interval, LANGUAGES, STUDY, Shape, Table, owner, synonym};
use crate::problem::Problems;
use crate::tree::{Entry, Node, Value};
use equifinal_study::names::{listed, meant, nearest, quoted};
use equifinal_study::text::Text;

/// A map of the file whose keys are those of a table.
pub(crate) struct Fields<'a> {
    node: &'a Node,
    table: &'static Table,
    /// The collected mistakes.
    pub(crate) problems: &'a Problems,
}

impl<'a> Fields<'a> {
    /// Opens `node`; records values that are not maps, and unknown, duplicate and missing keys.
    pub(crate) fn open(node: &'a Node, table: &'static Table, problems: &'a Problems) -> Option<Self> {
        let entries = map(node, &say!("map-such-as", what = table.what(), example = example(table)), problems)?;
        for entry in entries {
            if let Some(name) = entry.name().filter(|name| !name.is_empty())
                && table.key(name).is_none()
            {
                let is_set = table.what == STUDY.what && entry.value.get("calibrate").is_some();
                let message = if is_set { say!("set-outside", name) } else { unknown_key(name, table) };
                problems.add(entry.key.span.clone(), message);
            }
        }
        if table.unless.is_none_or(|key| node.get(key).is_none()) {
            for name in table.required.iter().filter(|name| node.get(name).is_none()) {
                let about = table.key(name).map_or("", |key| key.about()).trim_end_matches('.');
                problems.add(node.heading(), say!("needs-key", what = table.what(), name, about = lowered(about)));
            }
        }
        Some(Self { node, table, problems })
    }

    /// The value under `name`, if given.
    pub(crate) fn get(&self, name: &str) -> Option<&'a Node> {
        debug_assert!(self.table.key(name).is_some(), "{name} is in no table");
        self.node.get(name)
    }

    /// The map itself.
    pub(crate) fn node(&self) -> &'a Node {
        self.node
    }

    /// Records a mistake at the value under `name`, or at the map if there is none.
    pub(crate) fn blame(&self, name: &str, message: impl Into<Message>) {
        self.problems.add(self.get(name).map_or_else(|| self.node.heading(), |node| node.span.clone()), message);
    }

    /// Records a claim that gives none of some keys.
    pub(crate) fn want_one_of(&self, keys: &[&str]) {
        if keys.iter().all(|key| self.get(key).is_none()) {
            self.problems.add(self.node.heading(), say!("claim-empty", keys = listed(keys)));
        }
    }

    /// The number under `name`, within the bounds of the table.
    pub(crate) fn number(&self, name: &str) -> Option<f64> {
        let Some(Shape::Number(interval)) = self.shape(name) else { return None };
        number(self.get(name)?, *interval, name, self.problems)
    }

    /// The truth value under `name`.
    pub(crate) fn truth(&self, name: &str) -> Option<bool> {
        let node = self.get(name)?;
        match node.value {
            Value::Truth(truth) => Some(truth),
            _ => {
                self.problems.add(node.span.clone(), say!("not-truth", name, found = node.found()));
                None
            }
        }
    }

    /// The word under `name`, one of those in the table.
    pub(crate) fn choice(&self, name: &str) -> Option<&'static str> {
        let Some(Shape::Choice(words)) = self.shape(name) else { return None };
        choice(self.get(name)?, words, name, self.problems)
    }

    /// The word under `name`, without restrictions.
    pub(crate) fn word(&self, name: &str) -> Option<&'a str> {
        word(self.get(name)?, name, self.problems)
    }

    /// The text under `name`.
    pub(crate) fn text(&self, name: &str) -> Option<Text> {
        text(self.get(name)?, name, self.problems)
    }

    /// The items under `name`; empty if the key is absent.
    pub(crate) fn list(&self, name: &str) -> &'a [Node] {
        let Some(node) = self.get(name) else { return &[] };
        let least = if let Some(Shape::List(_, least)) = self.shape(name) { *least } else { 0 };
        list(node, name, least, self.problems).unwrap_or_default()
    }

    /// The named entries under `name`; empty if the key is absent.
    pub(crate) fn named(&self, name: &str) -> &'a [Entry] {
        let Some(node) = self.get(name) else { return &[] };
        if let Value::List(items) = &node.value {
            let first = items.first().and_then(|item| item.entries().first()).and_then(Entry::name);
            let names = items.iter().filter_map(Node::scalar).map(|name| format!("{name}: …")).collect::<Vec<_>>();
            let hint = match first {
                Some(first) => say!("without-dash", first),
                None if names.is_empty() => Message::empty(),
                None => say!("as-map", example = format!("{{{}}}", names.join(", "))),
            };
            self.problems.add(node.span.clone(), say!("map-not-list", name, hint));
            return &[];
        }
        map(node, &say!("is-map", name), self.problems).unwrap_or(&[])
    }

    fn shape(&self, name: &str) -> Option<&'static Shape> {
        self.table.key(name).map(|key| key.shape())
    }
}

/// A map with the keys of a table, for messages: those that are needed, else the first.
fn example(table: &Table) -> String {
    let first = table.all().take(1).map(|key| key.name());
    let keys: Vec<&str> = if table.required.is_empty() { first.collect() } else { table.required.to_vec() };
    format!("{{{}}}", keys.iter().map(|key| format!("{key}: …")).collect::<Vec<_>>().join(", "))
}

/// A sentence with a lower-case beginning, to follow other words.
fn lowered(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// Number of keys up to which a message lists them all.
const FEW_KEYS: usize = 6;

fn unknown_key(name: &str, table: &Table) -> Message {
    if table.later.contains(&name) {
        return say!("later-key", name, what = table.what());
    }
    let known: Vec<&str> = table.all().map(|key| key.name()).collect();
    let hint = match (synonym(name, &known), nearest(name, &known), owner(name, table)) {
        (Some(known), ..) => say!("meant-words", known = quoted(known)),
        (None, None, Some((key, owner))) if known.len() > FEW_KEYS => {
            say!("key-of-another", key = quoted(key), what = owner.what())
        }
        (None, None, Some((key, owner))) => {
            say!("key-of-another-here", key = quoted(key), what = owner.what(), keys = listed(&known))
        }
        (None, ..) => meant(name, known),
    };
    say!("no-key", what = table.what(), name = quoted(name), hint)
}

/// The entries of a map; records duplicate keys.
pub(crate) fn map<'a>(node: &'a Node, what: &Message, problems: &Problems) -> Option<&'a [Entry]> {
    let Value::Map(entries) = &node.value else {
        problems.add(node.span.clone(), say!("map-not", what, found = node.found()));
        return None;
    };
    let mut names = BTreeSet::new();
    for entry in entries {
        let Some(name) = entry.name().filter(|name| !name.is_empty()) else {
            problems.add(entry.key.span.clone(), say!("key-is-text", found = entry.key.found()));
            continue;
        };
        if !names.insert(name) {
            problems.add(entry.key.span.clone(), say!("key-twice", name = quoted(name)));
        }
    }
    Some(entries)
}

/// The items of a list with at least `least` items.
pub(crate) fn list<'a>(node: &'a Node, name: &str, least: usize, problems: &Problems) -> Option<&'a [Node]> {
    let Value::List(items) = &node.value else {
        problems.add(node.span.clone(), say!("not-list", name, found = node.found(), instead = as_list(node, name)));
        return None;
    };
    if items.len() < least {
        problems.add(node.span.clone(), say!("empty-list", name, least));
        return None;
    }
    Some(items)
}

/// A scalar as the list that is meant.
fn as_list(node: &Node, name: &str) -> String {
    const SEPARATORS: [char; 6] = [',', '[', ']', '，', '、', ';'];
    let words = node.scalar().unwrap_or_default();
    // Names of conditions hold no blanks; other texts may.
    let has_names = name == "conditions" && !words.contains(SEPARATORS);
    let is_apart = |sign: char| SEPARATORS.contains(&sign) || (has_names && sign.is_whitespace());
    // `-a` is the item `- a` without its space.
    let items: Vec<&str> = words.split(is_apart).map(|item| item.trim().trim_start_matches('-')).collect();
    let items: Vec<&str> = items.into_iter().filter(|item| !item.is_empty()).collect();
    if items.is_empty() { "[a, b]".to_owned() } else { format!("[{}]", items.join(", ")) }
}

/// A finite number within bounds.
pub(crate) fn number(node: &Node, interval: Interval, name: &str, problems: &Problems) -> Option<f64> {
    match &node.value {
        Value::Number(number, _) if interval.holds(*number) => Some(*number),
        Value::Text(text) if text.trim().parse().is_ok_and(f64::is_finite) => {
            let found = node.found();
            problems.add(node.span.clone(), say!("number-quoted", name, found, interval));
            None
        }
        _ => {
            let percent = as_share(node).filter(|share| interval.holds(*share));
            let share = percent.filter(|_| !interval.holds(2.0));
            let either =
                percent.filter(|_| interval.holds(2.0) && node.scalar().is_some_and(|it| it.contains(['%', '％'])));
            let is_word = interval.holds(0.5) && !interval.holds(2.0) && matches!(node.value, Value::Text(_));
            let example = || if is_word { say!("share-example") } else { Message::empty() };
            let hint = match (share, either) {
                (Some(share), _) => say!("as-share", share),
                (None, Some(share)) => {
                    let number = node.scalar().unwrap_or_default().trim_end_matches(['%', '％', ' ']);
                    say!("as-share-or-percent", share, number)
                }
                (None, None) => example(),
            };
            problems.add(node.span.clone(), say!("not-in-interval", name, found = node.found(), interval, hint));
            None
        }
    }
}

/// A number of percent, with its sign or from 10 upwards, as a share.
fn as_share(node: &Node) -> Option<f64> {
    let written = node.scalar()?.trim();
    let number = written.trim_end_matches(['%', '％']);
    let percent: f64 = number.trim().parse().ok()?;
    let is_percent = number.len() < written.len() || percent >= 10.0;
    // Through its decimals, so that 1.4 % is 0.014 and not the nearest quotient.
    if is_percent { format!("{:.6}", percent / 100.0).parse().ok() } else { None }
}

/// An integer from `least` upwards.
pub(crate) fn count(node: &Node, least: u64, name: &str, problems: &Problems) -> Option<u64> {
    const LARGEST: f64 = 9_007_199_254_740_992.0;
    if let Value::Number(number, _) = node.value
        && number.fract() == 0.0
        && (0.0..=LARGEST).contains(&number)
    {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be a whole number")]
        let count = number as u64;
        if count >= least {
            return Some(count);
        }
    }
    problems.add(node.span.clone(), say!("not-count", name, found = node.found(), least));
    None
}

/// One of some words.
pub(crate) fn choice(
    node: &Node,
    words: &'static [&'static str],
    name: &str,
    problems: &Problems,
) -> Option<&'static str> {
    let found = node.scalar().unwrap_or_default();
    let choice = words.iter().find(|word| **word == found).copied();
    if choice.is_none() {
        let hint = match synonym(found, words).or_else(|| nearest(found, words)) {
            Some(word) => say!("meant-word", word),
            None => say!("choose", words = listed(words)),
        };
        problems.add(node.span.clone(), say!("not-choice", name, found = node.found(), hint));
    }
    choice
}

/// A scalar that is not empty, as written.
pub(crate) fn word<'a>(node: &'a Node, name: &str, problems: &Problems) -> Option<&'a str> {
    let written = node.scalar();
    let word = written.filter(|word| !word.trim().is_empty());
    if word.is_none() {
        let found = written.map_or_else(|| node.found(), |_| say!("blank"));
        problems.add(node.span.clone(), say!("not-text", name, found));
    }
    word
}

/// A text for all languages, or one per language.
pub(crate) fn text(node: &Node, name: &str, problems: &Problems) -> Option<Text> {
    match &node.value {
        Value::Text(words) if !words.trim().is_empty() => Some(Text::plain(words.trim_end())),
        Value::Map(_) => {
            let entries = map(node, &Message::verbatim(name), problems)?;
            let mut text = Text::default();
            for entry in entries {
                let language = choice(&entry.key, LANGUAGES, "language", problems);
                let words = match &entry.value.value {
                    Value::Text(words) if !words.trim().is_empty() => Some(words.trim_end()),
                    _ => {
                        not_text(&entry.value, name, problems);
                        None
                    }
                };
                if let (Some(language), Some(words)) = (language, words) {
                    text.by_language.insert(language.to_owned(), words.to_owned());
                }
            }
            if entries.is_empty() {
                not_text(node, name, problems);
            }
            (!text.by_language.is_empty()).then_some(text)
        }
        _ => {
            not_text(node, name, problems);
            None
        }
    }
}

fn not_text(node: &Node, name: &str, problems: &Problems) {
    let advice = match node.value {
        Value::Number(..) | Value::Truth(_) => say!("in-quotes"),
        _ => say!("write-words"),
    };
    problems.add(node.span.clone(), say!("not-text-but", name, found = node.found(), advice));
}
