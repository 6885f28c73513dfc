//! Printed numbers.

use crate::problem::Problems;
use crate::tree::Node;
use equifinal_study::figure::Figure;

/// The number of a node with the decimals that it is printed with.
pub(super) fn figure_of(node: &Node, name: &str, problems: &Problems) -> Option<Figure> {
    let figure = node.scalar().and_then(|text| text.parse().ok());
    if figure.is_none() {
        let message = format!("`{name}` is {}, not a decimal number as printed, such as 88.32", node.found());
        problems.add(node.span.clone(), message);
    }
    figure
}
