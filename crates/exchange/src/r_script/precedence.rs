//! The precedence of R's operators (`?Syntax`): a greater number binds more closely.

/// The strength of an operator between two expressions: to the left and to the right.
pub(super) fn strength(sign: &str) -> Option<(u8, u8)> {
    Some(match sign {
        "?" => (1, 2),
        "=" => (4, 3),
        "<-" | "<<-" | ":=" => (6, 5),
        "->" | "->>" => (7, 8),
        "~" => (9, 10),
        "|" | "||" => (11, 12),
        "&" | "&&" => (13, 14),
        "==" | "!=" | "<" | ">" | "<=" | ">=" => (17, 18),
        "+" | "-" => (19, 20),
        "*" | "/" => (21, 22),
        "|>" => (23, 24),
        _ if sign.starts_with('%') => (23, 24),
        ":" => (25, 26),
        "^" | "**" => (30, 29),
        "$" | "@" => (33, 34),
        "::" | ":::" => (35, 36),
        _ => return None,
    })
}

/// The strength of brackets after an expression, to its left.
pub(super) const OF_CALLS: u8 = 33;
/// The weakest operator in the body of a function, a loop or a condition: all but `?`.
pub(super) const OF_BODIES: u8 = 3;

/// The strength of an operator before an expression.
pub(super) fn prefix_strength(sign: &str) -> Option<u8> {
    Some(match sign {
        "?" => 2,
        "~" => 10,
        "!" => 15,
        "+" | "-" => 27,
        _ => return None,
    })
}
