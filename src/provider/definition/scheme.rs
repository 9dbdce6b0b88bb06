//! The schemes of a definition: where a signature stands, what it covers, which key it takes.

#[cfg(feature = "details")]
use crate::confidence::Confidence;
use crate::data::{Misfit, Node, Read, members, words};
use crate::report::Authenticated;
use crate::signature::condition::ConditionDefinition;
use crate::signature::encoding::Encoding;
use crate::signature::key_id::KeyIdDefinition;
use crate::signature::timestamp::Unit;
use crate::signature::url::UrlVariant;

/// One way in which a sender authenticates.
#[derive(Clone, Debug)]
pub struct SchemeDefinition {
    /// Names the scheme in reports.
    pub id: String,
    /// How far this scheme is known.
    #[cfg(feature = "details")]
    pub confidence: Confidence,
    /// What a user should know about it.
    #[cfg(feature = "details")]
    pub note: Option<String>,
    /// Whether it counts only where the caller names it in `schemes`: older ones that whoever leaves the newer header out
    /// could fall back to.
    pub opt_in: bool,
    /// Which deliveries it is for; all must hold.
    pub when: Vec<ConditionDefinition>,
    /// Where the signature or token stands and how it is written.
    pub signature: SignatureDefinition,
    /// Name in the algorithm table: `hmac-sha256`, `static`, ...; `jwt` for signed tokens.
    pub algorithm: String,
    /// How the secret becomes the key.
    pub key: KeyDefinition,
    /// Template of the signed content, such as `{ts}.{body}`; absent for tokens.
    pub content: Option<String>,
    /// Where the event id that is signed stands, as `{id}` of the template.
    pub id_source: Option<String>,
    /// The signed timestamp.
    pub timestamp: Option<TimestampDefinition>,
    /// The spellings of the URL that the sender may have signed, where the content holds it.
    pub url_variants: Vec<UrlVariant>,
    /// What must be equal beside the signature.
    pub checks: Vec<CheckDefinition>,
    /// For signed tokens: how they are.
    pub token: Option<TokenDefinition>,
    /// Where the delivery names the published key that it was signed with.
    pub key_id: Option<KeyIdDefinition>,
    /// What is proved, where it is less than what follows from the content.
    pub proves: Option<Authenticated>,
}

members!(SchemeDefinition {
    id: "id",
    #[cfg(feature = "details")]
    confidence: "confidence",
    #[cfg(feature = "details")]
    note: "note",
    opt_in: "optIn" or false,
    when: "when" or Vec::new(),
    signature: "signature",
    algorithm: "algorithm",
    key: "key" or KeyDefinition::default(),
    content: "content",
    id_source: "idSource",
    timestamp: "timestamp",
    url_variants: "urlVariants" or vec![UrlVariant::AsGiven],
    checks: "checks" or Vec::new(),
    token: "jwt",
    key_id: "keyId",
    proves: "proves",
});

/// Where a signature stands and how it is written.
#[derive(Clone, Debug)]
pub struct SignatureDefinition {
    /// `header:NAME`, `query:NAME`, `form:NAME` or `json:/pointer`, in which `{param:name}` stands for a parameter. For
    /// the algorithm `static` a `*` in a pointer stands for every item of an array.
    pub source: String,
    /// How the value is laid out.
    pub layout: LayoutDefinition,
    /// How each signature is written.
    pub encoding: Encoding,
}

members!(SignatureDefinition { source: "source", layout: "layout", encoding: "encoding" });

/// How the value of a signature header is laid out.
#[derive(Clone, Debug)]
pub enum LayoutDefinition {
    /// The signature alone.
    Bare,
    /// A fixed text, then the signature: `sha256=<hex>`, `Token <key>`.
    Prefix {
        /// The fixed text, blanks included.
        text: String,
        /// Whether its letters may be of either case.
        ignore_case: bool,
    },
    /// Named parts: `t=1700000000,v1=<hex>`. A part may stand several times; each `signature` part is a candidate.
    Pairs {
        /// Between parts, `,`.
        separator: String,
        /// Between name and value, `=`.
        assign: String,
        /// Name of the parts that are signatures.
        signature: String,
    },
    /// Tagged signatures: `v1,<base64> v1,<base64>`; other tags are versions that are skipped.
    List {
        /// Between signatures.
        separator: String,
        /// The tag before each signature, `v1,`.
        tag: String,
    },
}

impl LayoutDefinition {
    /// Whether a text of it lacks something.
    pub fn lacks(&self, lacks: &dyn Fn(&str) -> bool) -> bool {
        matches!(self, Self::Pairs { signature, .. } if lacks(signature))
    }

    /// Whether there is more in the value than the signature.
    pub fn is_laid_out(&self) -> bool {
        !matches!(self, Self::Bare)
    }
}

impl Read for LayoutDefinition {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        const LAYOUTS: &[&str] = &["bare", "prefix", "pairs", "list"];
        if !node.is_object() {
            return match LAYOUTS[node.word(LAYOUTS)?] {
                "bare" => Ok(Self::Bare),
                _ => {
                    Err(node
                        .misfit("found the name of a layout alone, expected an object that has its parts".to_owned()))
                }
            };
        }
        let [(name, parts)] = node.entries()?[..] else {
            return Err(node.misfit("found another number of members, expected the one layout".to_owned()));
        };
        Ok(match LAYOUTS[name.word(LAYOUTS)?] {
            "prefix" => {
                let mut parts = parts.members(&["text", "ignoreCase"])?;
                Self::Prefix { text: parts.take()?, ignore_case: parts.take_or(|| false)? }
            }
            "pairs" => {
                let mut parts = parts.members(&["separator", "assign", "signature"])?;
                Self::Pairs { separator: parts.take()?, assign: parts.take()?, signature: parts.take()? }
            }
            "list" => {
                let mut parts = parts.members(&["separator", "tag"])?;
                Self::List { separator: parts.take()?, tag: parts.take()? }
            }
            _ => return Err(parts.misfit("found parts, expected the layout `bare` as a string".to_owned())),
        })
    }
}

/// How a secret becomes a key.
#[derive(Clone, Debug, Default)]
pub struct KeyDefinition {
    /// The secret's own encoding.
    pub format: Encoding,
    /// Prefixes that are dropped before decoding, the first that fits.
    pub strip_prefix: Vec<String>,
    /// The encoding of a secret without such a prefix, where it is another.
    pub without_prefix: Option<Encoding>,
    /// `sha1`: the key is the digest of that.
    pub prehash: Option<Prehash>,
}

members!(KeyDefinition {
    format: "format" or Encoding::default(),
    strip_prefix: "stripPrefix" or Vec::new(),
    without_prefix: "withoutPrefix",
    prehash: "prehash",
});

/// What a secret is hashed with to be the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prehash {
    /// SHA-1.
    Sha1,
}

words!(Prehash { Sha1: "sha1" });

/// A signed timestamp.
#[derive(Clone, Debug)]
pub struct TimestampDefinition {
    /// Any source: `header:NAME`, `part:NAME` of the `pairs` layout, `json:/pointer`, `form:NAME`, `query:NAME`, `claim:/pointer`.
    pub source: String,
    /// How it is written.
    pub unit: Unit,
    /// Seconds that it may lie before or after the time of receipt, where the caller does not say; absent where the
    /// sender names no limit, so that the caller decides.
    pub tolerance_seconds: Option<u32>,
    /// Whether a delivery may lack it.
    pub optional: bool,
}

members!(TimestampDefinition {
    source: "source",
    unit: "unit",
    tolerance_seconds: "toleranceSeconds",
    optional: "optional" or false,
});

/// Two texts that must be equal.
#[derive(Clone, Debug)]
pub struct CheckDefinition {
    /// Where the one stands that the sender has signed.
    pub source: String,
    /// Template of the other, made of what was received.
    pub equals: String,
    /// Whether the first may be absent: never, always, or only when the body is empty.
    pub optional: Absence,
}

members!(CheckDefinition { source: "source", equals: "equals", optional: "optional" or Absence::Never });

/// When something may be absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// Never.
    Never,
    /// Always.
    Always,
    /// When the body is empty.
    EmptyBody,
}

impl Read for Absence {
    fn read(node: Node<'_>) -> Result<Self, Misfit> {
        match node.source() {
            "false" => Ok(Self::Never),
            "true" => Ok(Self::Always),
            "\"empty-body\"" => Ok(Self::EmptyBody),
            _ => Err(node.expected("true, false or \"empty-body\"")),
        }
    }
}

/// How a sender's signed tokens are.
#[derive(Clone, Debug)]
pub struct TokenDefinition {
    /// The algorithms that the header may name: `HS256`, `HS384`, `HS512`, `ES256`.
    pub algorithms: Vec<String>,
    /// Seconds that the clocks may differ where `exp` and `nbf` are compared.
    pub leeway_seconds: u32,
}

members!(TokenDefinition { algorithms: "algorithms", leeway_seconds: "leewaySeconds" or 0 });
