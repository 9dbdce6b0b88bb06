//! The one table of reason codes: every verdict, problem and misuse names one of them.

use std::fmt;

use serde::{Serialize, Serializer};

macro_rules! codes {
    ($($variant:ident $id:literal $status:literal $meaning:literal $remedy:literal)*) => {
        /// A stable reason code, written `area.reason`. New ones may be added; none is renamed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $meaning] $variant,)*
        }

        impl Code {
            /// Every code, in table order. A code's place in it is its number in a packed verdict.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            const ROWS: &'static [Row] = &[
                $(Row { id: $id, status: $status, meaning: $meaning, remedy: $remedy }),*
            ];
        }
    };
}

struct Row {
    id: &'static str,
    status: u16,
    meaning: &'static str,
    remedy: &'static str,
}

// variant, id, suggested HTTP status (0: never answers a delivery), what it means, what to do.
codes! {
    Ok "ok" 200 "The delivery is authentic, fresh and valid."
        "Answer as the sender expects."

    DeliveryMethod "delivery.method" 405 "The request method is not one the sender delivers events with."
        "Answer liveness checks (HEAD) and handshakes with `handshake`; verify only deliveries."

    LimitBody "limit.body" 413 "The body is larger than `limits.bodyBytes`."
        "Raise the limit if the sender really sends bodies of this size."
    LimitHeaders "limit.headers" 431 "The delivery has more header lines than `limits.headers`."
        "Raise the limit, or find out which proxy adds the headers."
    LimitHeaderBytes "limit.header_bytes" 431 "A header that the scheme reads is longer than `limits.headerBytes`."
        "No known sender needs this much; raise the limit only if yours does."
    LimitCandidates "limit.candidates" 400 "The signature header holds more signatures than `limits.candidates`."
        "Raise the limit only if the sender says that it sends so many."
    LimitParameters "limit.parameters" 413 "The form or the query has more parameters than `limits.parameters`."
        "Raise the limit if the sender really sends so many."
    LimitDepth "limit.depth" 400 "The payload is nested deeper than `limits.depth`."
        "Raise the limit if the sender really nests this deep."
    LimitEvents "limit.events" 413 "The delivery holds more events than `limits.events`."
        "Raise the limit if the sender really sends so many in one delivery."
    LimitSteps "limit.steps" 400 "Checking the payload against its schema takes more steps than the budget of one delivery allows."
        "Look for nested `anyOf`, `oneOf` and `unevaluated...` in the schema that read the same value again and again."

    SignatureMissing "signature.missing" 401 "The header that carries the signature or token is absent or empty."
        "Check the header name, whether signing is switched on at the sender, and whether a proxy drops the header."
    SignatureMalformed "signature.malformed" 401 "The signature header is there, but nothing in it is in a form that this sender uses."
        "Compare the header with the layouts in `docs/providers.md`; a proxy may have changed it."
    SignatureDuplicated "signature.duplicated" 401 "A header that may stand only once stands several times, so that it is not clear which one was signed."
        "Find the proxy that adds a second header."
    SignatureUnsupported "signature.unsupported" 401 "The header holds only signature versions that this scheme does not know."
        "Check whether the sender has introduced a new version."
    SignatureInput "signature.input" 401 "Something that the sender signs together with the body is missing from the delivery."
        "Pass all headers, the method and the URL of the request as they were received."
    SignatureKey "signature.key" 401 "The delivery names a published key of the sender that was not handed in."
        "Fetch the key that `keyId` names, after checking that it is the sender's, and hand it in under that name."
    SignatureMismatch "signature.mismatch" 401 "No signature matches for any of the secrets: another secret, or other bytes than those that were signed."
        "Verify the raw body before anything parses it, with the secret of this endpoint."

    TimestampMissing "timestamp.missing" 401 "The scheme signs a timestamp, but the delivery carries none."
        "Pass all headers as they were received."
    TimestampMalformed "timestamp.malformed" 401 "The timestamp is not in the form that this sender uses."
        "Pass the header as it was received."
    TimestampStale "timestamp.stale" 401 "The delivery was signed longer ago than the tolerance allows."
        "Check the clock; for deliveries that waited in a queue pass `receivedAt`."
    TimestampFuture "timestamp.future" 401 "The delivery was signed further in the future than the tolerance allows."
        "Check the clock of this machine; pass `now` and `receivedAt` in milliseconds."

    PayloadEmpty "payload.empty" 400 "The body is empty where the sender sends JSON."
        "Check whether something has read the request stream before."
    PayloadUtf8 "payload.utf8" 400 "The body is not valid UTF-8."
        "JSON is UTF-8; report it to the sender if the signature is right."
    PayloadSyntax "payload.syntax" 400 "The body is not JSON; the problem says where."
        "Report it to the sender if the signature is right."
    PayloadDuplicateKey "payload.duplicate_key" 400 "An object names the same key twice; readers differ in which one counts (here, as in JavaScript, the last)."
        "Report it to the sender; `strict` refuses it."
    PayloadUnsafeInteger "payload.unsafe_integer" 400 "An integer is larger than JavaScript's numbers can hold; a plain JSON.parse would round it."
        "Read it with `report.get`, or set `integers`."

    EventMissing "event.missing" 400 "The payload does not say which event it is."
        "Check that the body is a delivery of this sender."
    EventUnknown "event.unknown" 400 "The event is none that the definition knows; its payload was read, but checked against no schema."
        "Hand in a schema for it with `schemas`, or look for a newer version of hookproof."

    SchemaType "schema.type" 400 "A value has another JSON type than the schema says."
        "See the pointer, line and column of the problem."
    SchemaRequired "schema.required" 400 "A member that the schema requires is missing."
        "See the pointer, line and column of the problem."
    SchemaUnknownField "schema.unknown_field" 400 "An object has a member that the schema does not know."
        "In `tolerant` mode this is drift; in `strict` it is an error."
    SchemaEnum "schema.enum" 400 "A value is none of those that the schema lists."
        "In `tolerant` mode a new member of an open list is drift."
    SchemaConst "schema.const" 400 "A value is not the one that the schema demands."
        "See the pointer, line and column of the problem."
    SchemaFormat "schema.format" 400 "A text is not in the format that the schema names."
        "See the pointer, line and column of the problem."
    SchemaPattern "schema.pattern" 400 "A text does not match the schema's pattern."
        "See the pointer, line and column of the problem."
    SchemaLength "schema.length" 400 "A text is shorter or longer than the schema allows."
        "See the pointer, line and column of the problem."
    SchemaRange "schema.range" 400 "A number is smaller or larger than the schema allows."
        "See the pointer, line and column of the problem."
    SchemaMultipleOf "schema.multiple_of" 400 "A number is not a multiple of what the schema says."
        "See the pointer, line and column of the problem."
    SchemaItems "schema.items" 400 "An array has fewer or more items than the schema allows."
        "See the pointer, line and column of the problem."
    SchemaUnique "schema.unique" 400 "An array holds the same value twice where the schema wants each once."
        "See the pointer, line and column of the problem."
    SchemaContains "schema.contains" 400 "An array holds too few or too many items of the kind that the schema asks for."
        "See the pointer, line and column of the problem."
    SchemaProperties "schema.properties" 400 "An object has fewer or more members than the schema allows."
        "See the pointer, line and column of the problem."
    SchemaDependent "schema.dependent" 400 "A member is missing that must be there because another one is."
        "See the pointer, line and column of the problem."
    SchemaAnyOf "schema.any_of" 400 "A value fits none of the alternatives."
        "See the pointer, line and column of the problem."
    SchemaOneOf "schema.one_of" 400 "A value fits several alternatives where only one is allowed."
        "See the pointer, line and column of the problem."
    SchemaNot "schema.not" 400 "A value fits a schema that it must not fit."
        "See the pointer, line and column of the problem."
    SchemaFalse "schema.false" 400 "A value stands where the schema allows none."
        "See the pointer, line and column of the problem."

    EndpointSyntax "endpoint.syntax" 0 "The endpoint is not a valid absolute URL; the problem says at which character."
        "Write it as `https://host/path`, anything unusual percent-encoded and international names in their `xn--` form."
    EndpointScheme "endpoint.scheme" 0 "The endpoint has a scheme that the sender does not take."
        "Serve the endpoint by HTTPS."
    EndpointPort "endpoint.port" 0 "The endpoint has a port that the sender does not take."
        "Put the endpoint behind the port that the problem names; for HTTPS that is 443."
    EndpointLength "endpoint.length" 0 "The endpoint's URL is longer than the sender takes."
        "Shorten the path or the query."
    EndpointUserinfo "endpoint.userinfo" 0 "A user name or password stands in the endpoint's URL."
        "Authenticate deliveries with the sender's own key or signature."
    EndpointHost "endpoint.host" 0 "The endpoint's host is neither a DNS name nor an IP address."
        "Check the spelling: letters, digits, `-` and `.`, no empty part."
    EndpointAddressSpelling "endpoint.address_spelling" 0 "The endpoint's host is an IPv4 address in a spelling that programs read differently."
        "Write it as four decimal numbers, or better use a name."
    EndpointPrivateName "endpoint.private_name" 0 "The endpoint's host is a name that the public DNS does not have."
        "Use a public name; for local development open a tunnel."
    EndpointPrivateAddress "endpoint.private_address" 0 "The endpoint's host is an address that the public internet does not reach."
        "Use a public address or name; for local development open a tunnel."

    SetupMember "setup.member" 0 "The setup has a part that this sender does not have, or of which nothing is known."
        "Describe the setup with the parts that the problem names."
    SetupUrls "setup.urls" 0 "An event type has more URLs in a channel than the sender takes."
        "Remove URLs, or fan the event out behind one of them."
    SetupNoUrl "setup.no_url" 0 "A webhook has no URL."
        "Give it one, or remove the webhook."
    SetupEvent "setup.event" 0 "The sender has no event type of that name, or none that is known."
        "Compare the name with the events that `providers()` lists."
    SetupNoEvent "setup.no_event" 0 "A webhook or endpoint is for no event type."
        "Choose at least one, or remove it."
    SetupEventChannel "setup.event_channel" 0 "The event type does not exist for the type of the channel."
        "Take the event type or the channel out of the webhook."
    SetupChannel "setup.channel" 0 "The setup names a channel that it does not list."
        "Check the spelling, or add it to `channels`."
    SetupNoChannel "setup.no_channel" 0 "An additional webhook or key is for no channel."
        "Choose at least one, or remove it."
    SetupChannelType "setup.channel_type" 0 "No event is known for channels of this type."
        "Check the spelling; the sender may have the type all the same."
    SetupChannelStatus "setup.channel_status" 0 "The channel is not in the state in which the sender lets it be chosen."
        "Finish connecting the channel first."
    SetupOverlap "setup.overlap" 0 "An event type of a channel has more additional webhooks than the sender takes."
        "Use the second URL of the first webhook."
    SetupShadowed "setup.shadowed" 0 "Nobody gets an event that a master webhook is set up for, since its channel has an additional webhook."
        "Add the event type to the channel's additional webhook."
    SetupDuplicate "setup.duplicate" 0 "The same thing stands twice where once is enough."
        "Remove one."
    SetupHeader "setup.header" 0 "A header that an endpoint adds cannot be sent."
        "Check its name, and its value for line breaks."
    SetupKeyCount "setup.key_count" 0 "There are more master keys than an account can have."
        "Use additional keys."
    SetupKeyExpiry "setup.key_expiry" 0 "A master key has an expiry, which it cannot have."
        "Use an additional key where one has to expire."
    SetupKeyScope "setup.key_scope" 0 "A master key is limited to channels, which it cannot be."
        "Use an additional key for single channels."
    SetupKeyOverlap "setup.key_overlap" 0 "A channel has more additional keys than it can have."
        "Take the channel out of one of the keys."
    SetupCallbackEmpty "setup.callback_empty" 0 "The body of the registering call gives no URL."
        "Give at least one."
    SetupCallbackField "setup.callback_field" 0 "The body of the registering call has a field that is not known."
        "Check the spelling."
    SetupCallbackValue "setup.callback_value" 0 "A field of the registering call has a value of the wrong type."
        "The problem names the type."
    SetupCallbackChannel "setup.callback_channel" 0 "The registering call names the id of a channel that the setup does not list."
        "Compare it with the sender's list of channels."

    BodyReserialized "body.reserialized" 0 "The body was parsed and written again on the way."
        "Verify the raw body, before anything parses it."
    BodyNewline "body.newline" 0 "A line break at the end of the body was added or lost."
        "Pass the body as it was received; do not read it by lines, and do not keep it in a text file."
    BodyLineEndings "body.line_endings" 0 "Line ends were exchanged, CRLF for LF or the reverse."
        "Read the body as bytes, not in text mode."
    BodyBom "body.bom" 0 "A byte order mark was added or lost."
        "Read the body as bytes, without a decoder that writes or drops the mark."
    BodyWhitespace "body.whitespace" 0 "Blanks around the body were trimmed or added."
        "Do not trim the body."
    BodyCharset "body.charset" 0 "The body was read in another character set and written as UTF-8, or the reverse."
        "Read the body as bytes; do not decode and encode it."
    BodyUnicodeEscapes "body.unicode_escapes" 0 "Characters were exchanged for their `\\uXXXX` escapes, or the reverse."
        "Verify the raw body, before anything parses it."
    BodySlashEscapes "body.slash_escapes" 0 "`/` was exchanged for `\\/`, or the reverse."
        "Verify the raw body, before anything parses it."
    BodyHtmlEscapes "body.html_escapes" 0 "`<`, `>` and `&` were exchanged for their escapes, or the reverse."
        "Verify the raw body, before anything parses it."
    BodyBase64 "body.base64" 0 "A gateway handed over the body in base64."
        "Decode it when the gateway says so, as AWS does with `isBase64Encoded`."
    BodyDoubleEncoded "body.double_encoded" 0 "The body is a JSON string that holds the JSON."
        "Do not stringify a body that is a string already."
    BodyFormWrapped "body.form_wrapped" 0 "The JSON stands in a form, or was taken out of it."
        "Verify the raw body, before a form parser reads it."
    BodyPercentEncoded "body.percent_encoded" 0 "Percent-encoding was added to the body or taken away."
        "Verify the raw body, before a form parser reads it."
    BodyEmpty "body.empty" 0 "The body is empty: something has read the stream before."
        "Read the raw body first, once, and hand it on."
    BodyStringifiedObject "body.stringified_object" 0 "The body is the text `[object Object]`: an object was turned into a string."
        "Verify the raw body, before anything parses it."
    BodyLossy "body.lossy" 0 "Bytes were lost when the body was decoded as text."
        "Read the body as bytes, not as text."
    BodyCompressed "body.compressed" 0 "The body is compressed where its text was signed."
        "Verify after the server has undone the Content-Encoding, once."
    SecretWhitespace "secret.whitespace" 0 "Blanks or a line break stand around the secret."
        "Trim what is read from a file or variable."
    SecretQuoted "secret.quoted" 0 "Quotation marks stand around the secret."
        "Take the quotation marks out of the variable."
    SecretPrefix "secret.prefix" 0 "A prefix of the secret was kept where it must go, or dropped where it must stay."
        "Pass the secret as the sender shows it."
    SecretEncoding "secret.encoding" 0 "The secret was encoded or decoded where it is to be used as it is shown."
        "Pass the secret as the sender shows it."
    SecretOther "secret.other" 0 "Another of the secrets matches: that of another endpoint, of test mode, or an old one."
        "Use the secret of this endpoint."
    SecretWrongKind "secret.wrong_kind" 0 "What was given as secret looks like something else: an API key, a published key, a URL."
        "Use the secret that the sender shows for this endpoint."
    SchemeAlgorithm "scheme.algorithm" 0 "The signature is of another hash function."
        "Set the sender to the algorithm that the scheme names, or use the scheme of the one it sends."
    SchemeEncoding "scheme.encoding" 0 "The signature is in another text encoding."
        "Use the scheme that the sender is set to."
    SchemeContent "scheme.content" 0 "Other parts of the request were signed than the scheme says."
        "Use the scheme that the sender is set to."
    SchemeProvider "scheme.provider" 0 "The delivery is another sender's."
        "Use that sender's definition."
    HeaderMissing "header.missing" 0 "The header with the signature is missing."
        "Check whether signing is switched on at the sender, and whether a proxy drops the header."
    HeaderRenamed "header.renamed" 0 "The signature stands in another header."
        "Pass the header by its own name; find out what renames it."
    HeaderDuplicated "header.duplicated" 0 "The header with the signature stands several times."
        "Find the proxy that adds a second header."
    HeaderMalformed "header.malformed" 0 "The header with the signature is in another form."
        "Pass the header as it was received."
    TimestampUnit "timestamp.unit" 0 "The timestamp is in another unit: milliseconds for seconds or the reverse."
        "Use the scheme that the sender is set to."
    UrlScheme "url.scheme" 0 "The URL that was signed has another scheme: a proxy ends TLS."
        "Pass the URL as it is registered with the sender."
    UrlHost "url.host" 0 "The URL that was signed has another host."
        "Pass the URL as it is registered with the sender."
    UrlPort "url.port" 0 "The URL that was signed has another port, or none."
        "Pass the URL as it is registered with the sender."
    UrlPath "url.path" 0 "The URL that was signed has another path."
        "Pass the URL as it is registered with the sender."
    UrlQuery "url.query" 0 "The URL that was signed has another query."
        "Pass the URL as it is registered with the sender, its query as it was received."

    Unexplained "unexplained" 0 "Nothing that is known to happen explains the signature: another secret, or an altered body."
        "Compare the secret with the one that the sender shows for this endpoint, then the received bytes with those sent."

    UsageProvider "usage.provider" 0 "There is no built-in provider of that id."
        "Pass an id that `providers()` lists, or a definition object."
    UsageSecret "usage.secret" 0 "No secret was given, or one that cannot be right: empty, with blanks around it, or not in the key's format."
        "Pass the endpoint's secret as the sender shows it; to accept unauthenticated deliveries say `authentication: 'none'`."
    UsageEntry "usage.entry" 0 "The provider needs what this entry of the package leaves out to be small."
        "Import from the entry that the message names; in Rust, switch on the feature of the same name."
    UsageSign "usage.sign" 0 "A delivery cannot be signed with what is at hand, or a value cannot be put where the sender puts it."
        "Hand in a secret or a private key, and a body of the kind that the sender sends."
    UsageAuthentication "usage.authentication" 0 "`authentication: 'none'` was asked for where the sender always authenticates, or together with secrets."
        "Leave the option out, or the secrets."
    UsageParameter "usage.parameter" 0 "A parameter of the scheme is missing or unknown."
        "Pass it in `parameters`; the definition lists them."
    UsageOption "usage.option" 0 "An option is unknown or has a value that it cannot have."
        "The message names the option and what it takes."
    UsageDefinition "usage.definition" 0 "The provider definition is not one: unknown field, unknown algorithm, bad template and the like."
        "The message says where; `providers/provider.schema.json` describes the format."
    UsageSchema "usage.schema" 0 "A JSON Schema cannot be compiled: not JSON, a keyword that is not implemented, a reference to nowhere."
        "The message gives the pointer into the schema."
    UsageBody "usage.body" 0 "The body is not raw bytes or text: most often something has parsed it already."
        "Pass the raw body; the message has the line to add for the common frameworks."
    UsageDelivery "usage.delivery" 0 "The delivery is not in a shape that can be read: headers of an unknown kind, an invalid time."
        "The message says what was found and what is accepted."
    UsageSetup "usage.setup" 0 "A question about routing has no answer: no routing is known, or there is no such channel or event."
        "The message says what was asked and what there is."
    UsageChanged "usage.changed" 0 "The body's bytes were changed after `verify`; what the report would show was never verified."
        "Leave the buffer alone while its report is in use, or pass a copy."
    UsageInit "usage.init" 0 "The WebAssembly module is not there: it was not loaded yet, could not be loaded, or is another one."
        "In a browser `await init()` once, before anything else is called; the message names what else helps."
}

impl Code {
    /// The code as it is written everywhere: `area.reason`, or `ok`.
    pub fn as_str(self) -> &'static str {
        self.row().id
    }

    /// The HTTP status to answer with when this code decides a delivery; `None` for misuse and setup codes.
    pub fn status(self) -> Option<u16> {
        match self.row().status {
            0 => None,
            status => Some(status),
        }
    }

    /// One sentence: what has happened.
    pub fn meaning(self) -> &'static str {
        self.row().meaning
    }

    /// One sentence: what to do about it.
    pub fn remedy(self) -> &'static str {
        self.row().remedy
    }

    fn row(self) -> &'static Row {
        &Self::ROWS[self as usize]
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_well_formed() {
        let mut seen = std::collections::BTreeSet::new();
        for code in Code::ALL {
            let id = code.as_str();
            assert!(seen.insert(id), "{id} stands twice");
            let well_formed = matches!(id, "ok" | "unexplained") || id.split('.').count() == 2;
            assert!(
                well_formed
                    && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'_'),
                "{id}"
            );
            assert!(code.meaning().ends_with('.') && code.remedy().ends_with('.'), "{id}");
        }
    }
}
