//! A value that is recomputed only when its inputs change.

use std::sync::Arc;

/// The last output of a stage, with its inputs.
#[derive(Debug)]
pub(crate) struct Kept<K, V>(Option<(K, Arc<V>)>);

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: PartialEq, V> Kept<K, V> {
    /// The value for these inputs: the last one if they are equal, otherwise a new one. An error leaves the old value.
    pub(crate) fn get<E>(&mut self, inputs: K, make: impl FnOnce(&K) -> Result<V, E>) -> Result<Arc<V>, E> {
        if let Some((last, value)) = &self.0
            && *last == inputs
        {
            return Ok(Arc::clone(value));
        }
        let value = Arc::new(make(&inputs)?);
        self.0 = Some((inputs, Arc::clone(&value)));
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_inputs_are_computed_once() {
        let (mut kept, mut computed) = (Kept::default(), Vec::new());
        for inputs in [1, 1, 2, 2, 1] {
            let value = kept.get(inputs, |inputs| {
                computed.push(*inputs);
                Ok::<_, ()>(inputs * 10)
            });
            assert_eq!(value.map(|value| *value), Ok(inputs * 10));
        }
        assert_eq!(computed, [1, 2, 1]);
    }

    #[test]
    fn errors_keep_the_old_value() {
        let mut kept = Kept::default();
        assert!(kept.get(1, |_| Ok::<_, ()>("one")).is_ok());
        assert_eq!(kept.get(2, |_| Err("no")).err(), Some("no"));
        assert_eq!(kept.get(1, |_| Err("computed again")).map(|value| *value), Ok("one"));
    }
}
