//! One inbound request as the host received it: raw bytes, nothing decoded.

use std::borrow::Cow;

/// A request that claims to be a webhook delivery.
///
/// Nothing in it is trusted, and nothing in it may have been decoded or parsed before.
#[derive(Clone, Debug, Default)]
pub struct Delivery<'a> {
    /// The request method, when the host knows it.
    pub method: Option<&'a str>,
    /// The full public URL as registered with the sender, when the host knows it.
    pub url: Option<&'a str>,
    /// The header lines as received.
    pub headers: Headers<'a>,
    /// The raw body.
    pub body: &'a [u8],
}

/// Header lines in the order received; names are matched without regard to case.
#[derive(Clone, Debug, Default)]
pub struct Headers<'a> {
    lines: Vec<(Cow<'a, str>, Cow<'a, [u8]>)>,
    unread: usize,
}

impl<'a> Headers<'a> {
    /// No headers yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one header line.
    pub fn push(&mut self, name: impl Into<Cow<'a, str>>, value: impl Into<Cow<'a, [u8]>>) {
        self.lines.push((name.into(), value.into()));
    }

    /// Counts `lines` more header lines that the host has and did not pass on, since no stage reads them.
    pub fn add_unread(&mut self, lines: usize) {
        self.unread = self.unread.saturating_add(lines);
    }

    /// The header lines that the host has passed on, in order.
    #[cfg(feature = "details")]
    pub(crate) fn lines(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.lines.iter().map(|(name, value)| (&**name, &**value))
    }

    /// How many header lines the request has.
    pub fn len(&self) -> usize {
        self.lines.len().saturating_add(self.unread)
    }

    /// Whether the request has no header line at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value of a header, without the blanks around it; `None` when it is absent.
    ///
    /// Several lines of one name are combined with `, ` as RFC 9110 section 5.3 says, and as Node's `req.headers`
    /// and the Fetch API's `Headers` do, so that every host sees the same value.
    pub fn value(&self, name: &str) -> Option<Cow<'_, [u8]>> {
        let mut values =
            self.lines.iter().filter(|(line, _)| line.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim_ascii());
        let first = values.next()?;
        let mut value = Cow::Borrowed(first);
        for next in values {
            let combined = value.to_mut();
            combined.extend_from_slice(b", ");
            combined.extend_from_slice(next);
        }
        Some(value)
    }
}

impl<'a, N, V> FromIterator<(N, V)> for Headers<'a>
where
    N: Into<Cow<'a, str>>,
    V: Into<Cow<'a, [u8]>>,
{
    fn from_iter<I: IntoIterator<Item = (N, V)>>(lines: I) -> Self {
        let lines = lines.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
        Self { lines, unread: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_one_name_are_combined_in_order() {
        let headers: Headers<'_> = [("X-Sig", &b" a "[..]), ("Other", b"o"), ("x-sig", b"b")].into_iter().collect();
        assert_eq!(headers.value("X-SIG").as_deref(), Some(&b"a, b"[..]));
        assert_eq!(headers.value("other").as_deref(), Some(&b"o"[..]));
        assert_eq!(headers.value("none"), None);
        assert_eq!(headers.len(), 3);
    }
}
