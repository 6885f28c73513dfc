//! Layered graph: the order of nodes within their layers, and the room that long edges take between them.
//!
//! An edge over several layers passes a place of its own in each layer between, so that it crosses no node (Sugiyama,
//! Tagawa & Toda 1981). Places are sorted by the mean place of their neighbours, which avoids most crossings.

/// Number of passes over the layers.
const PASSES: usize = 4;

/// The order of the places in all layers.
#[derive(Debug)]
pub(crate) struct Layered {
    /// The place of each node within its layer, from the top.
    pub(crate) nodes: Vec<usize>,
    /// For each edge, its places in the layers between its ends, in the order of the layers.
    pub(crate) ways: Vec<Vec<usize>>,
    /// Number of places of each layer.
    pub(crate) sizes: Vec<usize>,
}

/// The places of nodes, given by their layers, with edges between them. An edge that does not lead to a later layer
/// takes no place.
pub(crate) fn layered(nodes: &[usize], edges: &[[usize; 2]]) -> Layered {
    let layers = nodes.iter().max().map_or(0, |last| last + 1);
    let mut columns: Vec<Vec<usize>> = vec![Vec::new(); layers];
    for (item, &layer) in nodes.iter().enumerate() {
        columns[layer].push(item);
    }
    let (mut items, mut links, mut ways) = (nodes.len(), Vec::new(), Vec::new());
    for &[from, to] in edges {
        let (mut last, mut way) = (from, Vec::new());
        let between = nodes[from] + 1..nodes[to].max(nodes[from] + 1);
        for column in &mut columns[between] {
            column.push(items);
            links.push([last, items]);
            way.push(items);
            last = items;
            items += 1;
        }
        if nodes[to] > nodes[from] {
            links.push([last, to]);
        }
        ways.push(way);
    }
    let mut places = vec![0; items];
    settle(&columns, &mut places);
    for pass in 0..PASSES {
        for step in 1..layers {
            // Every other pass goes back from the last layer.
            let layer = if pass % 2 == 0 { step } else { layers - 1 - step };
            let key = |&item: &usize| mean_place(item, &links, &places);
            columns[layer].sort_by(|a, b| key(a).total_cmp(&key(b)));
            settle(&columns, &mut places);
        }
    }
    Layered {
        nodes: places[..nodes.len()].to_vec(),
        ways: ways.into_iter().map(|way| way.into_iter().map(|item| places[item]).collect()).collect(),
        sizes: columns.iter().map(Vec::len).collect(),
    }
}

/// Writes down where each item stands in its column.
fn settle(columns: &[Vec<usize>], places: &mut [usize]) {
    for column in columns {
        for (place, &item) in column.iter().enumerate() {
            places[item] = place;
        }
    }
}

/// The mean place of the neighbours of an item, or its own without any.
#[expect(clippy::cast_precision_loss, reason = "a graph has few nodes")]
fn mean_place(item: usize, links: &[[usize; 2]], places: &[usize]) -> f64 {
    let neighbours = links.iter().filter_map(|&[from, to]| match item {
        _ if item == from => Some(places[to]),
        _ if item == to => Some(places[from]),
        _ => None,
    });
    let (sum, count) = neighbours.fold((0, 0_usize), |(sum, count), place| (sum + place, count + 1));
    if count == 0 { places[item] as f64 } else { sum as f64 / count as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(nodes: &[usize], edges: &[[usize; 2]], [places, sizes]: [&[usize]; 2], ways: &[&[usize]]) {
        let found = layered(nodes, edges);
        assert_eq!((&found.nodes[..], &found.sizes[..]), (places, sizes), "{nodes:?} {edges:?}");
        assert_eq!(found.ways, ways, "{nodes:?} {edges:?}");
    }

    #[test]
    fn long_edges_have_places_of_their_own() {
        // A → M → Y and B → Y, which passes below M.
        check(&[0, 0, 1, 2], &[[0, 2], [2, 3], [1, 3]], [&[0, 1, 0, 0], &[2, 2, 1]], &[&[], &[], &[1]]);
        // The same with the causes in the other order: the way passes above.
        check(&[0, 0, 1, 2], &[[1, 2], [2, 3], [0, 3]], [&[0, 1, 1, 0], &[2, 2, 1]], &[&[], &[], &[0]]);
        // What leads back or nowhere takes no place.
        check(&[0, 1], &[[0, 1], [1, 0]], [&[0, 0], &[1, 1]], &[&[], &[]]);
        check(&[], &[], [&[], &[]], &[]);
    }
}
