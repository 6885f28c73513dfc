//! Printed numbers.

use crate::problem::Problems;
use crate::tree::Node;
use equifinal_study::figure::Figure;
use equifinal_study::say;

/// The number of a node with the decimals that it is printed with.
pub(super) fn figure_of(node: &Node, name: &str, problems: &Problems) -> Option<Figure> {
    let figure = node.scalar().and_then(|text| text.parse().ok());
    if figure.is_none() {
        let message = say!("not-printed", name, found = node.found());
        problems.add(node.span.clone(), message);
    }
    figure
}
