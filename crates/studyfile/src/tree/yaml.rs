//! Parses bytes to a tree: YAML 1.2 with strict booleans, without aliases, with a budget.

use equifinal_study::message::Message;
use equifinal_study::say;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::budget::BudgetBreach;
use serde_yaml::options::{DuplicateKeyPolicy, MergeKeyPolicy, NonFiniteFloatPolicy};
use serde_yaml::{DefaultMessageFormatter, Error, MessageFormatter, Options, Spanned};

use super::{Entry, Node, Span, Value};

/// Maximum depth of nested lists and maps.
const MAX_DEPTH: usize = 32;

/// The reason why a text has no tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unread {
    /// The place.
    pub(crate) span: Span,
    /// The reason, and the remedy.
    pub(crate) message: Message,
    /// True if the text is not YAML; false if it is YAML that is not accepted here.
    pub(crate) is_syntax: bool,
}

/// The tree of a file, or the mistake in its YAML.
pub(crate) fn read(source: &str) -> Result<Node, Unread> {
    let mut root: Node =
        serde_yaml::from_str_with_options(source, options()).map_err(|error| refusal(&error, source))?;
    root.settle(source);
    if root.value == Value::Null {
        let message = say!("file-empty");
        return Err(Unread { span: 0..0, message, is_syntax: false });
    }
    Ok(root)
}

fn options() -> Options {
    serde_yaml::options! {
        budget: serde_yaml::budget! {
            max_events: 60_000,
            max_aliases: 0,
            max_anchors: 0,
            max_depth: MAX_DEPTH,
            max_documents: 1,
            max_nodes: 20_000,
            max_total_scalar_bytes: 1 << 20,
        },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        non_finite_float_policy: NonFiniteFloatPolicy::PassThrough,
        strict_booleans: true,
        reject_unsupported_tags: true,
        with_snippet: false,
    }
}

fn refusal(error: &Error, source: &str) -> Unread {
    let error = error.without_snippet();
    let at = error.location().map_or(source.len(), |location| {
        location.span().byte_offset().map_or_else(
            || offset(source, location.line(), location.column()),
            |offset| usize::try_from(offset).unwrap_or(source.len()),
        )
    });
    let mut is_syntax = false;
    let message = match error {
        Error::Budget { breach, .. } => breached(breach),
        Error::UnknownAnchor { .. } => say!("alias"),
        Error::MultipleDocuments { .. } => say!("second-document"),
        other => {
            is_syntax = true;
            let reason = DefaultMessageFormatter.format_message(other);
            say!("not-yaml", reason = *reason)
        }
    };
    Unread { span: at..at, message, is_syntax }
}

fn breached(breach: &BudgetBreach) -> Message {
    match breach {
        BudgetBreach::Aliases { .. } | BudgetBreach::Anchors { .. } => say!("alias"),
        BudgetBreach::Depth { .. } => say!("too-deep", most = MAX_DEPTH),
        BudgetBreach::Documents { .. } => say!("second-document"),
        _ => say!("too-many-values"),
    }
}

/// The byte of a 1-based line and column.
fn offset(source: &str, line: u64, column: u64) -> usize {
    let skip = |n: u64| usize::try_from(n.saturating_sub(1)).unwrap_or(usize::MAX);
    let start: usize = source.split_inclusive('\n').take(skip(line)).map(str::len).sum();
    let rest = source.get(start..).unwrap_or_default();
    start + rest.chars().take(skip(column)).map(char::len_utf8).sum::<usize>()
}

impl Node {
    /// Gives numbers their text, and values their key.
    fn settle(&mut self, source: &str) {
        match &mut self.value {
            Value::Number(_, text) => *text = source.get(self.span.clone()).unwrap_or_default().trim().to_owned(),
            Value::List(items) => items.iter_mut().for_each(|item| item.settle(source)),
            Value::Map(entries) => {
                for entry in entries {
                    entry.key.settle(source);
                    entry.value.settle(source);
                    entry.value.key = Some(entry.key.span.clone());
                }
            }
            Value::Null | Value::Truth(_) | Value::Text(_) => {}
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Spanned { value, referenced, .. } = Spanned::<Value>::deserialize(deserializer)?;
        let byte = |offset: Option<u64>| offset.and_then(|offset| usize::try_from(offset).ok()).unwrap_or_default();
        let start = byte(referenced.span().byte_offset());
        Ok(Self { span: start..start + byte(referenced.span().byte_len()), key: None, value })
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Truth(truth))
    }

    #[expect(clippy::cast_precision_loss, reason = "numbers of a study are far below 2^53")]
    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number as f64, String::new()))
    }

    #[expect(clippy::cast_precision_loss, reason = "numbers of a study are far below 2^53")]
    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number as f64, String::new()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number, String::new()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut entries = Vec::new();
        while let Some((key, value)) = map.next_entry()? {
            entries.push(Entry { key, value });
        }
        Ok(Value::Map(entries))
    }
}
