//! The parts of `results.json` and of a study file that are compared.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// A run as it is compared with another: its results, and its decisions if they are known.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    pub(super) results: Results,
    pub(super) decisions: Option<BTreeMap<String, String>>,
}

impl Snapshot {
    /// A run from the bytes of its `results.json`.
    ///
    /// # Errors
    /// For bytes that are not those of a `results.json`.
    pub fn of(results: &[u8]) -> Result<Self, serde_json::Error> {
        Ok(Self { results: serde_json::from_slice(results)?, decisions: None })
    }

    /// The run together with the decisions of its study file, as JSON by their keys.
    #[must_use]
    pub fn with_decisions(self, decisions: BTreeMap<String, String>) -> Self {
        Self { decisions: Some(decisions), ..self }
    }
}

#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Results {
    pub(super) analyses: Ordered<Analysis>,
    #[serde(default)]
    pub(super) claims: Vec<Claim>,
}

#[derive(Debug, Clone, Deserialize)]
pub(super) struct Claim {
    pub(super) id: String,
    pub(super) verdict: String,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(super) struct Analysis {
    pub(super) conditions: Vec<String>,
    pub(super) interpret: Option<String>,
    pub(super) truth_table: Vec<Row>,
    pub(super) solutions: Ordered<Solution>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct Row {
    pub(super) row: u64,
    pub(super) output: String,
    #[serde(default)]
    pub(super) cases: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub(super) struct Solution {
    pub(super) refused: Option<String>,
    pub(super) model_count: Option<String>,
    pub(super) models: Vec<Model>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct Model {
    pub(super) terms: Vec<Term>,
    pub(super) consistency: Option<f64>,
    pub(super) coverage: Option<f64>,
}

/// A term, known by its literals: the order of the conditions may differ between two runs.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct Term {
    pub(super) expression: String,
    pub(super) literals: BTreeMap<String, Value>,
}

/// The entries of an object in their order.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ordered<T>(pub(super) Vec<(String, T)>);

impl<T> Default for Ordered<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Ordered<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

struct Entries<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
    type Value = Ordered<T>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Ordered(entries))
    }
}
