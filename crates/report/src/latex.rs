//! The report as LaTeX with booktabs tables, for authors who write in it.

use crate::error::ReportError;
use crate::escape;
use crate::paper::{PaperFormat, tidy};
use crate::view::Edition;
use equifinal_study::names::is_in_name;

const FORMAT: PaperFormat = PaperFormat {
    name: "report.tex",
    source: include_str!("../templates/report.tex"),
    write: |text, out| out.write_all(escape::latex(text).as_bytes()),
    filters: &[("file", file), ("sign", sign)],
};

/// The report in one language as a LaTeX document for XeLaTeX or LuaLaTeX, figures from `figures/…`.
///
/// # Errors
/// Only for a bug in the program.
pub fn latex(edition: &Edition) -> Result<String, ReportError> {
    Ok(tidy(&FORMAT.render(edition)?))
}

/// The name of a file, which never breaks.
fn file(name: &str) -> String {
    name.chars().filter(|c| is_in_name(*c) || matches!(c, '.' | '-')).collect()
}

/// A sign of the chart in math mode, which every font supports.
fn sign(text: &str) -> String {
    let command = match text {
        "●" => r"$\bullet$",
        "⊗" => r"$\otimes$",
        "⊘" => r"$\oslash$",
        "◐" => r"$\circledcirc$",
        "○" => r"$\circ$",
        "◯" => r"$\bigcirc$",
        other => return escape::latex(other),
    };
    command.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{both, lipset};

    #[test]
    fn tables_have_three_rules_and_the_chart_its_signs() {
        let text = latex(&lipset().edition("en")).unwrap();
        let count = |part: &str| text.matches(part).count();
        assert!(count(r"\begin{longtable}") > 5);
        assert_eq!(count(r"\begin{longtable}"), count(r"\bottomrule"));
        assert_eq!(count(r"\begin{longtable}"), count(r"\end{longtable}"));
        assert!(text.contains(r"{\Large$\bullet$}") && text.contains(r"{\Large$\otimes$}"), "{text}");
        assert!(text.contains(r"\includegraphics") && text.contains("{figures/xy.survival.intermediate.en.png}"));
        assert_eq!(count("{") - count(r"\{"), count("}") - count(r"\}"), "braces match");
        assert!(latex(&lipset().edition("zh")).unwrap().contains("ctex"));
    }

    #[test]
    fn labels_of_a_study_cannot_write_commands() {
        let mut fixture = lipset();
        fixture.study.title = both(r"\input{x} } & %", r"\write18{x}");
        fixture.study.sets[0].label = Some(both(r"\immediate", "^^5c"));
        let text = latex(&fixture.edition("en")).unwrap();
        assert!(!text.contains(r"\input{x}") && !text.contains(r"\immediate"), "{text}");
        assert!(!latex(&fixture.edition("zh")).unwrap().contains("^^5c"));
    }
}
