// The built-in providers. Made by `cargo xtask generate`; do not edit.

/** The id of a built-in provider. */
export type ProviderId = never;

/** The senders' names as they write them. */
export const PROVIDER_NAMES: Readonly<Record<ProviderId, string>> = {
};
