//! Mistakes on the command line in another language than that of the library that finds them.

use std::error::Error;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use equifinal_study::config::decision::DecisionError;
use equifinal_study::language::Language;
use equifinal_study::message::{Message, Worded};
use equifinal_study::say;

/// The mistake in words; `None` if the library's own are to be printed: in English, and for help and version.
pub(crate) fn in_words(error: &clap::Error, language: Language) -> Option<String> {
    if language == Language::English || !error.use_stderr() {
        return None;
    }
    let part = |kind: ContextKind| error.get(kind).map(text).unwrap_or_default();
    let (arg, value) = (part(ContextKind::InvalidArg), part(ContextKind::InvalidValue));
    let message = match error.kind() {
        ErrorKind::UnknownArgument => say!("usage-unknown", arg),
        ErrorKind::InvalidSubcommand => say!("usage-no-command", command = part(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => say!("usage-missing-command"),
        ErrorKind::MissingRequiredArgument => say!("usage-missing", arg),
        ErrorKind::ArgumentConflict => say!("usage-conflict", arg, other = part(ContextKind::PriorArg)),
        ErrorKind::InvalidValue if value.is_empty() => say!("usage-no-value", arg),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => say!("usage-value", arg, value),
        ErrorKind::TooManyValues => say!("usage-too-many", arg, value),
        _ => return None,
    };
    let hints = [
        error.get(ContextKind::ValidValue).map(|known| say!("usage-choose", known = text(known))),
        reason(error).map(|why| say!("usage-why", why)),
        suggested(error).map(|suggested| say!("usage-meant", suggested)),
    ];
    let mut lines = vec![say!("usage-error", message)];
    lines.extend(hints.into_iter().flatten());
    if let Some(usage) = error.get(ContextKind::Usage) {
        let usage = text(usage);
        lines.push(say!("usage-usage", usage = usage.trim_start_matches("Usage:").trim()));
    }
    lines.push(say!("usage-help"));
    Some(Message::lines(lines).in_language(language))
}

/// Why a value is not valid, as its reader says.
fn reason(error: &clap::Error) -> Option<Message> {
    let source = error.source()?;
    let decision = source.downcast_ref::<DecisionError>().map(DecisionError::message);
    decision.or_else(|| source.downcast_ref::<Message>().cloned())
}

/// The name that was probably meant.
fn suggested(error: &clap::Error) -> Option<String> {
    let kinds = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    kinds.into_iter().find_map(|kind| error.get(kind)).map(text).filter(|name| !name.is_empty())
}

fn text(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(all) => all.join("、"),
        other => other.to_string(),
    }
}
