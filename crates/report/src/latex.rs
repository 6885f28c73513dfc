//! The report as LaTeX with booktabs tables, for authors who write in it.

use crate::error::ReportError;
use crate::paper::{Face, tidy};
use crate::plain_text::clean;
use crate::view::Edition;

const FACE: Face = Face {
    name: "report.tex",
    source: include_str!("../templates/report.tex"),
    write: |text, out| out.write_all(escape(text).as_bytes()),
    filters: &[("file", file), ("sign", sign)],
};

/// The report in one language as a LaTeX document for XeLaTeX or LuaLaTeX, figures from `figures/…`.
///
/// Only for a bug in the program.
/// Only on a bug of ours.
pub fn latex(edition: &Edition) -> Result<String, ReportError> {
    Ok(tidy(&FACE.render(edition)?))
}

/// Greek letters of statistics, which TeX text fonts lack.
const GREEK: [(char, &str); 9] = [
    ('α', r"\alpha"),
    ('β', r"\beta"),
    ('η', r"\eta"),
    ('κ', r"\kappa"),
    ('λ', r"\lambda"),
    ('ρ', r"\rho"),
    ('σ', r"\sigma"),
    ('χ', r"\chi"),
    ('ω', r"\omega"),
];

/// Text that TeX prints literally; expressions may break after operators, names after underscores.
pub(crate) fn escape(text: &str) -> String {
    let text = clean(text);
    let mut escaped = String::with_capacity(text.len());
    let mut last = ' ';
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str(r"\textbackslash{}"),
            '~' => escaped.push_str(r"\textasciitilde{}"),
            '^' => escaped.push_str(r"\textasciicircum{}"),
            '*' => escaped.push_str(r"*\allowbreak{}"),
            '_' => escaped.push_str(r"\_\allowbreak{}"),
            '{' | '}' | '$' | '&' | '#' | '%' => {
                escaped.push('\\');
                escaped.push(c);
            }
            // Two of a kind would become a dash or another quotation mark.
            '-' | '`' | '\'' | ',' if last == c => {
                escaped.push_str("{}");
                escaped.push(c);
            }
            '[' | ']' => {
                escaped.push('{');
                escaped.push(c);
                escaped.push('}');
            }
            c => match GREEK.iter().find(|(letter, _)| *letter == c) {
                Some((_, name)) => escaped.push_str(&format!("${name}$")),
                None => escaped.push(c),
            },
        }
        last = c;
    }
    escaped
}

/// The name of a file, which never breaks.
fn file(name: &str) -> String {
    name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')).collect()
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
        other => return escape(other),
    };
    command.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{both, lipset};

    #[test]
    fn text_is_printed_as_it_is() {
        for (text, escaped) in [
            ("50 % & more#1", r"50 \% \& more\#1"),
            ("~A*B_C", r"\textasciitilde{}A*\allowbreak{}B\_\allowbreak{}C"),
            (r"\input{secret}", r"\textbackslash{}input\{secret\}"),
            ("~A ^ $x$", r"\textasciitilde{}A \textasciicircum{} \$x\$"),
            ("a--b ``c''", r"a-{}-b `{}`c'{}'"),
            ("[x]", "{[}x{]}"),
            ("Cronbach’s α, χ²", r"Cronbach’s $\alpha$, $\chi$²"),
        ] {
            assert_eq!(escape(text), escaped, "{text}");
        }
    }

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
