//! The page that lists all reports of a folder, so that the folder can be published as a site.
//!
//! It uses only the `manifest.json` of each report, which holds the report's [`entry`]; it contains no time or path.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tera::Context;

use crate::error::ReportError;
use crate::html;
use crate::input::Input;
use crate::messages::{Speaker, languages};
use crate::results::text::text;

const SITE: &str = "site.html";

/// A report in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    folder: String,
    title: BTreeMap<String, String>,
    sources: Vec<BTreeMap<String, String>>,
    provenance: String,
    years: Option<(i64, i64)>,
    claims: BTreeMap<String, usize>,
    formats: Vec<String>,
    languages: Vec<String>,
    files: BTreeSet<String>,
}

/// The entry of a report on the page: title, provenance, sources, first and last year of its indicators, and the number
/// of claims by verdict. `manifest.json` holds it as `entry`.
pub fn entry(input: &Input<'_>) -> Value {
    let mut claims = BTreeMap::<&str, usize>::new();
    for claim in input.claims {
        *claims.entry(claim.verdict.name()).or_default() += 1;
    }
    let points = || input.evidence.trends.iter().flat_map(|(_, trend)| trend.series.iter().map(|(year, _)| *year));
    json!({
        "title": text(&input.study.title),
        "provenance": input.study.provenance.name(),
        "sources": input.study.sources.iter().map(text).collect::<Vec<_>>(),
        "years": points().min().zip(points().max()),
        "claims": claims,
    })
}

/// The part of a manifest that [`entry`] writes.
#[derive(Debug, Deserialize)]
struct Entry {
    title: Value,
    provenance: String,
    sources: Vec<Value>,
    years: Option<(i64, i64)>,
    claims: BTreeMap<String, usize>,
}

impl Listed {
    /// A report from the folder's name and the text of its `manifest.json`; `None` if it is not that of a report.
    pub fn read(folder: &str, manifest: &[u8]) -> Option<Self> {
        let manifest: Value = serde_json::from_slice(manifest).ok()?;
        let Entry { title, provenance, sources, years, claims } = Entry::deserialize(manifest.get("entry")?).ok()?;
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let known = ["original", "published", "reconstructed", "synthetic"];
        let files = manifest.get("outputs")?.as_object()?.keys().cloned().collect();
        let asked = |key: &str| -> Vec<String> {
            let asked = manifest.get("report").and_then(|report| report.get(key)).map(list).unwrap_or_default();
            asked.iter().filter_map(Value::as_str).map(str::to_owned).collect()
        };
        Some(Self {
            title: texts(&title),
            sources: sources.iter().map(texts).collect(),
            years,
            folder: folder.to_owned(),
            provenance: known.contains(&provenance.as_str()).then_some(provenance)?,
            claims,
            formats: asked("formats"),
            languages: asked("languages"),
            files,
        })
    }
}

/// A text by language; a text for all languages has the empty key.
fn texts(value: &Value) -> BTreeMap<String, String> {
    match value {
        Value::Object(texts) => {
            texts.iter().filter_map(|(language, text)| Some((language.clone(), text.as_str()?.to_owned()))).collect()
        }
        text => text.as_str().map(|text| (String::new(), text.to_owned())).into_iter().collect(),
    }
}

/// One language of the page.
#[derive(Debug, Serialize)]
struct Edition {
    language: &'static str,
    language_name: String,
    heading: String,
    lead: String,
    contents: String,
    note: String,
    studies: Vec<Study>,
}

/// A report in one language.
#[derive(Debug, Serialize)]
struct Study {
    folder: String,
    title: String,
    /// The title in the other languages.
    others: Vec<(String, String)>,
    strong: bool,
    provenance: String,
    facts: Vec<(String, Vec<String>)>,
    files_heading: String,
    files: Vec<Link>,
    more: Vec<(String, Vec<Link>)>,
}

/// A file and its label.
#[derive(Debug, Serialize)]
struct Link {
    name: String,
    href: String,
}

/// The page of these reports, in every language of reports.
///
/// # Errors
/// Only for a bug in the program.
pub fn site(listed: &[Listed]) -> Result<String, ReportError> {
    let editions = languages().map(|language| edition(language, listed)).collect::<Result<Vec<_>, _>>()?;
    let mut context = Context::new();
    context.insert("editions", &editions);
    html::page(SITE, context)
}

fn edition(language: &'static str, listed: &[Listed]) -> Result<Edition, ReportError> {
    let speaker = Speaker::of(language)?;
    let say = |key: &str| speaker.say(key);
    Ok(Edition {
        language,
        language_name: say("language-name"),
        heading: say("site-heading"),
        lead: speaker.say_of("site-lead", &[("count", listed.len().into())]),
        contents: say("contents"),
        note: say("site-note"),
        studies: listed.iter().map(|one| study(speaker, one)).collect(),
    })
}

fn study(speaker: &Speaker, listed: &Listed) -> Study {
    let language = speaker.language();
    let say = |key: &str| speaker.say(key);
    let mut facts = Vec::new();
    let mut data: Vec<String> = listed.sources.iter().filter_map(|text| said(text, language)).cloned().collect();
    let args = |(first, last): (i64, i64)| [("first", first.to_string().into()), ("last", last.to_string().into())];
    data.extend(listed.years.map(|years| speaker.say_of("site-years", &args(years))));
    if !data.is_empty() {
        facts.push((say("sources"), data));
    }
    facts.push((say("section-claims"), vec![verdicts(speaker, listed)]));
    let others = listed.title.iter().filter(|(other, _)| other.as_str() != language && !other.is_empty());
    let title = said(&listed.title, language).unwrap_or(&listed.folder).clone();
    Study {
        others: others.filter(|(_, words)| **words != title).map(|(tag, words)| (tag.clone(), words.clone())).collect(),
        title,
        strong: ["reconstructed", "synthetic"].contains(&listed.provenance.as_str()),
        provenance: say(&format!("provenance-{}", listed.provenance)),
        facts,
        files_heading: say("site-files"),
        files: main_files(speaker, listed),
        more: [("tables/", "site-tables"), ("figures/", "site-figures")]
            .into_iter()
            .map(|(prefix, key)| (prefix, key, within(listed, prefix, language)))
            .filter(|(.., links)| !links.is_empty())
            .map(|(_, key, links)| (speaker.say_of(key, &[("count", links.len().into())]), links))
            .collect(),
        folder: listed.folder.clone(),
    }
}

/// A text in a language, or in any.
fn said<'a>(text: &'a BTreeMap<String, String>, language: &str) -> Option<&'a String> {
    text.get(language).or_else(|| text.get("")).or_else(|| text.values().next())
}

fn verdicts(speaker: &Speaker, listed: &Listed) -> String {
    if listed.claims.is_empty() {
        return speaker.say("site-no-claims");
    }
    let counted = ["held", "broken", "undecided"].map(|verdict| listed.claims.get(verdict).copied().unwrap_or(0));
    let [held, broken, undecided] = counted;
    let args = [("held", held.into()), ("broken", broken.into()), ("undecided", undecided.into())];
    speaker.say_of("site-verdicts", &args)
}

/// The main files of a report; Word and PDF files, which need tools, according to the study's formats.
fn main_files(speaker: &Speaker, listed: &Listed) -> Vec<Link> {
    let mut names: Vec<String> = listed.files.iter().filter(|name| !name.contains('/')).cloned().collect();
    for format in ["docx", "pdf"].into_iter().filter(|format| listed.formats.iter().any(|asked| asked == format)) {
        names.extend(listed.languages.iter().map(|language| format!("report.{language}.{format}")));
    }
    names.push("manifest.json".to_owned());
    names.sort_by_key(|name| (rank(name), name.clone()));
    let link = |name: String| {
        let anchor = if name == "report.html" { format!("#{}", speaker.language()) } else { String::new() };
        Link { href: format!("{}{anchor}", address(&listed.folder, &name)), name }
    };
    names.into_iter().map(link).collect()
}

/// The position of a file; the most useful files come first.
fn rank(name: &str) -> usize {
    ["html", "pdf", "docx", "tex", "md"].iter().position(|ending| name.ends_with(ending)).unwrap_or(usize::MAX)
}

/// The files of a folder in one language.
fn within(listed: &Listed, prefix: &str, language: &str) -> Vec<Link> {
    let of_language = |name: &&String| {
        let mut parts = name.rsplit('.').skip(1);
        parts.next().is_some_and(|tag| tag == language || languages().all(|known| known != tag))
    };
    let files = listed.files.iter().filter(|name| name.starts_with(prefix)).filter(of_language);
    files.map(|name| Link { href: address(&listed.folder, name), name: name[prefix.len()..].to_owned() }).collect()
}

/// A relative URL of a file, with special characters encoded.
fn address(folder: &str, name: &str) -> String {
    let mut address = String::new();
    for byte in format!("{folder}/{name}").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'/' => address.push(char::from(byte)),
            odd => address.push_str(&format!("%{odd:02X}")),
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// The manifest of a report with this entry.
    fn manifest(entry: &Value) -> Vec<u8> {
        let manifest = json!({
            "entry": entry,
            "report": {"formats": ["html", "md", "pdf"], "languages": ["en"]},
            "outputs": {"report.html": "", "report.en.md": "", "results.json": "", "tables/sets.en.csv": "", "tables/sets.zh.csv": ""},
        });
        manifest.to_string().into_bytes()
    }

    fn listed(folder: &str, entry: &Value) -> Listed {
        Listed::read(folder, &manifest(entry)).unwrap()
    }

    fn check(entry: &Value, said: &[&str], not_said: &[&str]) {
        let page = site(&[listed("small", entry)]).unwrap();
        for wanted in said {
            assert!(page.contains(wanted), "not said: {wanted}\n{page}");
        }
        for unwanted in not_said {
            assert!(!page.contains(unwanted), "said: {unwanted}\n{page}");
        }
    }

    #[test]
    fn a_study_is_listed_with_all_that_is_known_of_it() {
        check(
            &json!({
                "title": {"en": "A small study", "zh": "一项小研究"},
                "provenance": "synthetic",
                "sources": [{"en": "Made up", "zh": "拟定"}],
                "years": [2013, 2014],
                "claims": {"held": 2, "broken": 1},
            }),
            &[
                "A small study",
                "一项小研究",
                "Synthetic data.",
                "合成数据",
                "Made up",
                "拟定",
                "2013–2014",
                "2 supported, 1 not supported, 0 undecided",
                "href=\"small/report.html#zh\"",
                "href=\"small/report.en.pdf\"",
                "href=\"small/tables/sets.zh.csv\"",
                "href=\"small/manifest.json\"",
            ],
            &["docx"],
        );
        let plain =
            json!({"title": "Only this", "provenance": "published", "sources": [], "years": null, "claims": {}});
        check(&plain, &["Only this", "none stated", "Published data."], &["class=\"banner loud\"", "2013"]);
    }

    #[test]
    fn nothing_that_a_report_says_leaves_its_place() {
        let evil = "</title><script>alert(1)</script>\u{202E}\" onload=\"x";
        let entry = json!({
            "title": {"en": evil, evil: evil}, "provenance": "published", "sources": [evil], "years": null, "claims": {}
        });
        let page = site(&[listed("javascript:alert(1)//\"", &entry)]).unwrap();
        assert_eq!(page.matches("<script").count(), 1);
        assert!(!page.contains("\" onload=") && !page.contains('\u{202E}') && !page.contains("\"javascript:"));
        assert!(page.contains("href=\"javascript%3Aalert%281%29//%22/report.html#en\""));
    }

    #[test]
    fn what_is_no_report_is_not_listed() {
        let whole = json!({"title": "T", "provenance": "published", "sources": [], "years": null, "claims": {}});
        assert!(Listed::read("x", &manifest(&whole)).is_some());
        for (key, value) in
            [("provenance", json!("rumour")), ("claims", json!([{}])), ("sources", Value::Null), ("years", json!([1]))]
        {
            let mut entry = whole.clone();
            entry[key] = value;
            assert_eq!(Listed::read("x", &manifest(&entry)), None, "{key}");
        }
        let without_files = json!({"entry": whole}).to_string();
        for text in ["{", "{}", &without_files] {
            assert_eq!(Listed::read("x", text.as_bytes()), None, "{text}");
        }
        assert!(site(&[]).unwrap().contains("<html lang=\"en\">"));
    }
}
