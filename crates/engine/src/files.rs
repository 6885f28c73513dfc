//! The files of a report: results and memberships, one file or more a format, tables, figures.

use equifinal_report::{Edition, Input, Picture, edition};
use equifinal_study::config::Format;
use rayon::prelude::*;

use crate::error::EngineError;

/// A file of a report: its path inside the folder, with forward slashes, and its bytes.
pub type File = (String, Vec<u8>);

/// The part of a report to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Everything that the study asks for.
    Whole,
    /// The files that are committed and compared.
    Committed,
    /// One page for each language with its text only, in the study's order, whatever the study asks for.
    Pages,
}

/// A file of a report whose text may be much larger than what it is written from, and so is never held as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Long {
    /// The results.
    Results,
    /// The memberships of all cases.
    Memberships,
}

impl Long {
    /// Its path inside the report's folder, with forward slashes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Results => "results.json",
            Self::Memberships => "tables/memberships.csv",
        }
    }
}

/// The files of a report besides the long ones.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The files.
    pub files: Vec<File>,
    /// The Typst documents, by language; they refer to figures among `files`. `None` if the study asks for no PDF.
    pub typst: Vec<(String, String)>,
}

impl Report {
    /// The figures, as SVG.
    pub fn figures(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|(name, _)| name.starts_with("figures/") && name.ends_with(".svg"))
    }
}

/// The files of the given part of a report. [`Part::Committed`] leaves out pictures and formats that need external
/// tools.
pub(crate) fn files(input: &Input<'_>, part: Part) -> Result<Report, EngineError> {
    let committed = part == Part::Committed;
    let languages = input.study.report.languages.par_iter();
    let (editions, of_cases) = rayon::join(
        || languages.map(|language| edition(input, language)).collect::<Result<Vec<_>, _>>(),
        || if part == Part::Pages { Vec::new() } else { equifinal_report::tables_of_cases(input) },
    );
    let editions = editions?;
    let mut report = Report::default();
    if part == Part::Pages {
        let page = |edition: &Edition| Ok(equifinal_report::html_of_one(&editions, edition)?.into_bytes());
        report.files = each(&editions, "html", page)?;
        return Ok(report);
    }
    let texts = |files: Vec<(String, String)>, folder: &str| -> Vec<File> {
        files.into_iter().map(|(name, text)| (format!("{folder}/{name}"), text.into_bytes())).collect()
    };
    let figures = texts(editions.iter().flat_map(equifinal_report::figures).collect(), "figures");
    let formats = || input.study.report.formats.iter().filter(|format| !committed || format.is_committed());
    // LaTeX knows no SVG, Word not everywhere.
    let needs_pictures = |format: &Format| matches!(format, Format::Png | Format::Latex | Format::Docx);
    let pictures = if !committed && formats().any(needs_pictures) { pictures(&figures)? } else { Vec::new() };
    for format in formats() {
        let written = match format {
            Format::Html => vec![page(&editions)?],
            Format::Markdown => each(&editions, "md", |edition| Ok(equifinal_report::markdown(edition)?.into_bytes()))?,
            Format::Latex => each(&editions, "tex", |edition| Ok(equifinal_report::latex(edition)?.into_bytes()))?,
            Format::Docx => each(&editions, "docx", |edition| Ok(equifinal_report::docx(edition, &pictures)?))?,
            Format::Pdf => {
                report.typst = typst(&editions)?;
                Vec::new()
            }
            Format::Csv | Format::Svg | Format::Png => Vec::new(),
        };
        report.files.extend(written);
    }
    if formats().any(|format| matches!(format, Format::Png | Format::Latex)) {
        report.files.extend(pictures.into_iter().map(|(name, picture)| (format!("figures/{name}.png"), picture.png)));
    }
    let documents = equifinal_report::documents(input, &editions)?;
    report.files.extend(documents.into_iter().map(|(name, text)| (name, text.into_bytes())));
    report.files.extend(texts(of_cases, "tables"));
    report.files.extend(texts(equifinal_report::tables(&editions), "tables"));
    report.files.extend(figures);
    Ok(report)
}

/// The page, with all languages.
fn page(editions: &[Edition]) -> Result<File, EngineError> {
    Ok(("report.html".to_owned(), equifinal_report::html(editions)?.into_bytes()))
}

/// The figures in pixels, by their names without folder and ending.
fn pictures(figures: &[File]) -> Result<Vec<(String, Picture)>, EngineError> {
    let drawn = figures.par_iter().map(|(name, svg)| {
        let name = name.trim_start_matches("figures/").trim_end_matches(".svg").to_owned();
        Ok((name, equifinal_report::picture(&String::from_utf8_lossy(svg))?))
    });
    drawn.collect()
}

/// `report.<language>.<ending>` of every edition.
fn each(
    editions: &[Edition],
    ending: &str,
    write: impl Fn(&Edition) -> Result<Vec<u8>, EngineError> + Sync,
) -> Result<Vec<File>, EngineError> {
    let name = |edition: &Edition| format!("report.{}.{ending}", edition.language());
    editions.par_iter().map(|edition| Ok((name(edition), write(edition)?))).collect()
}

/// The Typst document of every edition.
fn typst(editions: &[Edition]) -> Result<Vec<(String, String)>, EngineError> {
    let document = |edition: &Edition| Ok((edition.language().to_owned(), equifinal_report::typst(edition)?));
    editions.iter().map(document).collect()
}
