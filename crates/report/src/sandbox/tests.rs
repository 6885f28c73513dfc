//! A study's own templates: allowed constructs, and the refusal at each limit.

use super::*;

fn files(texts: &[(&str, &str)]) -> BTreeMap<String, String> {
    texts.iter().map(|(name, text)| (format!("templates/{name}"), (*text).to_owned())).collect()
}

fn say(texts: &[(&str, &str)]) -> Result<String, String> {
    say_by(texts, || Duration::ZERO)
}

fn say_by(texts: &[(&str, &str)], clock: fn() -> Duration) -> Result<String, String> {
    let mut context = Context::new();
    context.insert("evil", "<script>&\"'");
    context.insert("words", &["a", "<b>"]);
    let templates = Templates { files: files(texts), clock };
    let file = format!("templates/{}", texts[0].0);
    let drawings = BTreeMap::from([("xy".to_owned(), "<svg/>".to_owned())]);
    let escape: EscapeFn = |text, out| out.write_all(crate::escape::xml(text).as_bytes());
    let sandbox = Sandbox::new(&templates, &file, escape, drawings).map_err(|error| error.to_string())?;
    sandbox.render(&file, &context).map_err(|error| error.to_string())
}

#[test]
fn what_a_template_says_is_escaped() {
    for (template, said) in [
        ("{{ evil }}", "&lt;script&gt;&amp;&quot;&#39;"),
        (
            "{{ evil | upper }}{{ evil | append(text=evil) }}",
            "&lt;SCRIPT&gt;&amp;&quot;&#39;&lt;script&gt;&amp;&quot;&#39;&lt;script&gt;&amp;&quot;&#39;",
        ),
        ("{{ words | list }}", "a, &lt;b&gt;"),
        ("{% for word in words -%}\n  {{ word }};{% endfor %}", "a;&lt;b&gt;;"),
        ("{% for n in range(end=3) %}{{ n }}{% if n == 1 %}{% break %}{% endif %}{% endfor %}", "01"),
        ("{{ figure(id=\"xy\") }}{# {% set x = 1 %} #}{{ \"{% set %}\" }}", "<svg/>{% set %}"),
        ("{% include \"templates/b.html\" %}", ""),
        ("{% for x in [\"a~[\", 'b', -1.5] %}{{ x }}{% endfor %}{{ words[0] }}{{ [1, 2] | length }}", "a~[b-1.5a2"),
        ("{{ \"~\" | append(text=1) | append(text=\"{\") }}{{ words [1] | lower }}", "~1{&lt;b&gt;"),
    ] {
        assert_eq!(say(&[("a.html", template), ("b.html", "")]).as_deref(), Ok(said), "{template}");
    }
    assert_eq!(
        say(&[("a.html", "{% include \"templates/b.html\" %}!"), ("b.html", "{{ evil | lower }}")]).as_deref(),
        Ok("&lt;script&gt;&amp;&quot;&#39;!")
    );
}

#[test]
fn mistakes_are_reported_with_their_place() {
    let long = "x".repeat(MOST_BYTES + 1);
    let wide = format!("{{% for n in range(end=10000) %}}{}{{% endfor %}}", "y".repeat(1000));
    for (template, message) in [
        ("a\n  {{ nothing }}", "templates/a.html:2:6: "),
        ("{% for n in words %}{{ n.x.y }}{% endfor %}", "templates/a.html:1:26: Field `x` is not defined; "),
        ("a {% if %}", "templates/a.html:1:"),
        ("{{ evil | safe }}", "the filter `safe` is not for a study's own templates"),
        ("{{ evil | escape_html }}", "the filter `escape_html` is not"),
        ("{{ words | join(sep=evil) }}", "the filter `join` is not"),
        ("{{ evil | truncate(length=1, end=evil) }}", "the filter `truncate` is not"),
        (
            "{{ evil ~ evil }}",
            "templates/a.html:1:9: `~` is not for a study's own templates: join two words by the filter",
        ),
        ("{% for x in [words, words] %}{% endfor %}", "templates/a.html:1:13: a list written in a template holds only"),
        ("{{ [n for n in words] }}", "templates/a.html:1:4: a list written in a template holds only"),
        ("{{ words[[words] | length] }}", "templates/a.html:1:10: a list written in a template holds only"),
        ("{% if {\"a\": words} == words %}{% endif %}", "templates/a.html:1:7: a map written in a template is not for"),
        ("{{ evil | append(text=words) }}", "`append` adds a word or a number"),
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
        assert!(error.contains(message), "{template}\n{error}");
        assert!(error.contains("a template knows edition, results"), "{error}");
        assert!(!error.contains(guard::STEP), "{error}");
    }
}

/// Repeatedly appending a word to itself is refused at the length limit, before memory grows.
#[test]
fn joined_words_stay_short() {
    let open: String =
        (0..20).map(|n| format!("{{% for w{} in w{n} | append(text=w{n}) | split(pat=\" \") %}}", n + 1)).collect();
    let text = format!("{{% for w0 in [\"0123456789\"] %}}{open}{}{{% endfor %}}", "{% endfor %}".repeat(20));
    let error = say(&[("a.html", &text)]).unwrap_err();
    assert!(error.contains("`append` makes 10000 signs at most"), "{error}");
}

/// A clock that advances by one second per reading.
fn hurried() -> Duration {
    static SECONDS: AtomicU64 = AtomicU64::new(0);
    Duration::from_secs(SECONDS.fetch_add(1, Ordering::Relaxed))
}

#[test]
fn templates_that_take_too_long_end() {
    let text = "{% for n in range(end=1000) %}{% if words == words %}{% endif %}{% endfor %}";
    assert_eq!(say(&[("a.html", text)]).as_deref(), Ok(""), "few steps take no time on a clock that stands still");
    let error = say_by(&[("a.html", text)], hurried).unwrap_err();
    assert!(error.contains("it takes more than 10 seconds: loop over less"), "{error}");
}

#[test]
fn templates_that_include_one_another_end() {
    let around = [("a.html", "{% include \"templates/b.html\" %}"), ("b.html", "{% include \"templates/a.html\" %}")];
    let error = say(&around).unwrap_err();
    assert!(error.contains("ircular") && error.contains("templates/b.html"), "{error}");
    let twelve = "{% include \"templates/NEXT.html\" %}".repeat(12);
    let names = ["a.html", "b.html", "c.html", "d.html", "e.html", "f.html"];
    let texts: Vec<String> =
        names.iter().skip(1).map(|next| twelve.replace("NEXT.html", next)).chain([String::new()]).collect();
    let chain: Vec<(&str, &str)> = names.iter().copied().zip(texts.iter().map(String::as_str)).collect();
    assert!(say(&chain).unwrap_err().contains("its loops turn more than"));
}
