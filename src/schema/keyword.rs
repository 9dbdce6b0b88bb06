//! The one table of keywords that assert something, with the reason code that each gives.

use crate::code::Code;
use crate::packed::packed;

macro_rules! keywords {
    ($($variant:ident $name:literal $code:ident)*) => {
        /// A keyword that a value can break.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Keyword {
            $($variant,)*
        }

        packed!(enum Keyword { $($variant),* });

        impl Keyword {
            /// As it is written in a schema; empty for a schema that is `false`.
            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(Keyword::$variant => $name,)*
                }
            }

            pub(crate) fn code(self) -> Code {
                match self {
                    $(Keyword::$variant => Code::$code,)*
                }
            }

            /// Whether a tolerant schema may call what breaks the keyword drift.
            pub(crate) fn drifts(self) -> bool {
                let open = matches!(self, Keyword::Type | Keyword::Enum | Keyword::Const);
                open || self.code() == Code::SchemaUnknownField
            }

            pub(crate) fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($name if !name.is_empty() => Some(Keyword::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

keywords! {
    False "" SchemaFalse
    Type "type" SchemaType
    Enum "enum" SchemaEnum
    Const "const" SchemaConst
    Minimum "minimum" SchemaRange
    Maximum "maximum" SchemaRange
    ExclusiveMinimum "exclusiveMinimum" SchemaRange
    ExclusiveMaximum "exclusiveMaximum" SchemaRange
    MultipleOf "multipleOf" SchemaMultipleOf
    MinLength "minLength" SchemaLength
    MaxLength "maxLength" SchemaLength
    Pattern "pattern" SchemaPattern
    Format "format" SchemaFormat
    Required "required" SchemaRequired
    AdditionalProperties "additionalProperties" SchemaUnknownField
    UnevaluatedProperties "unevaluatedProperties" SchemaUnknownField
    MinProperties "minProperties" SchemaProperties
    MaxProperties "maxProperties" SchemaProperties
    DependentRequired "dependentRequired" SchemaDependent
    Dependencies "dependencies" SchemaDependent
    MinItems "minItems" SchemaItems
    MaxItems "maxItems" SchemaItems
    Items "items" SchemaItems
    AdditionalItems "additionalItems" SchemaItems
    UnevaluatedItems "unevaluatedItems" SchemaItems
    UniqueItems "uniqueItems" SchemaUnique
    Contains "contains" SchemaContains
    MinContains "minContains" SchemaContains
    MaxContains "maxContains" SchemaContains
    AnyOf "anyOf" SchemaAnyOf
    OneOf "oneOf" SchemaOneOf
    Not "not" SchemaNot
}
