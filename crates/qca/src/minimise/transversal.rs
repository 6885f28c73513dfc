//! Minimal transversals (hitting sets) of a hypergraph: MMCS of Murakami & Uno (2014).
//!
//! Both steps of minimisation are this problem: a prime implicant is a minimal set of literals that hits every
//! difference between a positive row and the forbidden region; an irredundant model is a minimal set of prime
//! implicants that hits the coverers of every positive row.

use std::ops::ControlFlow;

use fixedbitset::FixedBitSet;

/// A set of vertices: one word if that is enough (implicants), otherwise a bit set (charts).
pub trait VertexSet: Clone {
    /// One more than the largest possible vertex.
    fn capacity(&self) -> usize;
    /// Number of shared vertices.
    fn shared(&self, other: &Self) -> usize;
    /// The shared vertices.
    fn intersection(&self, other: &Self) -> Self;
    /// Removes the vertices of `other`.
    fn remove_all(&mut self, other: &Self);
    /// Inserts all vertices of `other`.
    fn insert_all(&mut self, other: &Self);
    /// Inserts `vertex`.
    fn insert(&mut self, vertex: usize);
    /// The vertices, ascending.
    fn vertices(&self) -> impl Iterator<Item = usize>;
}

impl VertexSet for u128 {
    fn capacity(&self) -> usize {
        128
    }

    fn shared(&self, other: &Self) -> usize {
        (self & other).count_ones() as usize
    }

    fn intersection(&self, other: &Self) -> Self {
        self & other
    }

    fn remove_all(&mut self, other: &Self) {
        *self &= !other;
    }

    fn insert_all(&mut self, other: &Self) {
        *self |= other;
    }

    fn insert(&mut self, vertex: usize) {
        *self |= 1 << vertex;
    }

    fn vertices(&self) -> impl Iterator<Item = usize> {
        let mut set = *self;
        std::iter::from_fn(move || {
            (set != 0).then(|| {
                let lowest = set.trailing_zeros() as usize;
                set &= set - 1;
                lowest
            })
        })
    }
}

impl VertexSet for FixedBitSet {
    fn capacity(&self) -> usize {
        self.len()
    }

    fn shared(&self, other: &Self) -> usize {
        self.intersection_count(other)
    }

    fn intersection(&self, other: &Self) -> Self {
        self & other
    }

    fn remove_all(&mut self, other: &Self) {
        self.difference_with(other);
    }

    fn insert_all(&mut self, other: &Self) {
        self.union_with(other);
    }

    fn insert(&mut self, vertex: usize) {
        Self::insert(self, vertex);
    }

    fn vertices(&self) -> impl Iterator<Item = usize> {
        self.ones()
    }
}

/// Calls `visit` for every minimal set of vertices that meets all `edges`, until it breaks.
///
/// Edges must be minimal (none contains another): see [`minimal_edges`]. The empty hypergraph has the empty
/// transversal; a hypergraph with an empty edge has none.
pub fn minimal_transversals<S: VertexSet, B>(
    edges: &[S],
    visit: &mut impl FnMut(&[usize]) -> ControlFlow<B>,
) -> ControlFlow<B> {
    let Some(first) = edges.first() else {
        return visit(&[]);
    };
    let (words, capacity) = (edges.len().div_ceil(64), first.capacity());
    let mut all = first.clone();
    let mut meets = vec![0_u64; capacity * words];
    let mut uncovered = vec![0_u64; words];
    for (e, edge) in edges.iter().enumerate() {
        all.insert_all(edge);
        uncovered[e / 64] |= 1 << (e % 64);
        for v in edge.vertices() {
            meets[v * words + e / 64] |= 1 << (e % 64);
        }
    }
    let mut search = Search { edges, words, meets, chosen: Vec::new(), critical: Vec::new() };
    search.extend(all, &uncovered, visit)
}

/// The edges that contain no other edge, each once, in ascending order of size.
pub fn minimal_edges(edges: Vec<u128>) -> Vec<u128> {
    let mut sized: Vec<(u32, u128)> = edges.into_iter().map(|edge| (edge.count_ones(), edge)).collect();
    sized.sort_by_key(|(size, _)| *size);
    let mut minimal: Vec<u128> = Vec::new();
    for (_, edge) in sized {
        if !minimal.iter().any(|smaller| smaller & !edge == 0) {
            minimal.push(edge);
        }
    }
    minimal
}

struct Search<'a, S> {
    edges: &'a [S],
    /// 64-bit words in a set of edges.
    words: usize,
    /// For each vertex the set of edges that it meets.
    meets: Vec<u64>,
    /// The vertices chosen so far.
    chosen: Vec<usize>,
    /// For each chosen vertex the edges that only it meets; a stack with one frame of all chosen vertices per level.
    critical: Vec<u64>,
}

impl<S: VertexSet> Search<'_, S> {
    fn extend<B>(
        &mut self,
        mut candidates: S,
        uncovered: &[u64],
        visit: &mut impl FnMut(&[usize]) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        let Some(edge) = self.narrowest(uncovered, &candidates) else {
            return visit(&self.chosen);
        };
        let branch = edge.intersection(&candidates);
        candidates.remove_all(&branch);
        let mut rest = vec![0; self.words];
        for v in branch.vertices() {
            let meets = &self.meets[v * self.words..(v + 1) * self.words];
            for (rest, (uncovered, meets)) in rest.iter_mut().zip(uncovered.iter().zip(meets)) {
                *rest = uncovered & !meets;
            }
            if self.push(v, uncovered) {
                self.extend(candidates.clone(), &rest, visit)?;
            }
            self.pop();
            candidates.insert(v);
        }
        ControlFlow::Continue(())
    }

    /// The uncovered edge with the fewest candidates.
    fn narrowest(&self, uncovered: &[u64], candidates: &S) -> Option<&S> {
        let mut best: Option<(usize, &S)> = None;
        for (word, &set) in uncovered.iter().enumerate() {
            for e in u128::from(set).vertices() {
                let edge = &self.edges[word * 64 + e];
                let width = edge.shared(candidates);
                if best.is_none_or(|(least, _)| width < least) {
                    best = Some((width, edge));
                }
            }
        }
        best.map(|(_, edge)| edge)
    }

    /// Chooses `v`; false if some chosen vertex then meets no edge alone.
    fn push(&mut self, v: usize, uncovered: &[u64]) -> bool {
        let words = self.words;
        let frame = self.critical.len() - self.chosen.len() * words;
        let mut all_critical = true;
        for i in 0..self.chosen.len() {
            let mut any = 0;
            for w in 0..words {
                let left = self.critical[frame + i * words + w] & !self.meets[v * words + w];
                any |= left;
                self.critical.push(left);
            }
            all_critical &= any != 0;
        }
        for (w, uncovered) in uncovered.iter().enumerate() {
            self.critical.push(uncovered & self.meets[v * words + w]);
        }
        self.chosen.push(v);
        all_critical
    }

    fn pop(&mut self) {
        self.critical.truncate(self.critical.len() - self.chosen.len() * self.words);
        self.chosen.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(edges: &[u128]) -> Vec<u128> {
        let mut found = Vec::new();
        let _ = minimal_transversals::<_, ()>(&minimal_edges(edges.to_vec()), &mut |set| {
            found.push(set.iter().fold(0, |set, v| set | 1 << v));
            ControlFlow::Continue(())
        });
        found.sort_unstable();
        found
    }

    fn by_brute_force(edges: &[u128], vertices: u32) -> Vec<u128> {
        let hits = |set: u128| edges.iter().all(|edge| edge & set != 0);
        (0..1 << vertices).filter(|&set: &u128| hits(set) && set.vertices().all(|v| !hits(set & !(1 << v)))).collect()
    }

    #[test]
    fn corners() {
        for (edges, expected) in [(vec![], vec![0]), (vec![0], vec![]), (vec![0b11, 0b110], vec![0b10, 0b101])] {
            assert_eq!(found(&edges), expected);
        }
    }

    proptest! {
        #[test]
        fn all_minimal_transversals_and_no_others(edges in proptest::collection::vec(1_u128..256, 0..90)) {
            prop_assert_eq!(found(&edges), by_brute_force(&edges, 8));
        }
    }
}
