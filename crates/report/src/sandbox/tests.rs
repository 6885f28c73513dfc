//! Strangers' templates.

use super::*;

fn files(texts: &[(&str, &str)]) -> BTreeMap<String, String> {
    texts.iter().map(|(name, text)| (format!("templates/{name}"), (*text).to_owned())).collect()
}

fn say(texts: &[(&str, &str)]) -> Result<String, String> {
    let mut context = Context::new();
    context.insert("evil", "<script>&\"'");
    context.insert("words", &["a", "<b>"]);
    let files = files(texts);
    let file = format!("templates/{}", texts[0].0);
    let drawings = BTreeMap::from([("xy".to_owned(), "<svg/>".to_owned())]);
    let escape: EscapeFn = |text, out| out.write_all(crate::figures::escape(text).as_bytes());
    let sandbox = Sandbox::new(&files, &file, escape, drawings).map_err(|error| error.to_string())?;
    sandbox.render(&file, &context).map_err(|error| error.to_string())
}

#[test]
fn what_a_template_says_is_escaped() {
    for (template, said) in [
        ("{{ evil }}", "&lt;script&gt;&amp;&quot;&#39;"),
        (
            "{{ evil | upper }}{{ evil ~ evil }}",
            "&lt;SCRIPT&gt;&amp;&quot;&#39;&lt;script&gt;&amp;&quot;&#39;&lt;script&gt;&amp;&quot;&#39;",
        ),
        ("{{ words | list }}", "a, &lt;b&gt;"),
        ("{% for word in words -%}\n  {{ word }};{% endfor %}", "a;&lt;b&gt;;"),
        ("{% for n in range(end=3) %}{{ n }}{% if n == 1 %}{% break %}{% endif %}{% endfor %}", "01"),
        ("{{ figure(id=\"xy\") }}{# {% set x = 1 %} #}{{ \"{% set %}\" }}", "<svg/>{% set %}"),
        ("{% include \"templates/b.html\" %}", ""),
    ] {
        assert_eq!(say(&[("a.html", template), ("b.html", "")]).as_deref(), Ok(said), "{template}");
    }
    assert_eq!(
        say(&[("a.html", "{% include \"templates/b.html\" %}!"), ("b.html", "{{ evil | lower }}")]).as_deref(),
        Ok("&lt;script&gt;&amp;&quot;&#39;!")
    );
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let long = "x".repeat(MOST_BYTES + 1);
    let wide = format!("{{% for n in range(end=10000) %}}{}{{% endfor %}}", "y".repeat(1000));
    for (template, told) in [
        ("a\n  {{ nothing }}", "templates/a.html:2:6: "),
        ("{% for n in words %}{{ n.x.y }}{% endfor %}", "templates/a.html:1:26: Field `x` is not defined; "),
        ("a {% if %}", "templates/a.html:1:"),
        ("{{ evil | safe }}", "the filter `safe` is not for a study's own templates"),
        ("{{ evil | escape_html }}", "the filter `escape_html` is not"),
        ("{{ words | join(sep=evil) }}", "the filter `join` is not"),
        ("\n{% set x = evil %}", "templates/a.html:2:1: the tag `set` is not for a study's own templates: if, elif"),
        ("{%- set_global x = evil -%}", "the tag `set_global` is not"),
        ("{% raw %}{% endraw %}", "the tag `raw` is not"),
        ("{% extends \"page.html\" %}", "the tag `extends` is not"),
        ("{% component A() %}{% endcomponent %}", "the tag `component` is not"),
        ("{% filter safe %}{{ evil }}{% endfilter %}", "the tag `filter` is not"),
        ("{{<Raw text={evil}/>}}", "templates/a.html:1:"),
        (
            "a\n {% include \"/etc/passwd\" %}",
            "templates/a.html:2:13: Unknown template `/etc/passwd`; a template knows",
        ),
        ("{% include \"../../configs/secret.yaml\" %}", "secret.yaml"),
        ("{% include \"__tera_one_off\" %}", "__tera_one_off"),
        ("{% include \"page.html\" %}", "page.html"),
        ("{{ get_env(name=\"HOME\") }}", "templates/a.html:1:4: Unknown function `get_env`; a template knows"),
        ("{{ 1 | nothing }}", "templates/a.html:1:8: Unknown filter `nothing`; a template knows"),
        ("{{ figure(id=\"none\") }}", "there is no figure `none`; those of this report are xy"),
        ("{{ range(end=10001) | length }}", "a range has 10000 numbers at most"),
        (
            "{% for a in range(end=9999) %}{% for b in range(end=9999) %}{% endfor %}{% endfor %}",
            "its loops turn more than 100000 times",
        ),
        (&wide, "it writes more than 4194304 bytes"),
        (&long, "a template has 16384 bytes at most"),
    ] {
        let error = say(&[("a.html", template)]).unwrap_err();
        assert!(error.contains(told), "{template}\n{error}");
        assert!(error.contains("a template knows edition, results"), "{error}");
        assert!(!error.contains(guard::STEP), "{error}");
    }
}

#[test]
fn templates_that_include_one_another_end() {
    let around = [("a.html", "{% include \"templates/b.html\" %}"), ("b.html", "{% include \"templates/a.html\" %}")];
    assert!(say(&around).unwrap_err().contains("ircular"));
    let twelve = "{% include \"templates/NEXT.html\" %}".repeat(12);
    let names = ["a.html", "b.html", "c.html", "d.html", "e.html", "f.html"];
    let texts: Vec<String> =
        names.iter().skip(1).map(|next| twelve.replace("NEXT.html", next)).chain([String::new()]).collect();
    let chain: Vec<(&str, &str)> = names.iter().copied().zip(texts.iter().map(String::as_str)).collect();
    assert!(say(&chain).unwrap_err().contains("its loops turn more than"));
}
