// Types of this folder's `glue.js`, which `cargo xtask build` puts beside the larger module.

export * from '../glue.js';
