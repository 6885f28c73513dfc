//! An expression of R with its line, in the form that R's own parser gives it (R Language Definition, section 6.1).

/// An expression of an R script.
#[derive(Debug, Clone, PartialEq)]
pub struct Expression {
    /// The line of its first token, from 1; of an operator, the line of the operator.
    pub line: usize,
    /// The expression itself.
    pub kind: Kind,
    pub(super) height: u16,
}

/// The kinds of expressions.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// A number, always without a sign: `-1` calls `-`.
    Number(f64),
    /// A text in quotes, without them.
    Text(String),
    /// A name; `TRUE`, `NULL` and `NA` are names too.
    Name(String),
    /// A call, of an operator too. `f(x)`, `x[1]` (of `[`), `{…}` (of `{`), `if` and the loops are calls.
    Call(Box<Expression>, Vec<Argument>),
    /// A function definition: the names of its parameters with their defaults, and its body.
    Function(Vec<Argument>, Box<Expression>),
}

/// An argument of a call: `f(x)`, `f(n = x)`, and the empty one of `x[, 1]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Argument {
    /// Its name, if the call names it.
    pub name: Option<String>,
    /// Its value; none in `x[, 1]` and `f(n = )`.
    pub value: Option<Expression>,
}

impl Expression {
    /// The name, if the expression is a name.
    pub fn as_name(&self) -> Option<&str> {
        match &self.kind {
            Kind::Name(name) => Some(name),
            _ => None,
        }
    }

    /// The name of the called function and the arguments; a package before the name, `QCA::pof`, is left out.
    pub fn as_call(&self) -> Option<(&str, &[Argument])> {
        let Kind::Call(function, arguments) = &self.kind else { return None };
        if let Some(name) = function.as_name() {
            return Some((name, arguments));
        }
        let ("::" | ":::", [_, name]) = function.as_call()? else { return None };
        Some((name.value.as_ref()?.as_name()?, arguments))
    }
}

impl Argument {
    pub(super) fn unnamed(value: Expression) -> Self {
        Self { name: None, value: Some(value) }
    }
}
