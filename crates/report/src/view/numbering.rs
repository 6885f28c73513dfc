//! The numbers of headings, tables and figures, in the order of the report and in its style.

use equifinal_study::config::{Captions, Length, Numbering, Separator, Style};

use super::block::{Block, Figure, Section};
use super::context::Context;
use super::table::Table;
use crate::messages::Speaker;

/// Numbers every table and figure; those of a supplement have an S before their number.
pub(super) fn number(sections: &mut [Section], context: Context<'_>) {
    let speaker = context.speaker;
    let before = if context.input.study.report.length == Length::Supplement { "S" } else { "" };
    let (mut tables, mut figures) = (0_usize, 0_usize);
    let next = |count: &mut usize| {
        *count += 1;
        format!("{before}{count}")
    };
    for block in sections.iter_mut().flat_map(|section| &mut section.blocks) {
        match block {
            Block::Table(table) => number_table(table, &next(&mut tables), speaker),
            Block::Figures(drawn) | Block::MoreFigures { figures: drawn, .. } => {
                for figure in drawn {
                    number_figure(figure, &next(&mut figures), speaker);
                }
            }
            Block::Heading(_)
            | Block::Fold(_)
            | Block::Paragraph(_)
            | Block::Note(_)
            | Block::List(_)
            | Block::Definitions(_)
            | Block::Findings(_) => {}
        }
    }
    number_headings(sections, speaker.style().headings);
}

fn number_table(table: &mut Table, number: &str, speaker: &Speaker) {
    let captions = &speaker.style().tables;
    table.number = labelled(captions, "table-number", number, speaker);
    table.separator = match captions.separator {
        Some(separator) => between(separator, speaker),
        None => Some(" ".to_owned()),
    };
}

fn number_figure(figure: &mut Figure, number: &str, speaker: &Speaker) {
    let captions = &speaker.style().figures;
    let (number, title) = (labelled(captions, "figure-number", number, speaker), figure.title.as_str());
    let own = || speaker.say_of("numbered-caption", &[("number", number.as_str().into()), ("caption", title.into())]);
    let between = captions.separator.map(|separator| between(separator, speaker));
    figure.caption = match &between {
        None | Some(None) => own(),
        Some(Some(between)) => format!("{number}{between}{title}"),
    };
    figure.lines = match between {
        Some(None) => vec![number, title.to_owned()],
        _ => vec![figure.caption.clone()],
    };
}

/// The number of a table or figure as the style or the language prints it.
fn labelled(captions: &Captions, key: &str, number: &str, speaker: &Speaker) -> String {
    let own = captions.label.as_ref().and_then(|label| label.in_language(speaker.language()));
    match own.filter(|label| label.borrowed_from.is_none()) {
        Some(label) => label.words.replace(Style::NUMBER, number),
        None => speaker.say_of(key, &[("number", number.into())]),
    }
}

/// The signs between a number and a title; `None` if the title has a line of its own.
fn between(separator: Separator, speaker: &Speaker) -> Option<String> {
    match separator {
        Separator::Blank => Some(speaker.mark("caption-blank")),
        Separator::Stop => Some(speaker.mark("caption-stop")),
        Separator::Colon => Some(speaker.mark("caption-colon")),
        Separator::Line => None,
    }
}

/// Puts the numbers of two levels before the headings.
fn number_headings(sections: &mut [Section], numbering: Numbering) {
    for (section, first) in sections.iter_mut().zip(1..) {
        let mut second = 0;
        for block in &mut section.blocks {
            if let Block::Heading(heading) | Block::Fold(heading) = block {
                second += 1;
                *heading = match numbering {
                    Numbering::None => continue,
                    Numbering::Decimal => format!("{first}.{second} {heading}"),
                    Numbering::Chinese => format!("（{}）{heading}", chinese(second)),
                };
            }
        }
        let heading = &section.heading;
        section.heading = match numbering {
            Numbering::None => continue,
            Numbering::Decimal => format!("{first} {heading}"),
            Numbering::Chinese => format!("{}、{heading}", chinese(first)),
        };
    }
}

/// A number from 1 to 99 in Chinese.
fn chinese(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |digit: usize| DIGITS.get(digit).copied().unwrap_or_default();
    match (number / 10, number % 10) {
        (0, ones) => digit(ones).to_owned(),
        (1, ones) => format!("十{}", digit(ones)),
        (tens, ones) => format!("{}十{}", digit(tens), digit(ones)),
    }
}

#[cfg(test)]
mod tests {
    use equifinal_study::config::{Place, Style};

    use super::*;
    use crate::fixture::{both, lipset};
    use crate::view::Edition;

    fn edition(style: Style, language: &str) -> Edition {
        let mut fixture = lipset();
        fixture.study.report.style = style;
        fixture.edition(language)
    }

    #[test]
    fn captions_follow_the_style() {
        let captions = |label: Option<(&str, &str)>, separator| Captions {
            label: label.map(|(en, zh)| both(en, zh)),
            separator,
            place: Place::Above,
        };
        for (captions, language, table, figure) in [
            (captions(None, None), "en", "Table 1| ", "Figure 1. "),
            (captions(None, None), "zh", "表1| ", "图1　"),
            (captions(None, Some(Separator::Colon)), "en", "Table 1|: ", "Figure 1: "),
            (captions(None, Some(Separator::Colon)), "zh", "表1|：", "图1："),
            (captions(Some(("Tab. {number}", "附表{number}")), Some(Separator::Stop)), "en", "Tab. 1|. ", "Tab. 1. "),
            (captions(Some(("Tab. {number}", "附表{number}")), Some(Separator::Line)), "zh", "附表1|\n", "附表1\n"),
        ] {
            let style = Style { tables: captions.clone(), figures: captions, ..Style::default() };
            let edition = edition(style, language);
            let first = edition.tables().next().unwrap();
            assert_eq!(format!("{}|{}", first.number, first.separator.as_deref().unwrap_or("\n")), table);
            let first = edition.numbered_figures().next().unwrap();
            assert_eq!(first.lines.join("\n"), format!("{figure}{}", first.title));
            assert!(!first.caption.contains('\n'));
        }
    }

    #[test]
    fn headings_follow_the_style() {
        for (headings, first, second) in
            [(Numbering::None, "", ""), (Numbering::Decimal, "1 ", "1.1 "), (Numbering::Chinese, "一、", "（一）")]
        {
            let found = edition(Style { headings, ..Style::default() }, "en");
            let plain = edition(Style::default(), "en");
            assert_eq!(found.sections[0].heading, format!("{first}{}", plain.sections[0].heading));
            let inner = |edition: &Edition| {
                edition.sections.iter().find_map(|section| {
                    section.blocks.iter().find_map(|block| match block {
                        Block::Heading(heading) | Block::Fold(heading) => Some(heading.clone()),
                        _ => None,
                    })
                })
            };
            let (found, plain) = (inner(&found).unwrap(), inner(&plain).unwrap());
            assert!(found.ends_with(&plain) && found.len() >= second.len() + plain.len(), "{found}");
        }
        assert_eq!([1, 10, 11, 20, 27].map(chinese), ["一", "十", "十一", "二十", "二十七"]);
    }
}
