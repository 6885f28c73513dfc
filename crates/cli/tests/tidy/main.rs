//! The repository's own rules, as tests: what a reviewer would otherwise have to remember.
#![expect(clippy::disallowed_methods, clippy::expect_used, reason = "tests read files and stop at the first surprise")]

mod circles;
mod contents;
mod crates;
mod documents;
mod licences;
mod modules;
mod sources;
mod tree;

/// Fails with all that breaks a rule at once.
#[track_caller]
fn none(rule: &str, breaches: impl IntoIterator<Item = String>) {
    let breaches: Vec<String> = breaches.into_iter().collect();
    assert!(breaches.is_empty(), "{rule}:\n  {}", breaches.join("\n  "));
}
