//! The style of a journal in every format.

use equifinal_study::config::{AbsentSign, Captions, Numbering, PLetter, Place, Separator, Style};

use crate::fixture::lipset;
use crate::picture::Picture;
use crate::view::Edition;

/// The habits of APA style and, against them, of one that differs in everything else.
fn styles() -> [Style; 2] {
    let captions = |separator, place| Captions { label: None, separator: Some(separator), place };
    let apa = Style {
        decimals: 2,
        leading_zero: false,
        tables: captions(Separator::Line, Place::Above),
        figures: captions(Separator::Line, Place::Above),
        ..Style::default()
    };
    let other = Style {
        decimals: 4,
        p_letter: PLetter::Capital,
        tables: captions(Separator::Colon, Place::Below),
        figures: captions(Separator::Stop, Place::Below),
        headings: Numbering::Decimal,
        absent: AbsentSign::Open,
        ..Style::default()
    };
    [apa, other]
}

fn edition(style: Style) -> Edition {
    let mut fixture = lipset();
    fixture.study.report.style = style;
    fixture.edition("en")
}

/// The main part of the Word file.
fn word(edition: &Edition) -> String {
    let picture = Picture { width: 3, height: 2, png: b"picture".to_vec() };
    let drawn = edition.figures().map(|figure| (format!("{}.{}", figure.id, edition.language), picture.clone()));
    let file = crate::docx(edition, &drawn.collect::<Vec<_>>()).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    std::io::read_to_string(archive.by_name("word/document.xml").unwrap()).unwrap()
}

/// Writes an edition in a format.
type Writer = fn(&Edition) -> String;

/// Each format, with what the first and the second style print in it.
const FORMATS: [(Writer, [&str; 4], [&str; 4]); 5] = [
    (
        |edition| crate::html(std::slice::from_ref(edition)).unwrap(),
        [
            "<span class=\"number\">Table 1</span><br><em>",
            "<strong>Figure 1</strong><br><em>",
            ">.90</td>",
            "\"#sign-crossed\"",
        ],
        ["<span class=\"number\">Table 1</span>: ", "<figcaption>Figure 1. ", ">0.9042</td>", "\"#sign-open\"/></svg>"],
    ),
    (
        |edition| crate::markdown(edition).unwrap(),
        ["**Table 1**\n\n*", "**Figure 1**\n\n*", "| .90 |", "**⊗**"],
        ["**Table 1**: ", "\nFigure 1. ", "| 0.9042 |", "**○**"],
    ),
    (
        |edition| crate::latex(edition).unwrap(),
        ["\\textbf{Table 1}\\newline\\emph{", "\\textbf{Figure 1}\\\\\\emph{", "& .90 &", "{\\Large$\\otimes$}"],
        ["\\end{longtable}\n{\\normalsize\\textbf{Table 1}: ", "\\small Figure 1. ", "& 0.9042 &", "{\\Large$\\circ$}"],
    ),
    (
        |edition| crate::typst(edition).unwrap(),
        ["caption(\"Table 1\", none, \"", "#strong(\"Figure 1\") #linebreak() #emph(\"", "[#\".90\"", "\"⊗\""],
        ["caption(\"Table 1\", \": \", \"", "[#\"Figure 1. ", "[#\"0.9042\"", "\"○\""],
    ),
    (
        word,
        [
            "Table 1</w:t></w:r><w:r><w:br/></w:r>",
            "Figure 1</w:t></w:r><w:r><w:br/></w:r>",
            ">.90</w:t>",
            "<w:t>⊗</w:t>",
        ],
        [
            "</w:tbl>\n<w:p><w:pPr><w:pStyle w:val=\"Caption\"/><w:keepNext w:val=\"0\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Table 1</w:t></w:r>",
            ">Figure 1. ",
            ">0.9042</w:t>",
            "<w:t>○</w:t>",
        ],
    ),
];

#[test]
fn every_format_follows_the_style() {
    let [apa, other] = styles().map(edition);
    for (write, in_apa, in_other) in FORMATS {
        for (edition, wanted) in [(&apa, in_apa), (&other, in_other)] {
            let text = write(edition);
            for one in wanted {
                assert!(text.contains(one), "{one:?} is not in {}", text.get(..3000).unwrap_or(&text));
            }
        }
    }
}

#[test]
fn a_caption_above_stands_before_its_figure_and_one_below_after_it() {
    for (edition, above) in styles().map(edition).into_iter().zip([true, false]) {
        let page = crate::html(std::slice::from_ref(&edition)).unwrap();
        let figures: Vec<&str> = page.split("<figure ").skip(1).collect();
        assert!(!figures.is_empty());
        for figure in figures {
            assert_eq!(figure.find("<figcaption>").unwrap() < figure.find("<svg").unwrap(), above);
        }
        assert_eq!(page.contains(" below\">"), !above);
    }
}

#[test]
fn headings_and_letters_follow_the_style() {
    let [apa, other] = styles().map(edition);
    let heading = |edition: &Edition| edition.sections[1].heading.clone();
    assert_eq!(heading(&other), format!("2 {}", heading(&apa)));
    let speaker = |style: &Style| crate::messages::Speaker::styled("en", style).unwrap();
    let [apa, other] = styles();
    assert_eq!([speaker(&apa).p(Some(0.04)), speaker(&other).p(Some(0.0004))], ["p = .040", "P < 0.001"]);
    assert_eq!([speaker(&apa).say("nca-holm"), speaker(&other).say("nca-holm")], ["p (Holm)", "P (Holm)"]);
}
