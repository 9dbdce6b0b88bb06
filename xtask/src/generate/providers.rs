//! The senders for TypeScript.

use super::catalog::Entry;
use super::{MADE_BY, quoted};

pub fn typescript(entries: &[Entry]) -> String {
    let mut ids = String::new();
    let mut names = String::new();
    for Entry { definition, .. } in entries {
        ids.push_str(&format!("  {},\n", quoted(&definition.id)));
        names.push_str(&format!("  {}: {},\n", quoted(&definition.id), quoted(&definition.name)));
    }
    format!(
        "// The built-in providers. {MADE_BY}\n\n\
         /** The ids of the built-in providers, sorted. */\n\
         export const PROVIDER_IDS = [\n{ids}] as const;\n\n\
         /** The id of a built-in provider. */\n\
         export type ProviderId = (typeof PROVIDER_IDS)[number];\n\n\
         /** The senders' names as they write them. */\n\
         export const PROVIDER_NAMES: Readonly<Record<ProviderId, string>> = {{\n{names}}};\n"
    )
}
