//! Texts of a study are printed as text in every format, never as markup or commands.

use crate::fixture::{both, lipset};

/// A title as HTML, Markdown, LaTeX and Typst write it.
fn check(title: &str, expected: [&str; 4]) {
    let mut fixture = lipset();
    fixture.study.title = both(title, title);
    check_text(fixture.edition("en"), title, expected);
}

/// A text of the study as HTML, Markdown, LaTeX and Typst write it; where it has to be escaped, it stands nowhere as it is.
pub(super) fn check_text(edition: crate::Edition, words: &str, [html, markdown, latex, typst]: [&str; 4]) {
    for (face, text, expected) in [
        ("Markdown", crate::markdown(&edition).unwrap(), markdown),
        ("LaTeX", crate::latex(&edition).unwrap(), latex),
        ("Typst", crate::typst(&edition).unwrap(), typst),
        ("HTML", crate::html(&[edition]).unwrap(), html),
    ] {
        assert!(text.contains(expected), "{face} of {words:?}: not {expected}\n{text}");
        assert!(expected.contains(words) || !text.contains(words), "{face}: {words:?} stands as it is");
    }
}

#[test]
fn markup_becomes_words() {
    check(
        "<img src=x onerror=alert(1)>",
        [
            "&lt;img src=x onerror=alert(1)&gt;",
            r"&lt;img src=x onerror=alert(1)\>",
            "<img src=x onerror=alert(1)>",
            "<img src=x onerror=alert(1)>",
        ],
    );
    check("a & b &amp; c", ["a &amp; b &amp;amp; c", r"a & b \&amp; c", r"a \& b \&amp; c", "a & b &amp; c"]);
    check(
        "[x](http://y) ![z](w)",
        [
            "[x](http://y) ![z](w)",
            r"\[x\](http://y) !\[z\](w)",
            "{[}x{]}(http://y) !{[}z{]}(w)",
            "[x](http://y) ![z](w)",
        ],
    );
}

#[test]
fn commands_become_words() {
    check(
        r"\input{/etc/passwd}",
        [
            r"\input{/etc/passwd}",
            r"\\input{/etc/passwd}",
            r"\textbackslash{}input\{/etc/passwd\}",
            r"\\input{/etc/passwd}",
        ],
    );
    check(
        r#"" + read("x") + ""#,
        [
            "&quot; + read(&quot;x&quot;) + &quot;",
            r#"" + read("x") + ""#,
            r#"" + read("x") + ""#,
            r#"\" + read(\"x\") + \""#,
        ],
    );
    check(
        "100 % of $x_1$ ^ {y}",
        [
            "100 % of $x_1$ ^ {y}",
            r"100 % of \$x\_1\$ ^ {y}",
            r"100 \% of \$x\_\allowbreak{}1\$ \textasciicircum{} \{y\}",
            "100 % of $x_1$ ^ {y}",
        ],
    );
}

#[test]
fn templates_of_ours_are_not_run_by_words_of_a_study() {
    check(
        "{{ edition.title }} {% raw %}",
        [
            "{{ edition.title }} {% raw %}",
            "{{ edition.title }} {% raw %}",
            r"\{\{ edition.title \}\} \{\% raw \%\}",
            "{{ edition.title }} {% raw %}",
        ],
    );
}
