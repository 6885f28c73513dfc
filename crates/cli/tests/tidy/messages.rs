//! The words of messages: the same keys and arguments in every language, and none without a user.
//!
//! A crate's messages are `words/en.ftl` and `words/zh.ftl`; its code asks for them by `say!("key", argument)`,
//! the program itself by `tell!`. The words of its help are checked where they are used.

use std::collections::{BTreeMap, BTreeSet};

use crate::none;
use crate::tree::{text, texts};

/// The crates that have messages.
fn crates() -> BTreeSet<String> {
    let files = texts().filter_map(|(file, _)| file.path.strip_suffix("/words/en.ftl")?.strip_prefix("crates/"));
    files.map(str::to_owned).collect()
}

/// The messages of a crate with the arguments that each uses.
fn messages(name: &str, language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let text = text(&format!("crates/{name}/words/{language}.ftl"));
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if let Some((key, _)) = line.split_once(" =").filter(|_| !line.starts_with(' ')) {
            assert!(messages.insert(key.to_owned(), BTreeSet::new()).is_none(), "{name}: {language}: {key} twice");
            key.clone_into(&mut current);
        }
        messages.entry(current.clone()).or_default().extend(names(line.split('$').skip(1)));
    }
    messages
}

/// The sources of a crate.
fn sources(name: &str) -> impl Iterator<Item = &'static str> {
    let folder = format!("crates/{name}/src/");
    texts().filter(move |(file, _)| file.path.starts_with(&folder)).map(|(_, text)| text)
}

fn names<'a>(parts: impl Iterator<Item = &'a str>) -> impl Iterator<Item = String> {
    let is_in_name = |c: &char| c.is_ascii_alphanumeric() || *c == '_';
    parts.map(move |part| part.chars().take_while(is_in_name).collect())
}

/// The calls of `say!` in a crate: the key with the names of the arguments.
fn calls(name: &str) -> Vec<(String, BTreeSet<String>)> {
    let starts = |text: &'static str| {
        ["say!(", "tell!("]
            .into_iter()
            .flat_map(move |call| text.match_indices(call).filter_map(move |(at, _)| text.get(at + call.len()..)))
    };
    let calls = sources(name).flat_map(starts).filter_map(|call| {
        let (key, rest) = call.trim_start().strip_prefix('"')?.split_once('"')?;
        // The example in documentation.
        (key != "key").then(|| (key.to_owned(), arguments(rest)))
    });
    calls.collect()
}

/// The names of arguments in the rest of a call, up to its closing parenthesis.
fn arguments(rest: &str) -> BTreeSet<String> {
    let (mut depth, mut parts, mut quoted, mut last) = (0_i32, vec![String::new()], false, ' ');
    for c in rest.chars() {
        match c {
            '"' if last != '\\' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted && depth == 0 => break,
            ')' | ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => parts.push(String::new()),
            _ => {}
        }
        last = c;
        if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    let parts = parts.iter().skip(1).map(|part| part.trim_start_matches(',').trim());
    names(parts).filter(|name| !name.is_empty()).collect()
}

/// The breaches in one crate.
fn breaches(name: &str) -> Vec<String> {
    let (english, chinese) = (messages(name, "en"), messages(name, "zh"));
    let mut breaches = Vec::new();
    for (key, other) in [(&english, &chinese), (&chinese, &english)].map(|(one, other)| (one.keys(), other)) {
        breaches.extend(key.filter(|key| !other.contains_key(*key)).map(|key| format!("`{key}` lacks a language")));
    }
    for (key, arguments) in &chinese {
        // A language may leave an argument out, but has none of its own.
        let known = english.get(key).cloned().unwrap_or_default();
        breaches.extend(arguments.difference(&known).map(|argument| format!("`{key}` has no argument `{argument}`")));
    }
    let calls = calls(name);
    for (key, arguments) in &calls {
        match english.get(key) {
            None => breaches.push(format!("there is no message `{key}`")),
            Some(known) if known != arguments => {
                breaches.push(format!("`{key}` is given {arguments:?} and uses {known:?}"));
            }
            Some(_) => {}
        }
    }
    let named = |key: &str| sources(name).any(|text| text.contains(&format!("\"{key}\"")));
    breaches.extend(english.keys().filter(|key| !named(key)).map(|key| format!("nothing says `{key}`")));
    breaches.into_iter().map(|breach| format!("{name}: {breach}")).collect()
}

#[test]
fn every_message_is_there_in_every_language() {
    let rule = "messages are there in every language, with the arguments that the code gives";
    none(rule, crates().iter().flat_map(|name| breaches(name)));
}

/// The beginnings of calls that take what is said to the user.
const SAID: [&str; 8] = [
    ".blame(",
    "problems.add(",
    "Usage(",
    "EngineError::DataFile {",
    "print_error(",
    "tracing::warn!(",
    "tracing::error!(",
    "#[error(",
];

/// Files whose messages are in English only: changes of study files, which no command prints. The list only becomes
/// shorter.
const ENGLISH_ONLY: [&str; 1] = ["crates/studyfile/src/edit.rs"];

/// True if a call, up to its end, holds words: a literal with two words.
fn holds_words(call: &str) -> bool {
    let call = call.split([';', '\n']).next().unwrap_or_default();
    let is_word = |word: &str| word.chars().filter(|sign| sign.is_ascii_lowercase()).count() > 1;
    let literals = call.split('"').skip(1).step_by(2);
    literals
        .filter(|literal| !literal.contains("{study}"))
        .any(|words| words.split(' ').filter(|word| is_word(word)).count() > 1)
}

#[test]
fn what_is_said_to_the_user_has_its_words_in_a_catalogue() {
    let breaches = texts().filter(|(file, _)| {
        file.path.starts_with("crates/")
            && file.path.contains("/src/")
            && file.path.ends_with(".rs")
            && !ENGLISH_ONLY.contains(&file.path.as_str())
    });
    let breaches = breaches.flat_map(|(file, text)| {
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let calls = SAID.iter().flat_map(move |call| code.split(call).skip(1)).filter(|call| holds_words(call));
        calls.map(|call| format!("{}: {}", file.path, call.lines().next().unwrap_or_default())).collect::<Vec<_>>()
    });
    none("messages are made by `say!` and `tell!`, so that they are there in every language", breaches);
}
