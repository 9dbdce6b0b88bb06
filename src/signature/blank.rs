//! Blanks in the texts of a plan: for parameters, whose values are known only when a verifier is made.

/// Begins a blank; the character after it tells which. No text of a definition may have it.
pub const MARK: char = '\0';

/// The values of a definition's parameters, by their places in it; absent where the host has handed in none.
pub type Values = [Option<String>];

/// The blank for the parameter at a place.
pub fn blank(parameter: usize) -> String {
    let which = u32::try_from(parameter + 1).ok().and_then(char::from_u32);
    [MARK, which.unwrap_or(MARK)].iter().collect()
}

/// Fills the blanks of a text; whether it had any.
pub fn fill(text: &mut String, values: &Values) -> bool {
    if !text.contains(MARK) {
        return false;
    }
    let mut filled = String::new();
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        if character == MARK {
            let place = rest.next().map_or(0, |which| which as usize).wrapping_sub(1);
            filled.push_str(values.get(place).and_then(Option::as_deref).unwrap_or_default());
        } else {
            filled.push(character);
        }
    }
    *text = filled;
    true
}

/// The same for a text as bytes.
pub fn fill_bytes(text: &mut Box<[u8]>, values: &Values) {
    if let Ok(mut filled) = String::from_utf8(text.to_vec())
        && fill(&mut filled, values)
    {
        *text = filled.into_bytes().into();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_filled_in_and_not_read_again() {
        let values = [Some("a\0\u{1}".to_owned()), None, Some("c".to_owned())];
        let mut text = format!("<{}|{}|{}|{}>", blank(2), blank(0), blank(1), blank(9));
        assert!(fill(&mut text, &values));
        assert_eq!(text, "<c|a\0\u{1}||>");
        let mut plain = "plain".to_owned();
        assert!(!fill(&mut plain, &values));
        assert_eq!(plain, "plain");
    }
}
