// Types of this folder's `glue.js`, which `cargo xtask build` puts beside the module with words.

export * from '../glue.js';
