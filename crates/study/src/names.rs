//! Names in messages: in backticks, with suggestions for misspellings.

/// A text in backticks, shortened if it is long.
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let line: String = text.chars().take(LONGEST).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().count() > LONGEST { format!("`{line}…`") } else { format!("`{line}`") }
}

/// ": did you mean `x`?" for the candidate most similar to `found`, otherwise ": there are …".
pub fn meant<'a>(found: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    const MOST: usize = 12;
    let mut names: Vec<&str> = Vec::new();
    for candidate in candidates {
        if !names.contains(&candidate) {
            names.push(candidate);
        }
    }
    if let Some(name) = nearest(found, &names) {
        return format!(": did you mean {}?", quoted(name));
    }
    match names.get(..MOST) {
        _ if names.is_empty() => String::new(),
        Some(first) if names.len() > MOST => format!(": there are {} and {} more", listed(first), names.len() - MOST),
        _ => format!(": there are {}", listed(&names)),
    }
}

/// The name of which `found` is most likely a misspelling.
pub fn nearest<'a>(found: &str, names: &[&'a str]) -> Option<&'a str> {
    let wanted = found.to_lowercase();
    let distance = |name: &&str| strsim::osa_distance(&wanted, &name.to_lowercase());
    let name = names.iter().copied().min_by_key(distance)?;
    let length = name.chars().count();
    // In names of one or two letters any other name would be near.
    let near = if length > 2 { (length / 3).max(1) } else { 0 };
    (distance(&name) <= near).then_some(name)
}

/// Names in backticks, with commas.
pub fn listed(names: &[&str]) -> String {
    names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ")
}
