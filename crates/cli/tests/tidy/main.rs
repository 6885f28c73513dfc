//! The repository's own rules as tests, so that reviewers need not remember them.
#![expect(clippy::disallowed_methods, clippy::expect_used, reason = "tests read files and stop at the first surprise")]

mod circles;
mod contents;
mod crates;
mod documents;
mod layers;
mod licences;
mod messages;
mod modules;
mod sources;
mod tree;

/// Fails with all breaches of a rule at once.
#[track_caller]
fn none(rule: &str, breaches: impl IntoIterator<Item = String>) {
    let breaches: Vec<String> = breaches.into_iter().collect();
    assert!(breaches.is_empty(), "{rule}:\n  {}", breaches.join("\n  "));
}
