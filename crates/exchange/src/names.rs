//! The names of sets in other programs, which take ASCII letters, digits and `_` only.

use equifinal_study::expression::Literal;
use equifinal_study::memberships::Memberships;

/// The name of each set in the other program, in the order of the sets.
pub(crate) struct Names<'a> {
    names: Vec<(&'a str, String)>,
}

impl<'a> Names<'a> {
    /// The names of the sets. A set whose name the program cannot read is called `S` and its number.
    pub(crate) fn of(memberships: &'a Memberships) -> Self {
        let sets = || memberships.sets.iter().map(|set| set.name.as_str());
        let is_free = |name: &str| !sets().any(|set| set.eq_ignore_ascii_case(name));
        let name = |(at, set): (usize, &'a str)| {
            // Lower case is absence in fs/QCA, so two names may not differ in case alone.
            let is_alone = sets().filter(|other| other.eq_ignore_ascii_case(set)).count() == 1;
            if is_plain(set) && is_alone {
                return (set, set.to_owned());
            }
            let numbered = |marks: usize| format!("S{}{}", at + 1, "_".repeat(marks));
            let name = (0..).map(numbered).find(|name| is_free(name)).unwrap_or_default();
            (set, name)
        };
        Self { names: sets().enumerate().map(name).collect() }
    }

    /// The name of a set.
    pub(crate) fn name<'s>(&'s self, set: &'s str) -> &'s str {
        self.names.iter().find(|(known, _)| *known == set).map_or(set, |(_, name)| name)
    }

    /// The names in the order of the sets.
    pub(crate) fn all(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(|(_, name)| name.as_str())
    }

    /// The sets that are called otherwise, with their new names.
    pub(crate) fn renamed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.names.iter().filter(|(set, name)| set != name).map(|(set, name)| (*set, name.as_str()))
    }

    /// A literal, `~A` or `A[2]`.
    pub(crate) fn literal(&self, literal: &Literal) -> String {
        Literal { set: self.name(&literal.set).to_owned(), ..literal.clone() }.to_string()
    }
}

fn is_plain(name: &str) -> bool {
    let starts_well = name.starts_with(|first: char| first.is_ascii_alphabetic());
    starts_well && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use equifinal_study::memberships::{Set, SetKind};

    use super::*;

    #[test]
    fn names_that_other_programs_cannot_read_are_numbered() {
        let set = |name: &str| Set { name: name.to_owned(), kind: SetKind::Crisp, values: Vec::new() };
        let sets = ["A", "经济", "b", "B", "S2", "x.y"].map(set).to_vec();
        let memberships = Memberships { cases: Vec::new(), sets };
        let names = Names::of(&memberships);
        assert_eq!(names.all().collect::<Vec<_>>(), ["A", "S2_", "S3", "S4", "S2", "S6"]);
        assert_eq!(names.renamed().next(), Some(("经济", "S2_")));
        let literal = Literal { set: "x.y".to_owned(), level: Some(2), negated: true };
        assert_eq!(names.literal(&literal), "~S6[2]");
    }
}
