//! Content templates: parsed once into segments, so that no value is ever searched for placeholders.

/// What is signed, as a sequence of segments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    segments: Vec<Segment>,
}

/// One stretch of the signed content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// Fixed text.
    Literal(Box<[u8]>),
    /// The raw body.
    Body,
    /// The timestamp's text as received.
    Timestamp,
    /// The event id's text as received.
    Id,
}

/// The values that a delivery gives to the segments.
pub struct Values<'v> {
    /// For `{body}`.
    pub body: &'v [u8],
    /// For `{ts}`.
    pub timestamp: &'v [u8],
    /// For `{id}`.
    pub id: &'v [u8],
}

impl Template {
    /// Parses a template such as `v0:{ts}:{body}`.
    ///
    /// # Errors
    /// A sentence that names the placeholder or the byte at which the text is wrong.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut segments = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let open = rest.find(['{', '}']).unwrap_or(rest.len());
            if open > 0 {
                segments.push(Segment::Literal(rest.as_bytes()[..open].into()));
            }
            rest = &rest[open..];
            if rest.is_empty() {
                break;
            }
            let at = text.len() - rest.len();
            let close = rest.find('}').filter(|_| rest.starts_with('{'));
            let close = close.ok_or_else(|| format!("unpaired brace at byte {at} of template `{text}`"))?;
            segments.push(match &rest[1..close] {
                "body" => Segment::Body,
                "ts" => Segment::Timestamp,
                "id" => Segment::Id,
                other => {
                    return Err(format!(
                        "unknown placeholder `{{{other}}}` at byte {at} of template `{text}`, expected {{body}}, {{ts}} or {{id}}"
                    ));
                }
            });
            rest = &rest[close + 1..];
        }
        Ok(Self { segments })
    }

    /// Whether nothing is signed.
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }

    /// Whether a segment of this kind stands in the template.
    pub fn has(&self, segment: &Segment) -> bool {
        self.segments.contains(segment)
    }

    /// The content for one delivery, as slices to feed to the MAC in order.
    pub fn fill<'v>(&'v self, values: &Values<'v>) -> Vec<&'v [u8]> {
        let slices = self.segments.iter().map(|segment| match segment {
            Segment::Literal(text) => text,
            Segment::Body => values.body,
            Segment::Timestamp => values.timestamp,
            Segment::Id => values.id,
        });
        slices.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_never_read_as_placeholders() {
        let template = Template::parse("v0:{ts}:{id}.{body}").unwrap();
        let values = Values { body: b"$& {ts}", timestamp: b"{body}", id: b"a.b" };
        assert_eq!(template.fill(&values).concat(), b"v0:{body}:a.b.$& {ts}");
    }

    #[test]
    fn says_where_a_template_is_wrong() {
        for (text, part) in [
            ("{timestamp}.{body}", "unknown placeholder `{timestamp}` at byte 0"),
            ("{ts}.{bod", "unpaired brace at byte 5"),
            ("a}b", "unpaired brace at byte 1"),
        ] {
            let error = Template::parse(text).unwrap_err();
            assert!(error.contains(part), "{error}");
        }
    }
}
