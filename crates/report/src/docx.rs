//! The report as a Word file (ISO/IEC 29500): real tables with three rules, headings, pictures.
//!
//! A Word file is a ZIP archive of XML. Its main part is a template like those of the other formats; the rest is fixed.
//! It contains no time, so the same report gives the same bytes.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use equifinal_study::config::Length;
use serde::Serialize;
use tera::{Kwargs, State, Tera, Value};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::error::ReportError;
use crate::escape::xml;
use crate::figures::document;
use crate::picture::{Picture, picture};
use crate::sheet::sheets;
use crate::view::{Edition, Figure};

const DOCUMENT: &str = "document.xml";
const CORE: &str = "core.xml";

/// The parts that are the same in every report.
const FIXED: [(&str, &str); 4] = [
    ("[Content_Types].xml", include_str!("../templates/docx/types.xml")),
    ("_rels/.rels", include_str!("../templates/docx/package.rels")),
    ("word/styles.xml", include_str!("../templates/docx/styles.xml")),
    ("word/footer.xml", include_str!("../templates/docx/footer.xml")),
];

/// English metric units per unit of a drawing, at 96 units per inch.
const UNIT: usize = 9525;
/// Maximum width and height of a picture, 15 by 10.5 centimetres.
const LARGEST: [usize; 2] = [5_400_000, 3_780_000];
/// The same in a paper, 12 by 8.4 centimetres.
const LARGEST_OF_PAPER: [usize; 2] = [4_320_000, 3_024_000];
/// Pixels of a picture per unit of its drawing.
const PIXELS: usize = 3;

/// A picture of the document.
#[derive(Debug, Serialize)]
struct Image {
    number: usize,
    width: usize,
    height: usize,
}

/// The report in one language as a Word file, with the pictures that are `drawn` already.
///
/// # Errors
/// Only for a bug in the program.
pub fn docx(edition: &Edition, drawn: &[(String, Picture)]) -> Result<Vec<u8>, ReportError> {
    let known = |figure: &Figure| {
        let name = format!("{}.{}", figure.id, edition.language);
        drawn.iter().find(|(other, _)| *other == name).map(|(_, picture)| picture.clone())
    };
    let pictures: Vec<(&str, Picture)> = edition
        .figures()
        .map(|figure| Ok((figure.id.as_str(), known(figure).map_or_else(|| picture(&document(&figure.svg)), Ok)?)))
        .collect::<Result<_, ReportError>>()?;
    let largest = if edition.length == Length::Paper { LARGEST_OF_PAPER } else { LARGEST };
    let images: BTreeMap<&str, Image> =
        pictures.iter().zip(1..).map(|((id, picture), number)| (*id, image(picture, number, largest))).collect();
    let mut context = tera::Context::new();
    context.insert("sheets", &sheets(edition));
    context.insert("images", &images);
    context.insert("edition", edition);
    let render = |name: &'static str| {
        engine()
            .and_then(|engine| engine.render(name, &context))
            .map(|text| text.trim_start().to_owned())
            .map_err(|problem| ReportError::Template { template: name, problem: problem.to_string() })
    };
    let mut parts: Vec<(String, Vec<u8>)> =
        FIXED.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    parts.push(("docProps/core.xml".to_owned(), render(CORE)?.into_bytes()));
    parts.push(("word/document.xml".to_owned(), render(DOCUMENT)?.into_bytes()));
    parts.push(("word/_rels/document.xml.rels".to_owned(), relations(pictures.len()).into_bytes()));
    for (number, (_, picture)) in pictures.into_iter().enumerate() {
        parts.push((format!("word/media/figure{}.png", number + 1), picture.png));
    }
    pack(parts)
}

fn image(picture: &Picture, number: usize, largest: [usize; 2]) -> Image {
    let [mut width, mut height] = [picture.width, picture.height].map(|pixels| pixels * UNIT / PIXELS);
    for at in [0, 1] {
        let (side, largest) = if at == 0 { (width, largest[0]) } else { (height, largest[1]) };
        if side > largest {
            width = width * largest / side;
            height = height * largest / side;
        }
    }
    Image { number, width, height }
}

fn engine() -> Result<Tera, tera::Error> {
    let mut engine = Tera::new();
    engine.autoescape_on([".xml"]);
    engine.set_escape_fn(|text, out| out.write_all(xml(text).as_bytes()));
    engine.register_filter("code", |text: &str, _: Kwargs, _: &State<'_>| {
        Value::safe_string(&xml(text).replace('*', "*\u{200B}"))
    });
    engine.add_raw_templates([
        (DOCUMENT, include_str!("../templates/docx/document.xml")),
        (CORE, include_str!("../templates/docx/core.xml")),
    ])?;
    Ok(engine)
}

/// The relationships part of the document.
fn relations(pictures: usize) -> String {
    const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{TYPE}/{kind}\" Target=\"{target}\"/>")
    };
    let pictures = (1..=pictures)
        .map(|number| relation(&format!("figure{number}"), "image", &format!("media/figure{number}.png")));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}{}{}</Relationships>\n",
        relation("styles", "styles", "styles.xml"),
        relation("footer", "footer", "footer.xml"),
        pictures.collect::<String>(),
    )
}

fn pack(parts: Vec<(String, Vec<u8>)>) -> Result<Vec<u8>, ReportError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let method = if name.ends_with(".png") { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::DEFAULT);
        archive.start_file(name, options)?;
        archive.write_all(&bytes).map_err(zip::result::ZipError::from)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::fixture::study::{STUDIES, run};
    use crate::fixture::{both, lipset};
    use crate::view::Block;

    /// A Word file with placeholder pictures, since drawing takes long.
    fn written(edition: &Edition) -> Vec<u8> {
        let picture = Picture { width: 30, height: 20, png: b"picture".to_vec() };
        let drawn = edition.figures().map(|figure| (format!("{}.{}", figure.id, edition.language), picture.clone()));
        docx(edition, &drawn.collect::<Vec<_>>()).unwrap()
    }

    fn part(file: &[u8], name: &str) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn the_file_holds_real_tables_pictures_and_words_of_its_language() {
        let fixture = lipset();
        let edition = fixture.edition("zh");
        let file = written(&edition);
        assert_eq!(file, written(&fixture.edition("zh")), "the same report gives the same bytes");
        let document = part(&file, "word/document.xml");
        let tree = roxmltree::Document::parse(&document).unwrap();
        let count = |name: &str| tree.descendants().filter(|node| node.tag_name().name() == name).count();
        let blocks = || edition.sections.iter().flat_map(|section| &section.blocks);
        assert_eq!(count("tbl"), blocks().filter(|block| matches!(block, Block::Table(_))).count());
        assert_eq!(count("drawing"), edition.figures().count());
        assert!(count("tblHeader") >= count("tbl"));
        assert!(document.contains("核心条件存在") && document.contains(">⊗<"));
        let relations = part(&file, "word/_rels/document.xml.rels");
        for blip in tree.descendants().filter(|node| node.tag_name().name() == "blip") {
            let id = blip.attributes().next().unwrap().value();
            assert!(relations.contains(&format!("Id=\"{id}\"")), "{id}");
        }
    }

    #[test]
    fn every_row_has_as_many_columns_as_its_table() {
        let studies = STUDIES.into_iter().map(|(_, texts)| run(texts));
        for edition in studies.chain([lipset()]).flat_map(|fixture| fixture.editions()) {
            check_columns(&edition);
        }
    }

    /// Checks that every table row spans all columns, and that every table has all its rows.
    fn check_columns(edition: &Edition) {
        let file = written(edition);
        let document = part(&file, "word/document.xml");
        let tree = roxmltree::Document::parse(&document).unwrap();
        let named = |node: &roxmltree::Node<'_, '_>, name: &str| node.tag_name().name() == name;
        let drawn: Vec<roxmltree::Node<'_, '_>> = tree.descendants().filter(|node| named(node, "tbl")).collect();
        assert_eq!(drawn.len(), edition.tables().count());
        for (table, own) in drawn.into_iter().zip(edition.tables()) {
            let rows = own.groups.iter().map(|group| group.rows.len() + usize::from(group.heading.is_some()));
            let lines = table.children().filter(|node| named(node, "tr")).count();
            assert_eq!(lines, own.head.len() + rows.sum::<usize>(), "{}", own.id);
            let columns = table.descendants().filter(|node| named(node, "gridCol")).count();
            for row in table.children().filter(|node| named(node, "tr")) {
                let span = |cell: roxmltree::Node<'_, '_>| {
                    let span = cell.descendants().find(|node| named(node, "gridSpan"));
                    span.map_or(1, |span| span.attributes().next().unwrap().value().parse::<usize>().unwrap())
                };
                let cells = row.children().filter(|node| named(node, "tc"));
                assert_eq!(cells.map(span).sum::<usize>(), columns, "{}", own.id);
            }
        }
    }

    #[test]
    fn what_a_study_says_stays_text() {
        let mut fixture = lipset();
        fixture.study.title = both("</w:t><w:p/> & \u{202E}x", "a\u{0}b");
        let file = written(&fixture.edition("en"));
        let document = part(&file, "word/document.xml");
        assert!(roxmltree::Document::parse(&document).is_ok() && !document.contains('\u{202E}'));
        assert!(part(&file, "docProps/core.xml").contains("&lt;/w:t&gt;"));
    }
}
