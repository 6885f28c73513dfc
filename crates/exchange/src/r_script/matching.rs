//! Which argument of a call is which parameter of its function (R Language Definition, section 4.3.2).

use super::expression::{Argument, Expression};

/// The arguments of a call by the parameters of its function.
#[derive(Debug, Default, PartialEq)]
pub struct Matched<'a> {
    /// Each parameter with its value, in the order of the call. Empty arguments are left out.
    pub values: Vec<(&'a str, &'a Expression)>,
    /// The arguments that `...` takes.
    pub dots: Vec<&'a Argument>,
    /// The arguments for which R would stop.
    pub mismatches: Vec<Mismatch>,
}

/// An argument that R would refuse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mismatch {
    /// No parameter has the name, or all are taken; the name of the argument if it has one.
    Unused(Option<String>),
    /// The beginning of several parameters.
    Ambiguous(String),
    /// Two arguments are the same parameter.
    Repeated(String),
}

/// Matches arguments to parameters in R's three rounds: exact names, beginnings of names, places.
///
/// Parameters after `...` are matched by their whole name only.
pub fn matched<'a>(parameters: &'a [&'a str], arguments: &'a [Argument]) -> Matched<'a> {
    let dots = parameters.iter().position(|name| *name == "...");
    let mut found = Matched::default();
    let mut owners: Vec<Option<usize>> = vec![None; arguments.len()];
    let mut is_refused = vec![false; arguments.len()];
    for is_exact in [true, false] {
        let taken: Vec<usize> = owners.iter().flatten().copied().collect();
        for ((argument, owner), refused) in arguments.iter().zip(&mut owners).zip(&mut is_refused) {
            let Some(name) = argument.name.as_deref().filter(|_| owner.is_none() && !*refused) else { continue };
            let fits = |(at, parameter): &(usize, &&str)| match is_exact {
                true => **parameter == name && Some(*at) != dots,
                false => dots.is_none_or(|dots| *at < dots) && parameter.starts_with(name) && !taken.contains(at),
            };
            let fitting: Vec<usize> = parameters.iter().enumerate().filter(fits).map(|(at, _)| at).collect();
            match fitting.as_slice() {
                [] => {}
                [at] => *owner = Some(*at),
                _ => {
                    *refused = true;
                    found.mismatches.push(Mismatch::Ambiguous(name.to_owned()));
                }
            }
        }
    }
    let taken: Vec<usize> = owners.iter().flatten().copied().collect();
    let before_dots = dots.unwrap_or(parameters.len());
    let mut free = (0..before_dots).filter(|at| !taken.contains(at));
    let mut seen = Vec::new();
    for ((argument, owner), refused) in arguments.iter().zip(owners).zip(is_refused) {
        let by_place = if argument.name.is_none() { free.next() } else { None };
        match owner.or(by_place) {
            _ if refused => {}
            Some(at) => {
                let name = parameters.get(at).copied().unwrap_or_default();
                if seen.contains(&at) {
                    found.mismatches.push(Mismatch::Repeated(name.to_owned()));
                } else {
                    seen.push(at);
                    found.values.extend(argument.value.as_ref().map(|value| (name, value)));
                }
            }
            None if dots.is_some() => found.dots.push(argument),
            None => found.mismatches.push(Mismatch::Unused(argument.name.clone())),
        }
    }
    found
}
