// Types of the `glue.js` that `cargo xtask build` puts beside the module with everything.

export * from '../glue.js';
