//! Finds functions of mathematics that a program imports from its platform, where their last digit may differ.

use std::collections::BTreeSet;

use object::Object;

/// Functions of C whose results are not fixed to the last digit; those for `float` and `long double` end in `f` and
/// `l`. Not here: `sqrt`, `fma`, `fmod`, `floor` and their like, which have one right result.
const INEXACT: [&str; 35] = [
    "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "cbrt", "cos", "cosh", "erf", "erfc", "exp", "exp10",
    "exp2", "expm1", "gamma", "hypot", "j0", "j1", "jn", "lgamma", "log", "log10", "log1p", "log2", "pow", "sin",
    "sincos", "sinh", "tan", "tanh", "tgamma", "y0", "y1",
];

/// The inexact functions that the running program imports, sorted.
///
/// # Errors
///
/// If the program cannot be read, or imports nothing, like a statically linked one, which cannot be examined.
#[expect(clippy::disallowed_methods, reason = "a program reads itself")]
pub fn inexact() -> Result<Vec<String>, String> {
    let path = std::env::current_exe().map_err(|error| error.to_string())?;
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let program = object::File::parse(&*bytes).map_err(|error| error.to_string())?;
    let imports = program.imports().map_err(|error| error.to_string())?;
    // macOS puts an underscore before every name.
    let name = |import: &object::Import<'_>| String::from_utf8_lossy(import.name()).trim_start_matches('_').to_owned();
    let names: BTreeSet<String> = imports.iter().map(name).collect();
    if names.is_empty() {
        return Err("the program imports nothing: is it linked statically?".to_owned());
    }
    Ok(names.into_iter().filter(|name| is_inexact(name)).collect())
}

fn is_inexact(name: &str) -> bool {
    let is = |name: &str| INEXACT.contains(&name);
    // Those for whole vectors have names such as `_ZGVbN2v_sin`.
    let name = name.strip_prefix("ZGV").and_then(|vector| vector.split_once('_')).map_or(name, |(_, scalar)| scalar);
    is(name) || name.strip_suffix(['f', 'l']).is_some_and(is) || name.strip_suffix("_r").is_some_and(is)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inexact_functions_are_known_in_every_width() {
        for (name, expected) in [
            ("exp", true),
            ("powf", true),
            ("logl", true),
            ("lgamma_r", true),
            ("ZGVbN2v_sin", true),
            ("sqrt", false),
            ("fma", false),
            ("fmodf", false),
            ("floor", false),
            ("explode", false),
            ("memcpy", false),
        ] {
            assert_eq!(is_inexact(name), expected, "{name}");
        }
    }
}
