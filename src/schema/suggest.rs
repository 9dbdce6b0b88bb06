//! The known name that a misspelt one probably means.

/// Names longer than this are not compared.
const LONGEST: usize = 64;

/// Candidates beyond this many are not looked at.
const MOST: usize = 256;

/// The candidate nearest to `name`, if any is near enough to be a slip.
pub(crate) fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let plain = plain(name);
    if plain.len() > LONGEST {
        return None;
    }
    let allowed = (plain.len() / 3).clamp(1, 3);
    candidates
        .take(MOST)
        .filter(|candidate| *candidate != name && candidate.chars().count() <= LONGEST)
        .map(|candidate| (distance(&plain, &self::plain(candidate)), candidate))
        .filter(|(distance, _)| *distance <= allowed && *distance < plain.len().max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Case and word separators are the most common slips: they do not count.
fn plain(name: &str) -> Vec<char> {
    name.chars().filter(|c| !matches!(c, '_' | '-' | ' ' | '.')).flat_map(char::to_lowercase).collect()
}

/// Letters left out, put in, replaced, or exchanged with their neighbour.
fn distance(left: &[char], right: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=right.len()).collect();
    for (row, a) in left.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, b) in right.iter().enumerate() {
            let replaced = last[column] + usize::from(a != b);
            let mut best = replaced.min(last[column + 1] + 1).min(current[column] + 1);
            if row > 0 && column > 0 && *a == right[column - 1] && left[row - 1] == *b {
                best = best.min(before[column - 1] + 1);
            }
            current.push(best);
        }
        before = std::mem::replace(&mut last, current);
    }
    last[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_slips_and_nothing_else() {
        let known = ["receivedAt", "subjectId", "id", "messageContent", "userInfo"];
        // name, suggestion
        let cases = [
            ("recievedAt", Some("receivedAt")),
            ("received_at", Some("receivedAt")),
            ("SubjectID", Some("subjectId")),
            ("messageContents", Some("messageContent")),
            ("ids", Some("id")),
            ("x", None),
            ("completelyDifferent", None),
        ];
        for (name, suggestion) in cases {
            assert_eq!(nearest(name, known.into_iter()), suggestion, "{name}");
        }
    }
}
