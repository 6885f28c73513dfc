//! Rules for Rust files: size, names, documentation, no unfinished work.

use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use crate::none;
use crate::tree::texts;

const LINES_IN_A_FILE: usize = 400;
const LINES_IN_A_FUNCTION: usize = 60;

/// File names that do not describe the content.
const NAMELESS: [&str; 6] = ["util", "utils", "common", "helper", "helpers", "misc"];

/// Marks of unfinished work, written so that this file does not contain them.
const MARKS: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];

/// Words that begin an indirect description: a documentation line names the item itself, as in "True if …".
const INDIRECT: [&str; 5] = ["Whether ", "What ", "So many ", "How many ", "Of "];

fn rust_files() -> impl Iterator<Item = (&'static str, &'static str)> {
    texts().filter(|(file, _)| file.path.ends_with(".rs")).map(|(file, text)| (file.path.as_str(), text))
}

/// The findings in the syntax tree of one file.
struct Findings<'a> {
    path: &'a str,
    long_functions: Vec<String>,
    silenced: Vec<String>,
    unfinished: Vec<String>,
}

impl Findings<'_> {
    fn function(&mut self, signature: &syn::Signature, body: &syn::Block) {
        let lines = body.span().end().line - signature.span().start().line + 1;
        if lines > LINES_IN_A_FUNCTION {
            let (path, name) = (self.path, &signature.ident);
            self.long_functions.push(format!("{path}:{}: `{name}` has {lines}", name.span().start().line));
        }
    }
}

impl<'ast> Visit<'ast> for Findings<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(body) = &item.default {
            self.function(&item.sig, body);
        }
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        for name in ["allow", "ignore"] {
            if attribute.path().is_ident(name) {
                self.silenced.push(format!("{}:{}: `{name}`", self.path, attribute.span().start().line));
            }
        }
        visit::visit_attribute(self, attribute);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        for name in ["dbg", "todo", "unimplemented"] {
            if call.path.is_ident(name) {
                self.unfinished.push(format!("{}:{}: `{name}!`", self.path, call.span().start().line));
            }
        }
        visit::visit_macro(self, call);
    }
}

fn findings() -> impl Iterator<Item = Findings<'static>> {
    rust_files().map(|(path, text)| {
        let mut found = Findings { path, long_functions: Vec::new(), silenced: Vec::new(), unfinished: Vec::new() };
        match syn::parse_file(text) {
            Ok(file) => found.visit_file(&file),
            Err(error) => found.unfinished.push(format!("{path}:{}: {error}", error.span().start().line)),
        }
        found
    })
}

#[test]
fn files_are_short() {
    none(
        &format!("a Rust file holds one concept, in at most {LINES_IN_A_FILE} lines; split by concept"),
        rust_files().filter_map(|(path, text)| {
            let lines = text.lines().count();
            (lines > LINES_IN_A_FILE).then(|| format!("{path} has {lines}"))
        }),
    );
}

#[test]
fn functions_are_short() {
    none(
        &format!("a function has at most {LINES_IN_A_FUNCTION} lines"),
        findings().flat_map(|found| found.long_functions),
    );
}

#[test]
fn every_file_begins_with_its_purpose() {
    none(
        "a Rust file begins with `//!` and says what it is for",
        rust_files().filter(|(_, text)| !text.starts_with("//! ")).map(|(path, _)| path.to_owned()),
    );
}

#[test]
fn documentation_lines_name_the_item() {
    none(
        "a documentation line says what an item is, and does not begin with Whether, What, So many, How many or Of",
        rust_files().flat_map(|(path, text)| {
            text.lines().enumerate().filter_map(move |(at, line)| {
                let line = line.trim_start();
                let words = line.strip_prefix("/// ").or_else(|| line.strip_prefix("//! "))?;
                let indirect = INDIRECT.iter().any(|word| words.starts_with(word));
                indirect.then(|| format!("{path}:{}: {words}", at + 1))
            })
        }),
    );
}

#[test]
fn files_are_named_by_their_concept() {
    none(
        "a file or folder of source is named by the concept it holds",
        rust_files()
            .filter(|(path, _)| path.split('/').any(|part| NAMELESS.contains(&part.trim_end_matches(".rs"))))
            .map(|(path, _)| path.to_owned()),
    );
}

#[test]
fn lints_are_expected_with_a_reason_and_tests_run() {
    none(
        "use `#[expect(lint, reason = \"...\")]` and mend a test or delete it",
        findings().flat_map(|found| found.silenced),
    );
}

#[test]
fn no_work_is_left_unfinished() {
    let marked = texts()
        .filter(|(file, _)| {
            [".rs", ".html", ".md", ".css", ".toml", ".yml", "justfile", ".ci/run"]
                .iter()
                .any(|end| file.path.ends_with(end))
                && !file.path.starts_with("reports/")
        })
        .flat_map(|(file, text)| {
            text.lines().enumerate().flat_map(move |(at, line)| {
                line.split(|sign: char| !sign.is_ascii_alphanumeric())
                    .filter(|word| MARKS.contains(word))
                    .map(move |mark| format!("{}:{}: {mark}", file.path, at + 1))
            })
        });
    none(
        "finish it, or write an issue",
        findings().flat_map(|found| found.unfinished).chain(marked).collect::<Vec<_>>(),
    );
}
