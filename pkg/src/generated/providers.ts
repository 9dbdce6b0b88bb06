// Generated from providers/ by `cargo xtask generate`; do not edit.

/** Ids of the built-in providers. */
export const PROVIDER_IDS = ['edesy', 'edesy-masking', 'edesy-voice', 'edna-pulse'] as const;

/** Id of a built-in provider. */
export type ProviderId = (typeof PROVIDER_IDS)[number];
