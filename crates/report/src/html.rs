//! The report as one self-contained HTML page.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rayon::prelude::*;
use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, Value};

use crate::error::ReportError;
use crate::escape::xml;
use crate::messages::{Speaker, languages as known};
use crate::script::Script;
use crate::view::{Block, Edition};

const PAGE: &str = "page.html";
const ARTICLE: &str = "article.html";
/// A page of one edition lays out what is in view first, and the rest once its root has the class `whole`. The margin of
/// a section's last block, which a section laid out by itself would add to its own, is within the section's either way.
const IN_VIEW_FIRST: &str = "
section>:last-child{margin-bottom:0}
:root:not(.whole) section{content-visibility:auto;contain-intrinsic-size:auto 60rem}";
/// The digest of the script in the page's content security policy.
const SCRIPT_DIGEST: &str = "sha256-078xlHUVtmAsEmRDzaVxsobbdlXL6lNa5yyyKvdRXJA=";

/// The report as a self-contained page with all its languages.
///
/// # Errors
/// Only for a bug in the program.
pub fn html(editions: &[Edition]) -> Result<String, ReportError> {
    showing(editions, editions, "")
}

/// The same page with the text of one edition only and the choice of all languages, for a browser to show it in half
/// the time: what is in view first, the rest once its root has the class `whole`. Whoever shows the page follows a
/// choice of another language.
///
/// # Errors
/// Only for a bug in the program.
pub fn html_of_one(editions: &[Edition], shown: &Edition) -> Result<String, ReportError> {
    showing(editions, std::slice::from_ref(shown), IN_VIEW_FIRST)
}

fn showing(editions: &[Edition], shown: &[Edition], more_style: &str) -> Result<String, ReportError> {
    let articles = shown.par_iter().map(article).collect::<Result<Vec<_>, _>>()?;
    let mut context = Context::new();
    context.insert("languages", &editions.iter().map(Choice::of).collect::<Vec<_>>());
    context.insert("editions", &articles);
    context.insert("paths", &editions.first().and_then(|edition| edition.paths.as_deref()).map(without_markup));
    styled(PAGE, context, &(style()? + more_style))
}

/// A language that can be chosen.
#[derive(Debug, Serialize)]
struct Choice<'a> {
    language: &'a str,
    language_name: &'a str,
}

impl<'a> Choice<'a> {
    fn of(edition: &'a Edition) -> Self {
        Self { language: &edition.language, language_name: &edition.language_name }
    }
}

/// The text of a language.
#[derive(Debug, Serialize)]
struct Article<'a> {
    language: &'a str,
    title: &'a str,
    text: String,
}

/// The blocks of a section up to a heading or from it on.
#[derive(Debug, Default, Serialize)]
struct Part<'a> {
    heading: Option<&'a str>,
    folded: bool,
    blocks: Vec<&'a Block>,
}

fn parts(blocks: &[Block]) -> Vec<Part<'_>> {
    let mut parts = vec![Part::default()];
    for block in blocks {
        match block {
            Block::Heading(heading) => parts.push(Part { heading: Some(heading), ..Part::default() }),
            Block::Fold(heading) => parts.push(Part { heading: Some(heading), folded: true, ..Part::default() }),
            block => parts.last_mut().into_iter().for_each(|part| part.blocks.push(block)),
        }
    }
    parts
}

fn article(edition: &Edition) -> Result<Article<'_>, ReportError> {
    let mut context = Context::new();
    let parts: BTreeMap<&str, Vec<Part<'_>>> =
        edition.sections.iter().map(|section| (section.id.as_str(), parts(&section.blocks))).collect();
    context.insert("edition", edition);
    context.insert("parts", &parts);
    Ok(Article { language: &edition.language, title: &edition.title, text: render(ARTICLE, &context)? })
}

/// A page of ours with our style and script.
pub(crate) fn page(template: &'static str, context: Context) -> Result<String, ReportError> {
    styled(template, context, &style()?)
}

fn styled(template: &'static str, mut context: Context, style: &str) -> Result<String, ReportError> {
    context.insert("style", style);
    context.insert("script", include_str!("../templates/page.js"));
    context.insert("script_digest", SCRIPT_DIGEST);
    render(template, &context)
}

/// The style of our pages. Its rules for Chinese characters apply to every language that is written in them.
fn style() -> Result<String, ReportError> {
    let mut languages = Vec::new();
    for language in known() {
        if Speaker::of(language)?.script() == Script::Han {
            languages.push(language);
        }
    }
    Ok(include_str!("../templates/page.css").replace(":lang(han)", &format!(":lang({})", languages.join(","))))
}

fn render(template: &'static str, context: &Context) -> Result<String, ReportError> {
    engine()
        .and_then(|engine| engine.render(template, context).map_err(|problem| problem.to_string()))
        .map_err(|problem| ReportError::Template { template, problem })
}

/// The templates, which are read once.
fn engine() -> Result<&'static Tera, String> {
    static READ: OnceLock<Result<Tera, String>> = OnceLock::new();
    let read = || with_templates().map_err(|problem| problem.to_string());
    READ.get_or_init(read).as_ref().map_err(Clone::clone)
}

fn with_templates() -> Result<Tera, tera::Error> {
    let mut engine = Tera::new();
    engine.autoescape_on([".html"]);
    engine.set_escape_fn(|text, out| out.write_all(xml(text).as_bytes()));
    engine.register_filter("breakable", breakable);
    engine.register_filter("prose", prose);
    engine.add_raw_templates([
        ("raw.html", include_str!("../templates/raw.html")),
        ("frame.html", include_str!("../templates/frame.html")),
        ("site.html", include_str!("../templates/site.html")),
        ("changes.html", include_str!("../templates/changes.html")),
        ("blocks.html", include_str!("../templates/blocks.html")),
        (ARTICLE, include_str!("../templates/article.html")),
        (PAGE, include_str!("../templates/page.html")),
    ])?;
    Ok(engine)
}

/// JSON with escaped markup characters.
fn without_markup(json: &str) -> String {
    json.replace('&', "\\u0026").replace('<', "\\u003c").replace('>', "\\u003e")
}

/// Escaped code that may break after each operator, and never within a name.
fn breakable(text: &str, _: Kwargs, _: &State<'_>) -> Value {
    Value::safe_string(&marked(text).replace('*', "*<wbr>"))
}

/// Escaped text.
fn prose(text: &str, _: Kwargs, _: &State<'_>) -> Value {
    Value::safe_string(&marked(text))
}

/// Escaped text, whose parts between grave accents are code. An accent without a second one is a character.
fn marked(text: &str) -> String {
    let escaped = xml(text);
    let mut pieces = escaped.split('`');
    let mut html = pieces.next().unwrap_or_default().to_owned();
    while let Some(code) = pieces.next() {
        match pieces.next() {
            Some(after) => html.extend(["<code>", code, "</code>", after]),
            None => html.extend(["`", code]),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use base64::Engine;
    use sha2::{Digest, Sha256};

    use super::*;
    use crate::fixture::{both, lipset};
    use crate::view::edition;

    fn attributes<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
        let start = format!(" {name}=\"");
        page.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
    }

    #[test]
    fn parts_between_grave_accents_are_code() {
        let html = |text: &str| {
            let mut engine = tera::Tera::default();
            engine.register_filter("prose", prose);
            let mut context = tera::Context::new();
            context.insert("text", text);
            engine.render_str("{{ text | prose }}", &context, true).expect("a sentence")
        };
        for (text, expected) in [
            ("plain & simple", "plain &amp; simple"),
            ("state `a < b` first", "state <code>a &lt; b</code> first"),
            ("`one`, `two`", "<code>one</code>, <code>two</code>"),
            ("an accent ` alone", "an accent ` alone"),
            ("`one` and ` alone", "<code>one</code> and ` alone"),
        ] {
            assert_eq!(html(text), expected, "{text}");
        }
    }

    #[test]
    fn the_policy_knows_the_script() {
        let digest = Sha256::digest(include_bytes!("../templates/page.js"));
        let encoded = base64::engine::general_purpose::STANDARD.encode(digest);
        assert_eq!(SCRIPT_DIGEST, format!("sha256-{encoded}"));
    }

    #[test]
    fn the_page_needs_nothing_but_itself() {
        let page = html(&lipset().editions()).unwrap();
        assert!(page.contains("default-src 'none'"));
        for outside in [" src=", "url(", "@import", "<link", "<iframe", "style=\"", " onclick", "javascript:"] {
            assert!(!page.contains(outside), "{outside}");
        }
        assert!(attributes(&page, "href").iter().all(|href| href.starts_with('#')));
        assert!(page.len() < 365_000, "{}", page.len());
        assert!(!page.contains('\r'));
    }

    #[test]
    fn every_link_has_its_target_and_no_id_stands_twice() {
        let page = html(&lipset().editions()).unwrap();
        let ids = attributes(&page, "id");
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(unique.len(), ids.len());
        for href in attributes(&page, "href") {
            assert!(unique.contains(href.trim_start_matches('#')), "{href}");
        }
        for labels in attributes(&page, "aria-labelledby") {
            assert!(labels.split(' ').all(|label| unique.contains(label)), "{labels}");
        }
    }

    #[test]
    fn every_head_of_a_table_has_a_scope_and_every_table_a_caption() {
        let page = html(&lipset().editions()).unwrap();
        assert_eq!(page.matches("<table class=").count(), page.matches("<caption>").count());
        assert_eq!(page.matches("<th ").count(), page.matches(" scope=\"").count());
        assert!(!page.contains("<th>"));
    }

    #[test]
    fn nothing_that_a_study_says_leaves_its_place() {
        let mut fixture = lipset();
        let evil = "</title><script>alert(1)</script>\u{202E}\" onload=\"x";
        fixture.study.title = both(evil, evil);
        fixture.study.id = evil.to_owned();
        fixture.study.sets[0].label = Some(both(evil, evil));
        fixture.study.sets[1].because = None;
        fixture.study.tables[0].file = evil.to_owned();
        fixture.memberships.cases[0] = evil.to_owned();
        for findings in &mut fixture.findings {
            std::sync::Arc::make_mut(&mut findings.cases)[0] = evil.to_owned();
        }
        fixture.memberships.cases[0] = evil.to_owned();
        fixture.alternatives[0].changes = vec![evil.to_owned()];
        let page = html(&fixture.editions()).unwrap();
        assert_eq!(page.matches("<script").count(), 2);
        assert!(page.contains("\\u003cscript\\u003ealert(1)"));
        assert!(!page.contains('\u{202E}'));
        let (markup, rest) = page.split_once("id=\"paths\">").unwrap();
        let markup = format!("{markup}{}", rest.split_once("</script>").unwrap().1);
        assert!(!markup.contains("\" onload="));
    }

    #[test]
    fn both_languages_stand_in_the_page_and_an_unknown_one_is_refused() {
        let fixture = lipset();
        let page = html(&fixture.editions()).unwrap();
        for wanted in [
            "<html lang=\"en\">",
            "article:lang(zh){",
            "<article id=\"zh\" lang=\"zh\"",
            "两次世界大战之间欧洲民主的存续",
            "核心条件存在",
        ] {
            assert!(page.contains(wanted), "{wanted}");
        }
        assert!(!page.contains('␣'));
        let refused = edition(&fixture.input(), "xx").unwrap_err().to_string();
        let known = crate::messages::languages().collect::<Vec<_>>().join(", ");
        assert_eq!(refused, format!("report.languages: there are no messages in `xx`; reports are written in {known}"));
    }

    #[test]
    fn a_page_of_one_edition_is_the_page_without_the_others() {
        let editions = lipset().editions();
        let whole = html(&editions).unwrap();
        let [en, zh] =
            editions.iter().map(|edition| article(edition).unwrap().text).collect::<Vec<_>>().try_into().unwrap();
        for (shown, other) in [(&editions[0], zh), (&editions[1], en)] {
            let one = html_of_one(&editions, shown).unwrap();
            let mut expected = whole.replace(&format!("\n{other}"), "");
            expected = expected.replacen("<html lang=\"en\">", &format!("<html lang=\"{}\">", shown.language), 1);
            let titles = [&editions[0], shown].map(|edition| format!("<title>{}</title>", xml(&edition.title)));
            expected = expected.replacen("</style>", &format!("{IN_VIEW_FIRST}</style>"), 1);
            assert_eq!(one, expected.replacen(&titles[0], &titles[1], 1));
            assert_eq!(one.matches("data-language=").count(), 2);
        }
    }

    #[test]
    fn the_alarm_stands_before_the_findings() {
        let mut fixture = lipset();
        fixture.findings[0].in_no_row = vec![2];
        let page = html(&fixture.editions()).unwrap();
        let alarm = page.find("class=\"alarm\"").unwrap();
        assert!(alarm < page.find("part-findings").unwrap());
        assert!(page.contains("1 of 18 cases (5.6%) are in no row") && page.contains("at_crossover: present"));
        fixture.findings[0].in_no_row.clear();
        assert!(!html(&fixture.editions()).unwrap().contains("class=\"alarm\""));
    }
}
