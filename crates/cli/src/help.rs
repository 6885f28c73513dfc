//! The help in another language than English, whose words stand beside each option in `args`.

use std::sync::OnceLock;

use clap::{Arg, Command, CommandFactory};
use equifinal_study::catalogue::Words;
use equifinal_study::language::Language;
use fluent_bundle::FluentArgs;

use crate::args::Cli;

/// The words of the help in Chinese.
const CHINESE: &str = include_str!("../words/help.zh.ftl");

/// The command line, described in a language.
pub(crate) fn command_line(language: Language) -> Command {
    let words = match language {
        Language::English => None,
        Language::Chinese => words(),
    };
    let mut command = Cli::command();
    let Some(words) = words else { return command };
    command.build();
    Translator(words).command(command, "help-equifinal")
}

/// The words of the help; `None` if they cannot be read, which a test excludes.
fn words() -> Option<&'static Words> {
    static WORDS: OnceLock<Option<Words>> = OnceLock::new();
    WORDS.get_or_init(|| Words::read(Language::Chinese.tag(), CHINESE).ok()).as_ref()
}

/// The key of the command `help`, which every command with others has.
const HELP: &str = "help-equifinal-help";

/// The headings of commands, arguments and options.
fn headings(translator: &Translator) -> &'static [String; 3] {
    static HEADINGS: OnceLock<[String; 3]> = OnceLock::new();
    let keys = ["help-commands", "help-arguments", "help-options"];
    HEADINGS.get_or_init(|| keys.map(|key| translator.say(key, &[])))
}

/// Describes commands in the language of its words.
struct Translator(&'static Words);

impl Translator {
    fn say(&self, key: &str, args: &[(&'static str, String)]) -> String {
        self.0.say(key, &args.iter().map(|(name, value)| (*name, value.as_str())).collect::<FluentArgs<'_>>())
    }

    /// A command with its options and subcommands; `key` is that of its own words.
    fn command(&self, command: Command, key: &str) -> Command {
        let template = "{before-help}{about-with-newline}\n{usage-heading}{usage}\n\n{all-args}{after-help}";
        let template = template.replace("{usage-heading}", &self.say("help-usage", &[]));
        let examples = command.get_after_help().map(|help| self.after(&help.to_string()));
        let command = command.about(self.say(key, &[])).help_template(template);
        if key == HELP {
            return command;
        }
        let command = match examples {
            Some(examples) => command.after_help(examples),
            None => command,
        };
        let [commands, ..] = headings(self);
        command.subcommand_help_heading(commands.as_str()).mut_args(|arg| self.arg(arg, key)).mut_subcommands(|one| {
            let key = if one.get_name() == "help" { HELP.to_owned() } else { format!("{key}-{}", one.get_name()) };
            self.command(one, &key)
        })
    }

    /// The lines at the end: examples, whose commands are the same in all languages, or the exit codes.
    fn after(&self, english: &str) -> String {
        match english.split_once('\n') {
            Some(("Examples:", examples)) => format!("{}\n{examples}", self.say("help-examples", &[])),
            _ => self.say("help-exit-codes", &[]),
        }
    }

    /// An option of the command with this key: its own words, or those of the options of several commands.
    fn arg(&self, arg: Arg, command: &str) -> Arg {
        let id = arg.get_id().to_string();
        let own = format!("{command}-{id}");
        let shared = format!("help-{id}");
        let mut help = self.say(if self.0.has(&own) { &own } else { &shared }, &[]);
        let defaults: Vec<String> =
            arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
        let takes_value = arg.get_action().takes_values();
        if takes_value && !defaults.is_empty() {
            help = format!("{help} {}", self.say("help-default", &[("value", defaults.join(", "))]));
        }
        let choices: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        if takes_value && !choices.is_empty() {
            help = format!("{help} {}", self.say("help-choice", &[("values", choices.join("、"))]));
        }
        let [_, arguments, options] = headings(self);
        let heading = if arg.is_positional() { arguments } else { options };
        let arg = arg.help(help.clone()).long_help(help).help_heading(heading.as_str());
        arg.hide_default_value(true).hide_possible_values(true)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The keys that a command and its subcommands ask for, each with the one that stands in for it.
    fn keys(command: &Command, key: &str, found: &mut BTreeSet<(String, String)>) {
        found.insert((key.to_owned(), key.to_owned()));
        for arg in command.get_arguments() {
            found.insert((format!("{key}-{}", arg.get_id()), format!("help-{}", arg.get_id())));
        }
        for one in command.get_subcommands().filter(|one| one.get_name() != "help") {
            keys(one, &format!("{key}-{}", one.get_name()), found);
        }
    }

    #[test]
    fn every_command_and_option_has_chinese_words_and_no_word_is_idle() {
        let words = words().expect("the words can be read");
        let mut command = Cli::command();
        command.build();
        let mut found = BTreeSet::new();
        keys(&command, "help-equifinal", &mut found);
        let lacking: Vec<&String> =
            found.iter().filter(|(own, shared)| !words.has(own) && !words.has(shared)).map(|(own, _)| own).collect();
        assert!(lacking.is_empty(), "no Chinese words for {lacking:?}");
        let fixed = ["usage", "commands", "arguments", "options", "default", "choice", "examples", "exit-codes"];
        let fixed: Vec<String> = fixed.iter().map(|key| format!("help-{key}")).collect();
        let named = |key: &str| found.iter().any(|(own, shared)| own == key || shared == key);
        let keys = CHINESE.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key);
        let idle: Vec<&str> =
            keys.filter(|key| !named(key) && !fixed.contains(&(*key).to_owned()) && *key != HELP).collect();
        assert!(idle.is_empty(), "nothing says {idle:?}");
    }

    #[test]
    fn help_in_chinese_has_no_english_sentence() {
        let mut command = command_line(Language::Chinese);
        let page = command.render_long_help().to_string();
        assert!(page.contains("用法：equifinal"), "{page}");
        assert!(!page.contains("Options:") && !page.contains("Print") && !page.contains("default"), "{page}");
        let run = command.find_subcommand_mut("run").expect("a command").render_long_help().to_string();
        assert!(run.contains("示例：") && run.contains("equifinal run counties"), "{run}");
    }
}
