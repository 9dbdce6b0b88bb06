//! A stable sort of few instructions, for lists that are sorted once per verifier or report.
//!
//! The standard library's is several kilobytes for each type of item. Lists of a payload's own size, however made, cost
//! no more than theirs: n log n comparisons.

use std::cmp::Ordering;

/// Sorts by a comparison; what is equal stays in its order.
pub(crate) fn sort_by<T>(items: &mut Vec<T>, compare: &mut dyn FnMut(&T, &T) -> Ordering) {
    let middle = items.len() / 2;
    if middle == 0 {
        return;
    }
    let mut right = items.split_off(middle);
    sort_by(items, compare);
    sort_by(&mut right, compare);
    let mut left = std::mem::take(items).into_iter();
    let mut right = right.into_iter();
    let (mut first, mut second) = (left.next(), right.next());
    loop {
        let next = match (&first, &second) {
            (Some(one), Some(other)) if compare(one, other).is_gt() => std::mem::replace(&mut second, right.next()),
            (Some(_), _) => std::mem::replace(&mut first, left.next()),
            (None, _) => std::mem::replace(&mut second, right.next()),
        };
        let Some(next) = next else { return };
        items.push(next);
    }
}

/// Sorts in the items' own order.
pub(crate) fn sort<T: Ord>(items: &mut Vec<T>) {
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
