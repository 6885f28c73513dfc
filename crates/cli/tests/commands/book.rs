//! Every command and every YAML of README and book: commands run, studies are accepted.
//!
//! A page runs from top to bottom in a folder of its own, which holds the workbooks of `docs/data`. Fenced blocks in
//! `sh` are commands, in `yaml` studies or parts of one, in `text` lines that the last command says. A comment before
//! a block says what becomes of it:
//!
//! - `<!-- after: FILE -->`: the page begins with this study, one of configs/ or that of another page
//! - `<!-- file: PATH -->`: the block is written to this file
//! - `<!-- change: PATH -->`: its keys are written into this study
//! - `<!-- refused: WORDS -->`: the study with these keys is refused, in words that hold these
//! - `<!-- not run: REASON -->`
//!
//! YAML without a comment changes the study of the page, for this block alone.

#![expect(clippy::panic, clippy::print_stderr, reason = "a page that fails says where it stopped")]

use std::fs;
use std::path::{Path, PathBuf};

use equifinal_studyfile::parse::parse;
use serde_json::Value;

use crate::trial::{Trial, project};

/// Keys whose value is replaced as a whole, because it is a choice or a reason.
const WHOLE: [&str; 6] = ["calibrate", "missing", "negation", "claim", "because", "expectations"];

/// A fenced block, or the comment `after`, which stands alone.
#[derive(Debug)]
struct Block {
    line: usize,
    language: String,
    mark: Option<(String, String)>,
    body: String,
}

impl Block {
    /// The argument of the comment of this kind before the block.
    fn marked(&self, kind: &str) -> Option<&str> {
        self.mark.as_ref().filter(|(found, _)| found == kind).map(|(_, argument)| argument.as_str())
    }
}

/// The blocks of a page, in their order.
fn blocks(page: &str) -> Vec<Block> {
    let (mut found, mut open, mut mark) = (Vec::new(), None::<Block>, None);
    for (place, line) in page.lines().enumerate() {
        match open.take() {
            Some(block) if line.starts_with("```") => found.push(block),
            Some(block) => open = Some(Block { body: format!("{}{line}\n", block.body), ..block }),
            None => {
                let new = |language: &str, mark| Block {
                    line: place + 1,
                    language: language.to_owned(),
                    mark,
                    body: String::new(),
                };
                if let Some(language) = line.strip_prefix("```") {
                    open = Some(new(language, mark.take()));
                } else if let Some(comment) = line.strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->")) {
                    let parts = comment.split_once(": ").expect("a comment is `kind: argument`");
                    mark = Some((parts.0.to_owned(), parts.1.to_owned()));
                    if parts.0 == "after" {
                        found.push(new("after", mark.take()));
                    }
                }
            }
        }
    }
    found
}

/// A page that is being run.
struct Page {
    path: PathBuf,
    trial: Trial,
    /// The study file of the page.
    study: Option<String>,
    /// Everything the last commands said.
    said: String,
}

impl Page {
    fn write(&mut self, file: &str, text: impl AsRef<[u8]>) {
        let trial = std::mem::replace(&mut self.trial, Trial::new());
        self.trial = trial.file(file, text);
    }

    /// Begins with a study of configs/, or with the studies that another page writes, and with their data.
    fn begin(&mut self, source: &str) {
        let studies: Vec<(String, String)> = if source.starts_with("configs/") {
            vec![(source.to_owned(), read(&project().join(source)))]
        } else {
            let other = read(&self.path.with_file_name(source));
            let files = blocks(&other).into_iter().filter(|block| block.marked("file").is_some());
            files.map(|block| (block.mark.expect("a comment").1, block.body)).collect()
        };
        for (file, text) in studies {
            let id = Path::new(&file).file_stem().expect("a name").to_string_lossy().into_owned();
            for (name, bytes) in workbooks().chain(folder(&project().join("data").join(&id))) {
                self.write(&format!("data/{id}/{name}"), bytes);
            }
            self.write(&file, text);
            self.study = Some(file);
        }
        assert!(self.study.is_some(), "{source} holds no study");
    }

    /// A study of the page with other keys.
    fn changed(&self, file: &str, keys: &str) -> String {
        let mut study = yaml(&String::from_utf8(self.trial.bytes(file)).expect("UTF-8"));
        merge(&mut study, yaml(keys), "");
        format!("{study:#}")
    }

    fn command(&mut self, line: &str) {
        let words = words(line);
        let Some((program, args)) = words.split_first() else { return };
        assert_eq!(program, "equifinal", "say why `{line}` is not run");
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let ended = self.trial.command(&args).output().expect("the command starts");
        let said = [ended.stdout, ended.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
        assert!(ended.status.success(), "{line}: {}\n{said}", ended.status);
        self.said.push_str(&said);
    }

    fn block(&mut self, block: &Block) {
        if block.marked("not run").is_some() {
            return;
        }
        match block.language.as_str() {
            "after" => self.begin(block.marked("after").expect("a source")),
            "sh" => {
                self.said.clear();
                block.body.lines().for_each(|line| self.command(line));
            }
            "text" => {
                let unsaid = block.body.lines().find(|line| !self.said.contains(line));
                assert_eq!(unsaid, None, "the command does not say this, but:\n{}", self.said);
            }
            "yaml" => self.yaml(block),
            "r" => self.write(block.marked("file").expect("a file"), &block.body),
            other => panic!("a block of `{other}`"),
        }
    }

    fn yaml(&mut self, block: &Block) {
        if let Some(file) = block.marked("file") {
            self.write(file, &block.body);
            self.study = Some(file.to_owned());
        } else if let Some(file) = block.marked("change") {
            let changed = self.changed(file, &block.body);
            self.write(file, changed);
            self.study = Some(file.to_owned());
        }
        let study = self.study.clone().expect("a study to change");
        let text = self.changed(&study, &block.body);
        match (block.marked("refused"), parse(&study, text.as_bytes())) {
            (None, Ok(_)) => {}
            (Some(words), Err(refused)) => assert!(refused.to_string().contains(words), "{refused}"),
            (None, Err(refused)) => panic!("{refused}"),
            (Some(_), Ok(_)) => panic!("the study is accepted"),
        }
    }
}

/// The words of a command, where `"` and `'` hold a word together and `#` begins a comment.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), String::new(), None);
    for sign in line.chars() {
        match (quote, sign) {
            (Some(open), sign) if sign == open => quote = None,
            (None, '"' | '\'') => quote = Some(sign),
            (None, '#') if word.is_empty() => break,
            (None, ' ') => words.extend(Some(std::mem::take(&mut word)).filter(|word| !word.is_empty())),
            _ => word.push(sign),
        }
    }
    words.extend(Some(word).filter(|word| !word.is_empty()));
    words
}

/// Writes keys into a map; maps below are merged, unless they are a [`WHOLE`].
fn merge(into: &mut Value, from: Value, key: &str) {
    match (into, from) {
        (Value::Object(into), Value::Object(from)) if !WHOLE.contains(&key) => {
            for (key, value) in from {
                merge(into.entry(&key).or_insert(Value::Null), value, &key);
            }
        }
        (into, from) => *into = from,
    }
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).expect("YAML")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files of a folder by name; none where there is no such folder.
fn folder(path: &Path) -> impl Iterator<Item = (String, Vec<u8>)> + use<> {
    let files = fs::read_dir(path).into_iter().flatten().map(|file| file.expect("a file"));
    files.map(|file| (file.file_name().to_string_lossy().into_owned(), fs::read(file.path()).expect("a file")))
}

fn workbooks() -> impl Iterator<Item = (String, Vec<u8>)> {
    folder(&project().join("docs/data")).filter(|(name, _)| name.ends_with(".xlsx"))
}

/// Runs all blocks of a page; returns how many there were.
fn run(path: &Path) -> usize {
    let trial = workbooks().fold(Trial::new(), |trial, (name, bytes)| trial.file(&name, bytes));
    let mut page = Page { path: path.to_owned(), trial, study: None, said: String::new() };
    let blocks = blocks(&read(path));
    for block in &blocks {
        eprintln!("{}:{}", path.display(), block.line);
        page.block(block);
    }
    blocks.len()
}

/// Runs the pages of a folder whose commands and YAML are at least `least`.
fn check(folder: &str, least: usize) {
    let folder = project().join(folder);
    let mut pages: Vec<PathBuf> =
        fs::read_dir(&folder).expect("a folder").map(|file| file.expect("a file").path()).collect();
    pages.sort();
    let ran: usize =
        pages.iter().filter(|page| page.extension().is_some_and(|ending| ending == "md")).map(|page| run(page)).sum();
    assert!(ran >= least, "{ran} blocks in {}", folder.display());
}

#[test]
fn everything_in_the_english_book_works() {
    check("docs/en", 40);
}

#[test]
fn everything_in_the_chinese_book_works() {
    check("docs/zh", 30);
}

#[test]
fn everything_in_the_readme_works() {
    for page in ["README.md", "README.zh.md"] {
        assert!(run(&project().join(page)) >= 4, "{page}");
    }
}

/// A multiverse of three universes, for the examples of `sweep`.
const SWEEP: &str = "robustness: {multiverse: {sweep: true, vary: {pri: [0.5, 0.6, 0.7]}}}";

#[test]
fn the_examples_of_every_command_work() {
    let commands = [
        "run",
        "check",
        "export",
        "import",
        "pack",
        "explain",
        "diff",
        "register",
        "schema",
        "new",
        "fit",
        "audit",
        "sweep",
        "template",
        "simulate",
        "init",
        "completions",
        "man",
    ];
    let trial = workbooks().fold(Trial::new(), |trial, (name, bytes)| trial.file(&name, bytes));
    let path = project().join("docs/en/tutorial-excel.md");
    let mut page = Page { path, trial, study: None, said: String::new() };
    page.begin("tutorial-excel.md");
    let study = page.changed("configs/counties.yaml", SWEEP);
    page.write("configs/counties.yaml", study);
    page.write("analysis.R", "tt <- truthTable(d, outcome = 'KEPT', conditions = 'INC, DOC')\n");
    page.write("printed.txt", "M1: INC*DOC + ~BED => KEPT\n");
    // A preview runs until it is stopped: the tests of `preview` start it.
    page.command("equifinal help preview");
    assert!(page.said.contains("  equifinal preview counties"), "{}", page.said);
    for command in commands {
        page.said.clear();
        page.command(&format!("equifinal help {command}"));
        let help = page.said.clone();
        let examples: Vec<&str> = help.lines().filter_map(|line| line.strip_prefix("  equifinal ")).collect();
        assert!(!examples.is_empty(), "no example of {command}: {help}");
        examples.iter().for_each(|example| page.command(&format!("equifinal {example}")));
    }
}
