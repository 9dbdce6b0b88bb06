// The host's own hash functions, where it has some that answer at once: Node, Bun, Deno, and workerd with `nodejs_compat`.

/** Hash functions of the host. */
export interface HostHash {
  /** Bytes from which on they are faster than the module's. */
  readonly least: number;
  /** The digest, a character of U+0000 to U+00FF for each byte. */
  digest(algorithm: string, bytes: Uint8Array): string;
}

/** What is used of `node:crypto`. */
interface Crypto {
  hash?(algorithm: string, bytes: Uint8Array, encoding: string): string;
  createHash?(algorithm: string): { update(bytes: Uint8Array): { digest(encoding: string): string } };
}

interface Host {
  readonly navigator?: { readonly userAgent?: string };
  readonly process?: { getBuiltinModule?(name: string): Crypto | undefined };
}

// Measured: one call costs what the module needs for so many bytes, and more in workerd.
const ONE_CALL = 128;
const THREE_CALLS = 768;
const IN_WORKERD = 1536;
/** SHA-256 of nothing, as far as it takes to tell it from anything else. */
const OF_NOTHING = '\xe3\xb0\xc4\x42\x98\xfc\x1c\x14';

let found: HostHash | null | undefined;

/** The host's hash functions, if it has them. Without an import, which a bundler or another host would stumble over. */
export function hostHash(): HostHash | undefined {
  if (found === undefined) found = look() ?? null;
  return found ?? undefined;
}

function look(): HostHash | undefined {
  try {
    const crypto = (globalThis as Host).process?.getBuiltinModule?.('node:crypto');
    const host = crypto && whole(crypto);
    // Some hosts have the functions, and not these encodings.
    return host?.digest('sha256', new Uint8Array(0)).startsWith(OF_NOTHING) ? host : undefined;
  } catch {
    return undefined;
  }
}

function whole({ hash, createHash }: Crypto): HostHash | undefined {
  const workerd = (globalThis as Host).navigator?.userAgent === 'Cloudflare-Workers';
  const least = workerd ? IN_WORKERD : hash === undefined ? THREE_CALLS : ONE_CALL;
  if (hash !== undefined) return { least, digest: (name, bytes) => hash(name, bytes, 'latin1') };
  if (createHash === undefined) return undefined;
  return { least, digest: (name, bytes) => createHash(name).update(bytes).digest('latin1') };
}
