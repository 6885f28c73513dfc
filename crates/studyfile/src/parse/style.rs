//! The style of a report: the habits of a journal, by the name of a file or written out.

use equifinal_study::config::{
    AbsentSign, Captions, Numbering, PLetter, Place, ReportSpec, Separator, Style as Habits,
};
use equifinal_study::message::Message;
use equifinal_study::names::quoted;
use equifinal_study::say;
use equifinal_study::text::Text;

use super::include::{Resolve, tree_of};
use crate::fields::{Fields, count};
use crate::grammar::{CAPTIONS, P_VALUES, STYLE};
use crate::problem::{Problems, Sources};
use crate::tree::Node;

/// The styles of this program.
const SHIPPED: [(&str, &str); 2] = [
    ("apa", include_str!("../../styles/apa.yaml")),
    ("healthpolicy_zh", include_str!("../../styles/healthpolicy_zh.yaml")),
];

/// The study's tree with the content of the style that `report` names in the place of its name.
pub(super) fn merge(
    mut root: Node,
    file: &str,
    resolve: &Resolve<'_>,
    sources: &mut Sources,
    problems: &Problems,
) -> Node {
    let Some(style) = root.at_mut("report").and_then(|report| report.at_mut("style")) else { return root };
    let Some(name) = style.scalar() else { return root };
    let shipped = SHIPPED.iter().find(|(known, _)| *known == name);
    let path = format!("styles/{name}.yaml");
    let bytes = match shipped {
        Some((_, text)) => Ok(text.as_bytes().to_vec()),
        None if is_plain(name) => resolve(&path),
        None => Err(say!("style-not-plain")),
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(why) => {
            let shipped = Message::list(SHIPPED.iter().map(|(known, _)| Message::verbatim(*known)));
            problems.add(style.span.clone(), say!("no-style", name = quoted(name), shipped, path = quoted(&path), why));
            return root;
        }
    };
    let folder = file.rfind(['/', '\\']).map_or("", |end| file.get(..=end).unwrap_or_default());
    if let Some(tree) = tree_of(&format!("{folder}{path}"), &bytes, sources, problems) {
        *style = Node { key: style.key.clone(), ..tree };
    }
    root
}

/// True if a name is that of a file in styles/.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '_' | '-'))
}

/// Reads the style of `report`.
pub(super) fn read(report: &Fields<'_>) -> Habits {
    let (default, problems) = (ReportSpec::default().style, report.problems);
    // A name that is left is one without a file, which is blamed already.
    let node = report.get("style").filter(|node| node.scalar().is_none());
    let Some(fields) = node.and_then(|node| Fields::open(node, &STYLE, problems)) else { return default };
    let decimals = fields.get("decimals").and_then(|node| count(node, 1, "decimals", problems));
    if let Some(decimals) = decimals.filter(|&decimals| decimals > Habits::MOST_DECIMALS) {
        fields.blame("decimals", say!("most-decimals", decimals, most = Habits::MOST_DECIMALS));
    }
    let p = fields.get("p").and_then(|node| Fields::open(node, &P_VALUES, problems));
    let p = p.as_ref();
    Habits {
        decimals: decimals.and_then(|decimals| usize::try_from(decimals).ok()).unwrap_or(default.decimals),
        leading_zero: fields.truth("leading_zero").unwrap_or(default.leading_zero),
        p_letter: p.and_then(|p| p.choice("letter")).and_then(PLetter::named).unwrap_or(default.p_letter),
        spaces: p.and_then(|p| p.truth("spaces")),
        tables: captions(&fields, "tables", default.tables),
        figures: captions(&fields, "figures", default.figures),
        headings: fields.choice("headings").and_then(Numbering::named).unwrap_or(default.headings),
        absent: fields.choice("absent").and_then(AbsentSign::named).unwrap_or(default.absent),
    }
}

fn captions(style: &Fields<'_>, key: &str, default: Captions) -> Captions {
    let fields = style.get(key).and_then(|node| Fields::open(node, &CAPTIONS, style.problems));
    let Some(fields) = fields else { return default };
    let label = fields.text("label");
    if let Some(wrong) = label.as_ref().and_then(without_number) {
        fields.blame("label", say!("label-without-number", found = quoted(wrong), number = Habits::NUMBER));
    }
    Captions {
        label,
        separator: fields.choice("separator").and_then(Separator::named),
        place: fields.choice("place").and_then(Place::named).unwrap_or(default.place),
    }
}

/// The first text of a label that does not say where the number stands.
fn without_number(label: &Text) -> Option<&str> {
    let mut texts = label.plain.iter().chain(label.by_language.values());
    texts.find(|text| text.matches(Habits::NUMBER).count() != 1).map(String::as_str)
}
