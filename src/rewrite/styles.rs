//! The one table of how serialisers write JSON: blanks, indents, and which characters they escape.

/// How a serialiser writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// What it is called in faults and in evidence.
    pub name: &'static str,
    /// What writes so.
    pub who: &'static str,
    /// Blanks at the start of lines; `None` for a single line.
    pub indent: Option<Indent>,
    /// Between name and value.
    pub colon: &'static str,
    /// Between items on one line.
    pub comma: &'static str,
    /// How characters beyond ASCII are written.
    pub ascii: Ascii,
    /// Characters of ASCII that are written as `\u00XX` beside those that must be; `"` among them in place of `\"`.
    pub escaped: &'static str,
    /// Whether the digits of such escapes are capitals.
    pub capitals: bool,
    /// Whether `/` is written `\/`.
    pub slash: bool,
    /// Whether U+2028 and U+2029 are escaped, which end lines in JavaScript.
    pub separators: bool,
    /// Whether U+0085 is escaped, the next line.
    pub next_line: bool,
    /// Whether arrays stay on one line where objects do not, with a blank inside of every bracket.
    pub flat: bool,
    /// Whether backspace and form feed have their short escapes.
    pub short: bool,
    /// Whether a line break stands at the end.
    pub newline: bool,
}

/// What stands at the start of lines, for each level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Indent {
    /// So many blanks.
    Blanks(usize),
    /// A tab.
    Tab,
}

/// How characters beyond ASCII are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ascii {
    /// As they are.
    Kept,
    /// As `\uXXXX`.
    Escaped,
    /// As `\uXXXX`, and the control character DEL too.
    EscapedWithDel,
}

/// What most of them do: no blanks, nothing escaped that need not be.
const COMPACT: Style = Style {
    name: "compact",
    who: "JSON.stringify in JavaScript, JSON.generate in Ruby, serde_json in Rust",
    indent: None,
    colon: ":",
    comma: ",",
    ascii: Ascii::Kept,
    escaped: "",
    capitals: false,
    slash: false,
    separators: false,
    next_line: false,
    flat: false,
    short: true,
    newline: false,
};

/// `json.dumps` of Python with its defaults.
const PYTHON: Style = Style {
    name: "python",
    who: "json.dumps in Python",
    colon: ": ",
    comma: ", ",
    ascii: Ascii::EscapedWithDel,
    ..COMPACT
};

/// `json_encode` of PHP with its defaults.
const PHP: Style = Style { name: "php", who: "json_encode in PHP", ascii: Ascii::Escaped, slash: true, ..COMPACT };

/// `json.Marshal` of Go.
const GO: Style =
    Style { name: "go", who: "json.Marshal in Go, to_json in Rails", escaped: "<>&", separators: true, ..COMPACT };

/// `System.Text.Json` of .NET with its default encoder.
const DOTNET: Style = Style {
    name: "dotnet",
    who: "System.Text.Json in .NET",
    ascii: Ascii::EscapedWithDel,
    escaped: "\"<>&'+`",
    capitals: true,
    ..COMPACT
};

/// Gson of Java, which takes HTML into account unless told otherwise.
const GSON: Style = Style { name: "gson", who: "Gson in Java", escaped: "<>&='", separators: true, ..COMPACT };

/// Newtonsoft.Json of .NET.
const NEWTONSOFT: Style =
    Style { name: "newtonsoft", who: "Newtonsoft.Json in .NET", separators: true, next_line: true, ..COMPACT };

/// Every style; those that more senders and frameworks use come first.
pub const STYLES: &[Style] = &[
    COMPACT,
    Style {
        name: "indent-2",
        who: "JSON.stringify(value, null, 2)",
        indent: Some(Indent::Blanks(2)),
        colon: ": ",
        ..COMPACT
    },
    PYTHON,
    PHP,
    GO,
    Style {
        name: "indent-4",
        who: "JSON.stringify(value, null, 4)",
        indent: Some(Indent::Blanks(4)),
        colon: ": ",
        ..COMPACT
    },
    Style {
        name: "spaced",
        who: "json.dumps(value, ensure_ascii=False), JSON of PostgreSQL and MySQL",
        colon: ": ",
        comma: ", ",
        ..COMPACT
    },
    Style { name: "python-compact", who: "json.dumps(value, separators=(',', ':'))", colon: ":", comma: ",", ..PYTHON },
    Style { name: "python-indent-2", who: "json.dumps(value, indent=2)", indent: Some(Indent::Blanks(2)), ..PYTHON },
    Style { name: "python-indent-4", who: "json.dumps(value, indent=4)", indent: Some(Indent::Blanks(4)), ..PYTHON },
    DOTNET,
    Style {
        name: "indent-tab",
        who: "JSON.stringify(value, null, '\\t')",
        indent: Some(Indent::Tab),
        colon: ": ",
        ..COMPACT
    },
    Style {
        name: "php-unicode",
        who: "json_encode(value, JSON_UNESCAPED_UNICODE)",
        ascii: Ascii::Kept,
        separators: true,
        ..PHP
    },
    Style { name: "php-slashes", who: "json_encode(value, JSON_UNESCAPED_SLASHES)", slash: false, ..PHP },
    Style {
        name: "php-pretty",
        who: "json_encode(value, JSON_PRETTY_PRINT)",
        indent: Some(Indent::Blanks(4)),
        colon: ": ",
        ..PHP
    },
    Style { name: "go-line", who: "json.Encoder in Go", newline: true, ..GO },
    Style { name: "go-indent-2", who: "json.MarshalIndent in Go", indent: Some(Indent::Blanks(2)), colon: ": ", ..GO },
    Style { name: "go-indent-tab", who: "json.MarshalIndent with a tab", indent: Some(Indent::Tab), colon: ": ", ..GO },
    GSON,
    Style {
        name: "gson-pretty",
        who: "Gson with setPrettyPrinting",
        indent: Some(Indent::Blanks(2)),
        colon: ": ",
        ..GSON
    },
    Style { name: "jackson", who: "Jackson in Java", capitals: true, ..COMPACT },
    Style {
        name: "jackson-pretty",
        who: "Jackson with its default pretty printer",
        indent: Some(Indent::Blanks(2)),
        colon: " : ",
        comma: ", ",
        flat: true,
        capitals: true,
        ..COMPACT
    },
    NEWTONSOFT,
    Style {
        name: "newtonsoft-indented",
        who: "Newtonsoft.Json with Formatting.Indented",
        indent: Some(Indent::Blanks(2)),
        colon: ": ",
        ..NEWTONSOFT
    },
    Style {
        name: "dotnet-indented",
        who: "System.Text.Json with WriteIndented",
        indent: Some(Indent::Blanks(2)),
        colon: ": ",
        ..DOTNET
    },
    Style { name: "compact-line", who: "jq -c and other tools that end with a line", newline: true, ..COMPACT },
    Style {
        name: "indent-2-line",
        who: "jq, formatters and editors",
        indent: Some(Indent::Blanks(2)),
        colon: ": ",
        newline: true,
        ..COMPACT
    },
    Style { name: "colon-blank", who: "a blank after each colon", colon: ": ", ..COMPACT },
    Style { name: "comma-blank", who: "a blank after each comma", comma: ", ", ..COMPACT },
];

impl Style {
    /// The style of a name.
    pub fn named(name: &str) -> Option<&'static Style> {
        STYLES.iter().find(|style| style.name == name)
    }
}
