//! URI references resolved against a base (RFC 3986, section 5.2).

/// The absolute form of `reference`, seen from `base`; the fragment is kept.
pub(crate) fn resolve(base: &str, reference: &str) -> String {
    let own = Parts::of(reference);
    let base = Parts::of(base);
    let (authority, path, query);
    let mut scheme = base.scheme;
    if own.scheme.is_some() {
        (scheme, authority, path, query) = (own.scheme, own.authority, own.path.to_owned(), own.query);
    } else if own.authority.is_some() {
        (authority, path, query) = (own.authority, own.path.to_owned(), own.query);
    } else if own.path.is_empty() {
        (authority, path, query) = (base.authority, base.path.to_owned(), own.query.or(base.query));
    } else {
        let merged = if own.path.starts_with('/') {
            own.path.to_owned()
        } else if base.authority.is_some() && base.path.is_empty() {
            format!("/{}", own.path)
        } else {
            let folder = base.path.rfind('/').map_or("", |slash| &base.path[..=slash]);
            format!("{folder}{}", own.path)
        };
        (authority, path, query) = (base.authority, merged, own.query);
    }
    let mut uri = String::new();
    if let Some(scheme) = scheme {
        uri.push_str(&scheme.to_ascii_lowercase());
        uri.push(':');
    }
    if let Some(authority) = authority {
        uri.push_str("//");
        uri.push_str(authority);
    }
    uri.push_str(&without_dots(&path));
    if let Some(query) = query {
        uri.push('?');
        uri.push_str(query);
    }
    if let Some(fragment) = own.fragment {
        uri.push('#');
        uri.push_str(fragment);
    }
    uri
}

/// A URI and its fragment, which is empty where there is none.
pub(crate) fn split_fragment(uri: &str) -> (&str, &str) {
    uri.split_once('#').unwrap_or((uri, ""))
}

/// A fragment with its percent-encoding undone; `None` if that gives no text.
pub(crate) fn decode_fragment(fragment: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        if first != b'%' {
            bytes.push(first);
            rest = after;
            continue;
        }
        let hex = after.get(..2).filter(|hex| hex.iter().all(u8::is_ascii_hexdigit))?;
        bytes.push(u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok()?);
        rest = &after[2..];
    }
    String::from_utf8(bytes).ok()
}

struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
    fragment: Option<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(uri: &'a str) -> Self {
        let (rest, fragment) = split_at(uri, '#');
        let (rest, query) = split_at(rest, '?');
        let colon = rest.find(':').filter(|&colon| {
            let scheme = &rest[..colon];
            scheme.starts_with(|c: char| c.is_ascii_alphabetic())
                && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
        });
        let (scheme, rest) = match colon {
            Some(colon) => (Some(&rest[..colon]), &rest[colon + 1..]),
            None => (None, rest),
        };
        let (authority, path) = match rest.strip_prefix("//") {
            Some(rest) => {
                let end = rest.find('/').unwrap_or(rest.len());
                (Some(&rest[..end]), &rest[end..])
            }
            None => (None, rest),
        };
        Self { scheme, authority, path, query, fragment }
    }
}

fn split_at(text: &str, separator: char) -> (&str, Option<&str>) {
    match text.split_once(separator) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}

fn without_dots(path: &str) -> String {
    if !path.contains('.') {
        return path.to_owned();
    }
    let rooted = path.starts_with('/');
    let mut kept: Vec<&str> = Vec::new();
    let mut segments = path.strip_prefix('/').unwrap_or(path).split('/').peekable();
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        match segment {
            "." | ".." => {
                if segment == ".." {
                    kept.pop();
                }
                if last {
                    kept.push("");
                }
            }
            other => kept.push(other),
        }
    }
    let joined = kept.join("/");
    if rooted { format!("/{joined}") } else { joined }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resolves_as_rfc_3986_shows() {
        // reference, absolute form; the base is that of section 5.4
        let cases = [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y#s", "http://a/b/c/g?y#s"),
            ("#s", "http://a/b/c/d;p?q#s"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../../../g", "http://a/g"),
            ("g;x=1/../y", "http://a/b/c/y"),
        ];
        for (reference, uri) in cases {
            assert_eq!(resolve("http://a/b/c/d;p?q", reference), uri, "{reference}");
        }
        assert_eq!(resolve("urn:x:y", "#a"), "urn:x:y#a");
        assert_eq!(resolve("", "a/b.json"), "a/b.json");
        assert_eq!(decode_fragment("/a%25b%C3%A9").as_deref(), Some("/a%bé"));
        assert_eq!(decode_fragment("%2"), None);
    }
}
