// The built-in providers. Made by `cargo xtask generate`; do not edit.

/** The ids of the built-in providers, sorted. */
export const PROVIDER_IDS = [
  'edesy',
  'edesy-masking',
  'edesy-voice',
  'edna-pulse',
] as const;

/** The id of a built-in provider. */
export type ProviderId = (typeof PROVIDER_IDS)[number];

/** The senders' names as they write them. */
export const PROVIDER_NAMES: Readonly<Record<ProviderId, string>> = {
  'edesy': 'Edesy WhatsApp CRM',
  'edesy-masking': 'Edesy Number Masking',
  'edesy-voice': 'Edesy Voice Agent',
  'edna-pulse': 'edna Pulse',
};
