//! A stable sort of few instructions, for lists that are sorted once per verifier or report.
//!
//! The standard library's is several kilobytes for each type of item. Lists of a payload's own size, however made, cost
//! no more than theirs: n log n comparisons.

use std::cmp::Ordering;

/// Sorts by a comparison; what is equal stays in its order.
pub(crate) fn sort_by<T>(items: &mut [T], compare: &mut dyn FnMut(&T, &T) -> Ordering) {
    let mut order = order(items.len(), &mut |left, right| compare(&items[left], &items[right]).is_gt());
    // Along each cycle of the order every item goes to its place at once.
    for start in 0..items.len() {
        let mut at = start;
        while order[at] != start {
            let from = order[at];
            items.swap(at, from);
            order[at] = at;
            at = from;
        }
        order[at] = at;
    }
}

/// The places of items in their order. All that is not about the type of the items is here, so that it is there once.
fn order(length: usize, after: &mut dyn FnMut(usize, usize) -> bool) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    let mut merged = Vec::with_capacity(length);
    let mut width = 1;
    while width < length {
        for pair in places.chunks(2 * width) {
            let (mut left, mut right) = pair.split_at(width.min(pair.len()));
            while let (Some(one), Some(other)) = (left.first(), right.first()) {
                let side = if after(*one, *other) { &mut right } else { &mut left };
                merged.push(side[0]);
                *side = &side[1..];
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        std::mem::swap(&mut places, &mut merged);
        merged.clear();
        width *= 2;
    }
    places
}

/// Sorts in the items' own order.
pub(crate) fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, &mut T::cmp);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_standard_library() {
        let mut state = 1_u32;
        let mut random = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state >> 28
        };
        for length in 0..60_u32 {
            let items: Vec<(u32, u32)> = (0..length).map(|place| (random(), place)).collect();
            let (mut ours, mut theirs) = (items.clone(), items);
            sort_by(&mut ours, &mut |left, right| left.0.cmp(&right.0));
            theirs.sort_by_key(|item| item.0);
            assert_eq!(ours, theirs);
            let mut plain: Vec<u32> = ours.iter().map(|item| item.0).rev().collect();
            sort(&mut plain);
            assert!(plain.is_sorted());
        }
    }
}
