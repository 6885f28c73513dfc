//! The files of a report: results, one file or more a format, tables, figures.

use equifinal_report::{Input, Picture};
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
}

/// Everything that a run writes: `results.json` first.
pub(crate) fn faces(input: &Input<'_>) -> Result<Faces, Failure> {
    let mut faces = Faces { outputs: vec![results(input)?], missing: Vec::new() };
    let texts = |files: Vec<(String, String)>, folder: &str| -> Vec<Output> {
        files.into_iter().map(|(name, text)| (format!("{folder}/{name}"), text.into_bytes())).collect()
    };
    let figures = texts(equifinal_report::figures(input), "figures");
    let asked = |formats: &[Format]| input.study.report.formats.iter().any(|format| formats.contains(format));
    // LaTeX knows no SVG, Word not everywhere.
    let pictures = if asked(&[Format::Png, Format::Latex, Format::Docx]) { pictures(&figures)? } else { Vec::new() };
    for format in &input.study.report.formats {
        match format {
            Format::Html => faces.outputs.push(("report.html".to_owned(), equifinal_report::html(input)?.into_bytes())),
            Format::Markdown => faces
                .outputs
                .extend(each(input, "md", |language| Ok(equifinal_report::markdown(input, language)?.into_bytes()))?),
            Format::Latex => faces
                .outputs
                .extend(each(input, "tex", |language| Ok(equifinal_report::latex(input, language)?.into_bytes()))?),
            Format::Docx => faces
                .outputs
                .extend(each(input, "docx", |language| Ok(equifinal_report::docx(input, language, &pictures)?))?),
            Format::Pdf => match pdf::compile(&typst(input)?, &figures) {
                Ok(outputs) => faces.outputs.extend(outputs),
                Err(problem) => faces.missing.push(problem),
            },
            Format::Csv | Format::Svg | Format::Png => {}
        }
    }
    if asked(&[Format::Png, Format::Latex]) {
        faces.outputs.extend(pictures.into_iter().map(|(name, picture)| (format!("figures/{name}.png"), picture.png)));
    }
    faces.outputs.extend(texts(equifinal_report::tables(input), "tables"));
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

/// `report.<language>.<ending>` in every language of the study.
fn each(
    input: &Input<'_>,
    ending: &str,
    write: impl Fn(&str) -> Result<Vec<u8>, Failure> + Sync,
) -> Result<Vec<Output>, Failure> {
    let languages = &input.study.report.languages;
    languages.par_iter().map(|language| Ok((format!("report.{language}.{ending}"), write(language)?))).collect()
}

/// The Typst document of every language.
fn typst(input: &Input<'_>) -> Result<Vec<(String, String)>, Failure> {
    let languages = input.study.report.languages.iter();
    languages.map(|language| Ok((language.clone(), equifinal_report::typst(input, language)?))).collect()
}
