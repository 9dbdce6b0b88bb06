// The one error that the library throws on purpose: misuse, never a bad delivery.

import type { UsageCode } from './generated/codes.js';

/**
 * Misuse of the library: a missing secret, a parsed object as body, an unknown option.
 *
 * The message says what was found and what to do. It never holds a secret. A bad delivery causes no error; it is a
 * {@link Report} whose `ok` is `false`.
 *
 * @example
 * ```ts
 * try {
 *   createVerifier({ provider: 'edesy', secrets: [process.env.EDESY_SECRET ?? ''] });
 * } catch (error) {
 *   if (error instanceof UsageError && error.code === 'usage.secret') exit('EDESY_SECRET is not set');
 * }
 * ```
 */
export class UsageError extends Error {
  /** Which misuse; one of the `usage.*` codes. */
  readonly code: UsageCode;

  constructor(code: UsageCode, message: string) {
    super(message);
    this.code = code;
  }

  static {
    // On the prototype, so that a printed error shows the code as its only member.
    Object.defineProperty(UsageError.prototype, 'name', { value: 'UsageError', configurable: true, writable: true });
  }
}
