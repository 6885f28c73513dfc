//! The report as a Typst document, which the Typst compiler turns into PDF.
//!
//! Texts of a study are written as string literals, so that they cannot be markup or code.

use crate::error::ReportError;
use crate::paper::{PaperFormat, tidy};
use crate::picture::font::FILES;
use crate::plain_text::clean;
use crate::view::Edition;

const FORMAT: PaperFormat = PaperFormat {
    name: "report.typ",
    source: include_str!("../templates/report.typ"),
    write: |text, out| out.write_all(escape(text).as_bytes()),
    filters: &[("code", code)],
};

/// The report in one language as Typst, figures from `figures/…`, letters from [`fonts`].
///
/// # Errors
/// Only for a bug in the program.
pub fn typst(edition: &Edition) -> Result<String, ReportError> {
    Ok(tidy(&FORMAT.render(edition)?))
}

/// The font files that [`typst`] names, each with its file name.
pub fn fonts() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    FILES.iter().map(|(file, _, bytes)| (*file, *bytes))
}

/// Text within a string literal.
fn escape(text: &str) -> String {
    clean(text).replace('\\', r"\\").replace('"', "\\\"")
}

/// An expression that may break after its operators.
fn code(text: &str) -> String {
    escape(text).replace('*', "*\u{200B}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{both, lipset};

    #[test]
    fn a_study_writes_strings_and_nothing_else() {
        let mut fixture = lipset();
        let evil = "\" + read(\"/etc/passwd\") + \"\\";
        fixture.study.title = both(evil, evil);
        fixture.study.sets[0].label = Some(both("#panic()", evil));
        let text = typst(&fixture.edition("en")).unwrap();
        assert!(text.contains(r#""\" + read(\"/etc/passwd\") + \"\\""#), "{text}");
        let quotes = text.replace(r"\\", "").replace("\\\"", "").matches('"').count();
        assert_eq!(quotes % 2, 0);
    }

    #[test]
    fn a_wide_figure_begins_a_row() {
        let mut edition = lipset().edition("en");
        for block in edition.sections.iter_mut().flat_map(|section| &mut section.blocks) {
            if let crate::view::Block::Figures(figures) = block
                && let [_, second, ..] = figures.as_mut_slice()
            {
                second.svg = second.svg.replacen("class=\"plot\"", "class=\"plot wide\"", 1);
            }
        }
        let text = typst(&edition).unwrap();
        let wide = text.matches("grid.cell(x: 0, colspan: 2, ").count();
        assert!(wide > 0 && wide == text.matches("colspan: 2, block(").count());
    }

    #[test]
    fn every_table_and_figure_is_there_in_both_languages() {
        for language in crate::messages::languages() {
            let edition = lipset().edition(language);
            let text = typst(&edition).unwrap();
            let tables = edition.sections.iter().flat_map(|section| &section.blocks);
            let tables = tables.filter(|block| matches!(block, crate::view::Block::Table(_))).count();
            assert_eq!(text.matches("data-table(caption(\"").count(), tables);
            assert!(text.contains(&format!("image(\"figures/xy.survival.intermediate.{language}.svg\"")));
        }
        assert!(FILES.iter().all(|(_, family, _)| include_str!("../templates/report.typ").contains(family)));
    }
}
