//! Names: their letters; in messages, in backticks with suggestions for misspellings.

use crate::message::Message;
use crate::say;
use crate::signs::{in_plain, plain};

/// True for a letter of any script. Full-width forms are not letters of names: they look like others.
///
/// Neither are letters that stand for a sequence of others (Korean parts of syllables, compatible forms of Chinese
/// characters), so that two names never look alike, and are not the same file on any platform.
pub fn is_letter(sign: char) -> bool {
    let is_part = matches!(
        sign,
        '\u{1100}'..='\u{11ff}' | '\u{a960}'..='\u{a97f}' | '\u{d7b0}'..='\u{d7ff}'
            | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{2f800}'..='\u{2fa1f}'
    );
    sign.is_alphabetic() && plain(sign).is_none() && !is_part
}

/// True for a character that a name may hold after its first letter: a letter, a digit from 0 to 9, or `_`.
pub fn is_in_name(sign: char) -> bool {
    is_letter(sign) || sign.is_ascii_digit() || sign == '_'
}

/// True for an id: lower-case letters, letters without case, digits and hyphens.
pub fn is_id(id: &str) -> bool {
    let fits = |sign: char| is_letter(sign) && !sign.is_uppercase() || sign.is_ascii_digit() || sign == '-';
    !id.is_empty() && id.chars().all(fits)
}

/// True if two names differ at most in the case of their letters, so that some platforms take them for one file.
pub fn are_twins(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// A text in backticks, shortened if it is long.
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let line: String = text.chars().take(LONGEST).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().count() > LONGEST { format!("`{line}…`") } else { format!("`{line}`") }
}

/// ": did you mean `x`?" for the candidate most similar to `found`, otherwise ": there are …".
pub fn meant<'a>(found: &str, candidates: impl IntoIterator<Item = &'a str>) -> Message {
    const MOST: usize = 12;
    let mut names: Vec<&str> = Vec::new();
    for candidate in candidates {
        if !names.contains(&candidate) {
            names.push(candidate);
        }
    }
    if let Some(name) = nearest(found, &names) {
        return say!("meant-name", name = quoted(name));
    }
    match names.get(..MOST) {
        _ if names.is_empty() => Message::empty(),
        Some(first) if names.len() > MOST => say!("meant-some", first = listed(first), more = names.len() - MOST),
        _ => say!("meant-all", names = listed(&names)),
    }
}

/// As [`meant`], for the name of a set. In fs/QCA a set in lower case is its absence, which is no misspelling.
pub fn meant_set<'a>(found: &str, sets: impl IntoIterator<Item = &'a str>) -> Message {
    let sets: Vec<&str> = sets.into_iter().collect();
    let lowered = |set: &&&str| **set != found && set.to_lowercase() == found;
    if let Some(set) = sets.iter().find(lowered) {
        let absent = format!("~{set}");
        return say!("meant-set", set = quoted(set), absent = quoted(&absent));
    }
    let absent = ["非", "不", "无"].iter().find_map(|not| found.strip_prefix(not)).filter(|set| sets.contains(set));
    if let Some(set) = absent {
        return say!("meant-absent", absent = quoted(&format!("~{set}")), set = quoted(set));
    }
    // The name of a column is often that of its set with more words, and the other way round.
    let is_word = |name: &str| name.chars().count() > 1;
    let holds = |set: &&&str| is_word(set) && is_word(found) && (found.contains(**set) || set.contains(found));
    let mut alike = sets.iter().filter(holds);
    match (alike.next(), alike.next()) {
        (Some(set), None) if nearest(found, &sets).is_none() => say!("meant-name", name = quoted(set)),
        _ => meant(found, sets),
    }
}

/// The name of which `found` is most likely a misspelling.
pub fn nearest<'a>(found: &str, names: &[&'a str]) -> Option<&'a str> {
    let wanted = in_plain(found).to_lowercase();
    let distance = |name: &&str| strsim::osa_distance(&wanted, &name.to_lowercase());
    let name = names.iter().copied().min_by_key(distance)?;
    let length = name.chars().count();
    // In names of one or two letters any other name would be near.
    let near = if length > 2 { (length / 3).max(1) } else { 0 };
    (distance(&name) <= near).then_some(name)
}

/// Names in backticks, with commas.
pub fn listed(names: &[&str]) -> Message {
    Message::list(names.iter().map(|name| Message::verbatim(quoted(name))))
}
