// Types of `base64.js`, which `cargo xtask build` makes of the module beside it.

export const base64: string;
