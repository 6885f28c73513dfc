//! Scripts are read as R itself reads them; any bytes give a result; arguments are matched as R matches them.

use std::process::Command;

use equifinal_exchange::r_script::{Argument, Expression, Kind, Mismatch, UnreadReason, matched, parse_r_script};
use equifinal_testing::needs::{Need, or_skip};

const SCRIPTS: [(&str, &str); 3] = [
    ("textbook.R", include_str!("scripts/textbook.R")),
    ("pipes.R", include_str!("scripts/pipes.R")),
    ("loops.R", include_str!("scripts/loops.R")),
];

/// The expression as nested lists, in the form of the program `PRINT` for R.
fn printed(expression: &Expression) -> String {
    match &expression.kind {
        Kind::Number(value) => format!("{value}"),
        Kind::Text(text) => format!("'{text}'"),
        Kind::Name(name) => name.clone(),
        Kind::Call(function, arguments) => format!("({}{})", printed(function), list(arguments)),
        Kind::Function(parameters, body) => format!("(function{} {})", list(parameters), printed(body)),
    }
}

fn list(arguments: &[Argument]) -> String {
    let one = |argument: &Argument| {
        let name = argument.name.as_ref().map(|name| format!("{name}=")).unwrap_or_default();
        format!(" {name}{}", argument.value.as_ref().map(printed).unwrap_or_default())
    };
    arguments.iter().map(one).collect()
}

fn all(script: &str) -> Vec<String> {
    parse_r_script(script).expressions.iter().map(printed).collect()
}

/// Prints the expressions of a file from R's own parser.
const PRINT: &str = r#"
all <- function(x) {
  if (!length(x)) return("")
  n <- names(x)
  paste0(sapply(seq_along(x), function(i) {
    name <- if (!is.null(n) && nzchar(n[i])) paste0(n[i], "=") else ""
    paste0(" ", name, if (identical(x[[i]], quote(expr = ))) "" else show(x[[i]]))
  }), collapse = "")
}
show <- function(e) {
  if (is.call(e) && identical(e[[1]], quote(`function`))) {
    f <- lapply(names(e[[2]]), function(n) e[[2]][[n]])
    # A parameter without a default is an argument without a name here.
    p <- paste0(sapply(names(e[[2]]), function(n) {
      if (identical(e[[2]][[n]], quote(expr = ))) paste0(" ", n) else paste0(" ", n, "=", show(e[[2]][[n]]))
    }), collapse = "")
    return(paste0("(function", p, " ", show(e[[3]]), ")"))
  }
  if (is.call(e)) return(paste0("(", show(e[[1]]), all(as.list(e)[-1]), ")"))
  if (is.name(e)) return(as.character(e))
  if (is.character(e)) return(paste0("'", e, "'"))
  if (is.null(e)) return("NULL")
  if (is.logical(e)) return(if (is.na(e)) "NA" else as.character(e))
  format(e, digits = 15, scientific = FALSE)
}
for (e in as.list(parse(commandArgs(TRUE)[1], keep.source = FALSE, encoding = "UTF-8"))) {
  cat(gsub("\t", "<tab>", enc2utf8(show(e))), "\n", sep = "")
}
"#;

#[test]
fn scripts_are_read_as_r_reads_them() {
    let found = Command::new("Rscript").arg("--version").output().map_err(|error| format!("Rscript: {error}"));
    if or_skip(Need::R, found).is_none() {
        return;
    }
    for (name, script) in SCRIPTS {
        let path = format!("{}/tests/scripts/{name}", env!("CARGO_MANIFEST_DIR"));
        let run = Command::new("Rscript").env("LC_ALL", "C.UTF-8").args(["-e", PRINT, &path]).output().expect("R runs");
        assert!(run.status.success(), "{name}: {}", String::from_utf8_lossy(&run.stderr));
        let theirs = String::from_utf8(run.stdout).expect("UTF-8");
        let ours: Vec<String> = all(script).iter().map(|line| line.replace('\t', "<tab>")).collect();
        assert_eq!(parse_r_script(script).unread, [], "{name}");
        assert_eq!(ours, theirs.lines().collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn expressions_are_nested_by_precedence() {
    let check = |text: &str, expected: &[&str]| assert_eq!(all(text), expected, "{text}");
    check("d$X <- f(a, b = 1)", &["(<- ($ d X) (f a b=1))"]);
    check("-2^2", &["(- (^ 2 2))"]);
    check("-1:3", &["(: (- 1) 3)"]);
    check("!x %in% y", &["(! (%in% x y))"]);
    check("a |> f(2) |> g()", &["(g (f a 2))"]);
    check("1 -> a", &["(<- a 1)"]);
    check("a\n+b", &["a", "(+ b)"]);
    check("(a\n+b)", &["(( (+ a b))"]);
    check("x[, 'A']", &["([ x  'A')"]);
}

#[test]
fn reading_goes_on_after_a_mistake() {
    let check = |text: &str, expected: &[(usize, UnreadReason)], whole: &[&str]| {
        let unread: Vec<_> = parse_r_script(text).unread.iter().map(|unread| (unread.line, unread.reason)).collect();
        assert_eq!(unread, expected, "{text}");
        assert_eq!(all(text), whole, "{text}");
    };
    check("a <- 1\nb b\nc", &[(2, UnreadReason::Unexpected)], &["(<- a 1)", "c"]);
    check("f(1,\n2", &[(2, UnreadReason::Ended)], &[]);
    check("x <- \"open\n1", &[(1, UnreadReason::Unexpected)], &[]);
    check("a\n\u{2018}b\u{2019}\nc", &[(2, UnreadReason::Unexpected)], &["a", "c"]);
    check(&"(".repeat(100_000), &[(1, UnreadReason::TooDeep)], &[]);
    check(&"a+".repeat(100_000), &[(1, UnreadReason::TooDeep)], &[]);
}

#[test]
fn any_text_gives_a_result() {
    let mut state = 1_u64;
    let pieces = [
        "(", ")", "[[", "]", "{", "}", "\n", "if", "else", "function", "x", "'", "\"", "\\", "%", "<-", ",", "é",
        "r\"(", "1e", "0x", "=", "~", "`", "\u{0}", "|>", "for", "in",
    ];
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..24 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(pieces[(state >> 33) as usize % pieces.len()]);
        }
        parse_r_script(&text);
    }
}

#[test]
fn arguments_are_matched_as_in_r() {
    // `calibrate` of R QCA, from its manual (man/calibrate.Rd).
    let parameters = ["x", "type", "method", "thresholds", "logistic", "idm", "ecdf", "below", "above", "..."];
    let check = |call: &str, expected: &[(&str, &str)], mismatches: &[Mismatch], dots: usize| {
        let script = parse_r_script(call);
        let (_, arguments) = script.expressions[0].as_call().expect("a call");
        let found = matched(&parameters, arguments);
        let values: Vec<_> = found.values.iter().map(|(name, value)| (*name, printed(value))).collect();
        let expected: Vec<_> = expected.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        assert_eq!((values, found.mismatches.as_slice(), found.dots.len()), (expected, mismatches, dots), "{call}");
    };
    check("QCA::calibrate(d, thr = 1)", &[("x", "d"), ("thresholds", "1")], &[], 0);
    check(
        "calibrate(method = 'direct', d, 'fuzzy')",
        &[("method", "'direct'"), ("x", "d"), ("type", "'fuzzy'")],
        &[],
        0,
    );
    check("calibrate(d, t = 1)", &[("x", "d")], &[Mismatch::Ambiguous("t".into())], 0);
    check("calibrate(d, x = e)", &[("type", "d"), ("x", "e")], &[], 0);
    check("calibrate(x = d, x = e)", &[("x", "d")], &[Mismatch::Repeated("x".into())], 0);
    check("calibrate(d, include = TRUE)", &[("x", "d")], &[], 1);
    let short = ["x"];
    let script = parse_r_script("f(1, 2, z = 3)");
    let (_, arguments) = script.expressions[0].as_call().expect("a call");
    assert_eq!(matched(&short, arguments).mismatches, [Mismatch::Unused(None), Mismatch::Unused(Some("z".into()))]);
}
