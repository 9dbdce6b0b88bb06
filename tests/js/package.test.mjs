// The package as it would be published: its files, its entries in both module systems, its types.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { path } from './support.mjs';

const EXPORTS = [
  'CODES',
  'FAULTS',
  'UsageError',
  'checkEndpoint',
  'checkSetup',
  'compileSchema',
  'createVerifier',
  'detect',
  'explain',
  'handshake',
  'init',
  'inspect',
  'providers',
  'retrySchedule',
  'route',
  'sign',
  'version',
];

/** What is exported beside the entries, and needs no module. */
const PLAIN = {
  './adapters': ['handler', 'nodeHandler'],
  './stores': ['ReplayClaims', 'StoreError', 'durableObjectStore', 'kvStore', 'memoryStore', 'redisStore'],
};

const EXPORTED = Object.keys(JSON.parse(readFileSync(path('pkg/package.json'), 'utf8')).exports);
/** What can be imported that has the functions, as in `hookproof/NAME`. */
const NAMES = EXPORTED.filter((name) => !/\.(?:wasm|json)$/.test(name) && !Object.hasOwn(PLAIN, name));
/** Entries with a module of their own, as they are built by the table in `xtask/src/build/entries.rs`: their folders. */
const ENTRIES = NAMES.filter((name) => !name.endsWith('/inline')).map((name) =>
  name === '.' ? 'hookproof' : name.slice(2),
);
const INLINE = NAMES.filter((name) => name.endsWith('inline')).map((name) =>
  name.split('/').at(-2).replace('.', 'hookproof'),
);

/** Those of which a module that only verifies is loaded first; `details` holds the one with everything. */
const SPLIT = ENTRIES.filter((entry) => entry !== 'full');

const CONSUMER = `
import { createVerifier, UsageError, type Delivery, type Problem, type ReportCode, type Verifier } from 'hookproof';
import { checkEndpoint, handshake, retrySchedule, type PlainReport, type Value } from 'hookproof';
import { createVerifier as createFullVerifier } from 'hookproof/full';

const options = { provider: 'edesy', secrets: ['s', new Uint8Array(4), { id: 'old', value: 't' }] } as const;
const verifier: Verifier = createVerifier({ ...options, mode: 'strict', integers: 'bigint', now: () => 0 });
const deliveries: Delivery[] = [
  { headers: { 'content-type': 'application/json', accept: ['a', 'b'], host: undefined }, body: '{}' },
  { headers: [['a', 'b']], body: new Uint8Array(), method: 'POST', url: 'https://h.example/', receivedAt: new Date() },
  { headers: new Map([['a', 'b']]), body: new ArrayBuffer(0), method: undefined, receivedAt: 0 },
  { headers: ['a', 'b'], body: new DataView(new ArrayBuffer(0)) },
];
for (const delivery of deliveries) {
  const report = verifier.verify(delivery);
  const code: ReportCode = report.code;
  const first: Problem | undefined = report.problems[0];
  const plain: PlainReport = report.toJSON();
  const value: Value | undefined = report.get('/a');
  const type: string | null | undefined = report.event?.type;
  // @ts-expect-error: the union of codes is closed
  if (report.code === 'signature.wrong') throw new Error();
  // @ts-expect-error: a payload has to be looked at before it is used
  report.payload.text;
  void [code, first, plain, value, type];
}
// @ts-expect-error: secrets, not secret
createVerifier({ provider: 'edesy', secret: 's' });
// @ts-expect-error: a parsed body
verifier.verify({ headers: {}, body: { a: 1 } });
// @ts-expect-error: only a member of the union
createVerifier({ provider: 'edesy', secrets: [], mode: 'lax' });
createVerifier({ provider: { id: 'own', name: 'Own', schemes: [] }, secrets: [] }).release();
const problem = checkEndpoint('edna-pulse', 'https://h.example/')[0]?.code;
const attempts: number = retrySchedule('edesy', 0).attempts.length;
const status: number | undefined = handshake({ provider: 'edesy', method: 'HEAD' })?.status;
const full: Verifier = createFullVerifier(options);
const misuse = (error: unknown) => error instanceof UsageError && error.code === 'usage.body';
void [problem, attempts, status, full, misuse];
{
  using scoped = createVerifier(options);
  void scoped.schemes;
}
`;

describe('the package', () => {
  let folder;
  let files;
  const manifest = JSON.parse(readFileSync(path('pkg/package.json'), 'utf8'));
  const inPackage = (file) => join(folder, 'node_modules/hookproof', file);
  const read = (file) => readFileSync(inPackage(file), 'utf8');
  const node = (...options) => execFileSync(process.execPath, options, { cwd: folder, encoding: 'utf8' }).trim();

  before(() => {
    mkdirSync(path('target'), { recursive: true });
    folder = mkdtempSync(path('target/package-'));
    const packed = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: path('pkg'),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [{ filename, files: listed }] = JSON.parse(packed);
    files = listed.map((file) => file.path).sort();
    mkdirSync(inPackage('.'), { recursive: true });
    execFileSync('tar', ['-xzf', join(folder, filename), '--strip-components=1', '-C', inPackage('.')]);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has the files it needs and no others', () => {
    const sources = readdirSync(path('pkg/src'), { recursive: true }).map((file) => file.replaceAll('\\', '/'));
    const shared = sources.filter((file) => /(?<!\.d)\.ts$/.test(file) && !file.startsWith('hosts/'));
    const hosts = sources.filter(
      (file) => file.startsWith('hosts/') && !file.slice(6).includes('.') && file !== 'hosts/details',
    );
    const declared = shared.map((file) => `dist/${file.replace(/\.ts$/, '.d.ts')}`);
    const scripts = ['adapters', 'constants', 'core', 'index', 'memory', 'stores'].map((name) => `dist/${name}.js`);
    const papers = ['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'package.json'];
    const list = (folder, host) => ['index.js', 'index.d.ts'].map((file) => `${folder}/${host}/${file}`);
    const names = hosts.map((host) => host.slice('hosts/'.length)).filter((host) => host !== 'inline');
    const ofEntries = [
      ...ENTRIES.flatMap((entry) => names.flatMap((host) => list(entry, host))),
      ...SPLIT.flatMap((entry) => ['glue.js', 'hookproof.wasm', 'details/glue.cjs'].map((file) => `${entry}/${file}`)),
      ...ENTRIES.flatMap((entry) => ['glue.js', 'hookproof.wasm'].map((file) => `${entry}/details/${file}`)),
      ...INLINE.flatMap((entry) => ['details/glue.js', 'base64.js'].map((file) => `${entry}-inline/${file}`)),
      ...INLINE.flatMap((entry) => list(`${entry}-inline`, 'inline')),
    ].map((file) => `dist/${file}`);
    assert.ok(hosts.length > 5 && ENTRIES.length > 2, `${hosts} ${ENTRIES}`);
    assert.deepEqual(files, [...papers, ...declared, ...scripts, ...ofEntries].sort());
  });

  it('imports nothing but its own files, and for Node the file system and what loads a script late', () => {
    for (const file of files.filter((name) => /\.(?:js|d\.ts)$/.test(name))) {
      // Scripts have no comments and few line breaks; declarations have both.
      const pattern = file.endsWith('.js')
        ? /\b(?:import|export)\b[^;]*?\bfrom\s*["']([^"']+)["']/g
        : /^(?:import|export)\s[^;]*?from\s+'([^']+)'/gm;
      const imports = read(file).matchAll(pattern);
      for (const [, from] of imports) {
        if (/^node:(?:fs|module)$/.test(from) && /\/node\/index\.js$/.test(file)) continue;
        assert.match(from, /^\.\.?\//, `${file} imports ${from}`);
        const target = posix.join(dirname(file), from.replace(/\?module$/, ''));
        // A declaration takes the others by the names that their scripts had before they were bundled.
        const wanted = file.endsWith('.js') ? target : target.replace(/\.js$/, '.d.ts');
        assert.ok(files.includes(wanted), `${file} imports ${from}, which is not there`);
      }
    }
  });

  it('depends on nothing and runs nothing when it is installed', () => {
    for (const field of [
      'dependencies',
      'peerDependencies',
      'optionalDependencies',
      'scripts',
      'bundledDependencies',
    ]) {
      assert.equal(manifest[field], undefined, field);
    }
  });

  it('names only files that are there', () => {
    const targets = (value) => (typeof value === 'string' ? [value] : Object.values(value).flatMap(targets));
    for (const target of targets(manifest.exports)) {
      assert.ok(files.includes(posix.normalize(target)), target);
    }
    assert.equal(Object.keys(manifest.exports['.'])[0], 'types', 'types come first');
  });

  it('does nothing when it is imported, and waits for nothing', () => {
    assert.equal(manifest.sideEffects, false);
    for (const file of files.filter((name) => name.endsWith('.js'))) {
      assert.doesNotMatch(read(file), /^(?:await\b|(?:export )?(?:const|let) .*= await\b|for await\b)/m, file);
    }
  });

  it('leaves the choice to the host, and the unknown one to the browser', () => {
    for (const name of NAMES.filter((name) => !name.endsWith('inline'))) {
      const { types, ...hosts } = manifest.exports[name];
      assert.match(types, /\/node\/index\.d\.ts$/);
      const folders = Object.entries(hosts).map(([host, target]) => [host, target.split('/').at(-2)]);
      assert.deepEqual(folders, [
        ['workerd', 'workerd'],
        ['edge-light', 'edge-light'],
        ['deno', 'deno'],
        ['bun', 'node'],
        ['node', 'node'],
        ['browser', 'browser'],
        ['default', 'browser'],
      ]);
    }
  });

  for (const name of NAMES.map((name) => `hookproof${name.slice(1)}`)) {
    it(`can be imported and required as ${name}, with the same exports`, () => {
      const names = 'console.log(Object.keys(hookproof).filter((name) => name !== "__esModule").sort().join())';
      const imported = node('--input-type=module', '-e', `import * as hookproof from '${name}'; ${names}`);
      assert.equal(imported, EXPORTS.join());
      const code = `const hookproof = require('${name}'); ${names}`;
      assert.equal(node('--no-warnings', '--input-type=commonjs', '-e', code), EXPORTS.join());
    });
  }

  for (const [path, exported] of Object.entries(PLAIN)) {
    it(`has ${path}, which loads no module`, () => {
      const names = 'Object.keys(hookproof).filter((name) => name !== "__esModule").sort().join()';
      const code = `globalThis.WebAssembly = undefined; const hookproof = await import('hookproof${path.slice(1)}');`;
      assert.equal(node('--input-type=module', '-e', `${code} console.log(${names})`), exported.join());
    });
  }

  it('verifies when it is required', () => {
    const code = `const { createVerifier } = require('hookproof');
      const report = createVerifier({ provider: 'edesy', secrets: ['s'] }).verify({ headers: {}, body: '{}' });
      console.log(report.status, report.code);`;
    assert.equal(node('--no-warnings', '--input-type=commonjs', '-e', code), '401 signature.missing');
  });

  it('prints nothing and keeps no process alive', () => {
    assert.equal(node('--input-type=module', '-e', "import 'hookproof';"), '');
  });

  it('does not let its inner files be imported', () => {
    const code = "import('hookproof/dist/core.js').catch((error) => console.log(error.code));";
    assert.equal(node('--input-type=module', '-e', code), 'ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  for (const [module, moduleResolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ]) {
    it(`has types for a strict consumer under ${moduleResolution}, without other types at hand`, () => {
      const config = {
        compilerOptions: {
          target: 'es2022',
          lib: ['es2022'],
          types: [],
          module,
          moduleResolution,
          strict: true,
          exactOptionalPropertyTypes: true,
          skipLibCheck: false,
          noEmit: true,
        },
        files: ['consumer.mts'],
      };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
      writeFileSync(join(folder, 'consumer.mts'), CONSUMER);
      try {
        node(path('node_modules/typescript/bin/tsc'), '--project', folder);
      } catch (error) {
        assert.fail(error.stdout);
      }
    });
  }
});
