//! The files of a report: results, one file or more a format, tables, figures.

use equifinal_report::{Edition, Input, Picture, edition};
use equifinal_study::config::Format;
use rayon::prelude::*;

use crate::failure::Failure;
use crate::output::Output;
use crate::pdf;

/// The files of a report, and what could not be written and why.
#[derive(Debug, Default)]
pub(crate) struct Faces {
    /// The files.
    pub(crate) outputs: Vec<Output>,
    /// A line on each format that is missing.
    pub(crate) missing: Vec<String>,
    /// The version of the Typst compiler that made the PDF files; nothing where there are none.
    pub(crate) typst: Option<String>,
}

/// Everything that a run writes: `results.json` first. Where only what is `committed` is wanted, the formats that need
/// tools beside the program, and pictures, are left out.
pub(crate) fn faces(input: &Input<'_>, committed: bool) -> Result<Faces, Failure> {
    let languages = input.study.report.languages.par_iter();
    let editions = || languages.map(|language| edition(input, language)).collect::<Result<Vec<_>, _>>();
    let (results, editions) = rayon::join(|| results(input), editions);
    let (mut faces, editions) = (Faces { outputs: vec![results?], ..Faces::default() }, editions?);
    let texts = |files: Vec<(String, String)>, folder: &str| -> Vec<Output> {
        files.into_iter().map(|(name, text)| (format!("{folder}/{name}"), text.into_bytes())).collect()
    };
    let figures = texts(editions.iter().flat_map(equifinal_report::figures).collect(), "figures");
    let formats = || input.study.report.formats.iter().filter(|format| !committed || format.is_committed());
    // LaTeX knows no SVG, Word not everywhere.
    let needs_pictures = |format: &Format| matches!(format, Format::Png | Format::Latex | Format::Docx);
    let pictures = if !committed && formats().any(needs_pictures) { pictures(&figures)? } else { Vec::new() };
    for format in formats() {
        let written = match format {
            Format::Html => vec![("report.html".to_owned(), equifinal_report::html(&editions)?.into_bytes())],
            Format::Markdown => each(&editions, "md", |edition| Ok(equifinal_report::markdown(edition)?.into_bytes()))?,
            Format::Latex => each(&editions, "tex", |edition| Ok(equifinal_report::latex(edition)?.into_bytes()))?,
            Format::Docx => each(&editions, "docx", |edition| Ok(equifinal_report::docx(edition, &pictures)?))?,
            Format::Pdf => match pdf::compile(&typst(&editions)?, &figures) {
                Ok(compiled) => {
                    faces.typst = Some(compiled.typst);
                    compiled.outputs
                }
                Err(problem) => {
                    faces.missing.push(problem);
                    Vec::new()
                }
            },
            Format::Csv | Format::Svg | Format::Png => Vec::new(),
        };
        faces.outputs.extend(written);
    }
    if formats().any(|format| matches!(format, Format::Png | Format::Latex)) {
        faces.outputs.extend(pictures.into_iter().map(|(name, picture)| (format!("figures/{name}.png"), picture.png)));
    }
    let documents = equifinal_report::documents(input, &editions)?;
    faces.outputs.extend(documents.into_iter().map(|(name, text)| (name, text.into_bytes())));
    faces.outputs.extend(texts(equifinal_report::tables(input, &editions), "tables"));
    faces.outputs.extend(figures);
    Ok(faces)
}

/// The figures in pixels, by their names without folder and ending.
fn pictures(figures: &[Output]) -> Result<Vec<(String, Picture)>, Failure> {
    let drawn = figures.par_iter().map(|(name, svg)| {
        let name = name.trim_start_matches("figures/").trim_end_matches(".svg").to_owned();
        Ok((name, equifinal_report::picture(&String::from_utf8_lossy(svg))?))
    });
    drawn.collect()
}

/// `results.json`.
pub(crate) fn results(input: &Input<'_>) -> Result<Output, Failure> {
    Ok(("results.json".to_owned(), equifinal_report::results(input)?.into_bytes()))
}

/// `report.<language>.<ending>` of every edition.
fn each(
    editions: &[Edition],
    ending: &str,
    write: impl Fn(&Edition) -> Result<Vec<u8>, Failure> + Sync,
) -> Result<Vec<Output>, Failure> {
    let name = |edition: &Edition| format!("report.{}.{ending}", edition.language());
    editions.par_iter().map(|edition| Ok((name(edition), write(edition)?))).collect()
}

/// The Typst document of every edition.
fn typst(editions: &[Edition]) -> Result<Vec<(String, String)>, Failure> {
    let document = |edition: &Edition| Ok((edition.language().to_owned(), equifinal_report::typst(edition)?));
    editions.iter().map(document).collect()
}
