// From the compiled scripts of the package to the few that it ships, without comments, blanks and long local names.
//
// What entries share is one script, so that classes exist once. Names of classes stay, and so do those of the functions of an
// entry: stack traces are read.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, transformSync } from 'esbuild';
import { rolldown } from 'rolldown';
import { parseAst } from 'rolldown/parseAst';

const [from, to] = process.argv.slice(2);
const TARGET = 'es2022';
/** Only the scripts for Deno have source phase imports, and they keep them. */
const SUPPORTED = { 'import-source': true };
/** The script in which what hosts import has come to lie. */
const SHARED = { '../../entry.js': '../../core.js' };

const files = readdirSync(from, { recursive: true }).map((file) => file.replaceAll('\\', '/'));

await common();
for (const file of files.filter((name) => /^[^/]+\/[^/]+\/index\.js$/.test(name))) await host(file);
for (const file of files.filter((name) => /\/(?:glue|base64)\.js$/.test(name))) single(file);

/** What the entries share, and what stands beside them. */
async function common() {
  const names = { class: true, function: false };
  const input = { core: 'entry.js', index: 'index.js', adapters: 'adapters.js', stores: 'stores.js' };
  const graph = await rolldown({
    input: Object.fromEntries(Object.entries(input).map(([name, file]) => [name, join(from, file)])),
    platform: 'neutral',
    // Beside its own exports a script may have what the others take of it.
    preserveEntrySignatures: 'allow-extension',
    treeshake: { moduleSideEffects: false },
  });
  const { output } = await graph.generate({
    format: 'esm',
    minify: {
      compress: { target: TARGET, keepNames: names },
      mangle: { toplevel: true, keepNames: names },
      codegen: { removeWhitespace: true },
    },
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    hoistTransitiveImports: false,
    minifyInternalExports: false,
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [
        // Apart, so that a program that takes no more than a constant is bundled with no more.
        { name: 'constants', test: /[\\/](?:errors|codes)\.js$/ },
        { name: 'core', test: /[\\/]scripts[\\/](?!adapters|stores|index)[^\\/]+\.js$/ },
      ],
    },
  });
  for (const { fileName, code } of output) write(fileName, inLines(code));
}

/**
 * The list of an entry's functions and the loader of a host in one. What the list passes on by `export *` has to stay that:
 * bundlers then look past the list for it.
 */
async function host(file) {
  const { outputFiles } = await build({
    entryPoints: [join(from, file)],
    bundle: true,
    write: false,
    format: 'esm',
    target: TARGET,
    supported: SUPPORTED,
    minify: true,
    plugins: [
      {
        name: 'elsewhere',
        setup(build) {
          build.onResolve({ filter: /./ }, ({ kind, path }) => {
            const own = kind === 'entry-point' || path === './load.js';
            return own ? undefined : { path: SHARED[path] ?? path, external: true };
          });
        },
      },
    ],
  });
  write(file, outputFiles[0].text);
}

function single(file) {
  const text = readFileSync(join(from, file), 'utf8');
  const minified = (format) => transformSync(text, { loader: 'js', format, target: TARGET, minify: true }).code;
  write(file, minified('esm'));
  // Loaded late by Node, which waits for no module that is not a file of CommonJS in all its versions.
  const late = /\/details\/glue\.js$/.test(file) && files.includes(file.replace('details/', ''));
  if (late) write(file.replace(/\.js$/, '.cjs'), minified('cjs'));
}

/**
 * Gives each statement, constant and class member a line of its own: of an error that nobody catches Node prints the
 * line that threw it.
 */
function inLines(code) {
  const starts = parseAst(code).body.flatMap((statement) => {
    const declared = statement.type === 'VariableDeclaration' ? statement.declarations : [];
    const classes = [statement, ...declared.map(({ init }) => init)].filter((one) => /^Class/.test(one?.type));
    const members = classes.flatMap(({ body }) => body.body);
    return [statement, ...declared.slice(1), ...members].map(({ start }) => start);
  });
  const breaks = [...starts.filter((start) => start > 0).sort((one, other) => one - other), code.length];
  return (
    code.slice(0, breaks[0]) +
    breaks
      .slice(1)
      .map((end, place) => `\n${code.slice(breaks[place], end)}`)
      .join('')
  );
}

function write(file, text) {
  const path = join(to, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
