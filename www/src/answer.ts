// What crosses between the page and its worker.

import type { Candidate, Explanation, PlainReport, Problem } from 'hookproof';
import type { Case } from './case.ts';

/** A problem with its place in the editor's text. */
export interface PlacedProblem extends Problem {
  from: number | null;
  to: number | null;
}

/** The verdict, as soon as there is one. */
export interface Verdict {
  /** The report without its problems, or `null` when the options are not right. */
  report: Omit<PlainReport, 'problems'> | null;
  problems: PlacedProblem[];
  /** What is wrong with the options. */
  misuse: { code: string; message: string } | null;
  /** What the verification took, in milliseconds. */
  took: number;
  /** Whether there are more bytes than are looked at closely. */
  large: boolean;
}

/** A piece of text that is shown; bytes that are no text are U+FFFD. */
export interface ShownText {
  name: string | null;
  /** `null` where a secret stands. */
  text: string | null;
  bytes: number;
}

export interface ShownScheme {
  id: string;
  place: string;
  parts: ShownText[];
  content: ShownText[];
  problem: string | null;
}

/** A stretch of a difference. */
export interface Stretch {
  kind: 'same' | 'received' | 'signed';
  text: string;
}

/** A value of the payload. */
export interface Branch {
  key: string;
  pointer: string;
  type: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null' | 'integer64';
  /** What is shown: of an object or array how many members it has. */
  value: string;
  children?: Branch[];
  /** Whether the options or the definition name it as a capture. */
  captured?: boolean;
  /** Members that are left out. */
  more?: number;
}

/** What is found by looking closely. */
export interface Looked {
  explanation: Explanation | null;
  schemes: ShownScheme[];
  bodyDifference: Stretch[] | null;
  urlDifference: Stretch[] | null;
  /** Whether causes are searched only when they are asked for. */
  searchable: boolean;
}

/** What takes longer, told after the verdict. */
export interface Detail extends Looked {
  tree: Branch | null;
  candidates: readonly Candidate[];
}

/** What is wrong with a delivery, so far as it can be made again. */
export interface Wrong {
  /** The body and the URL as they were signed, where it is proved that others arrived. */
  signedBody: Uint8Array<ArrayBuffer> | null;
  signedUrl: string | null;
  codes: { code: string; proved: boolean }[];
}

/** A question to the worker. */
export type Question =
  | { what: 'check'; case: Case }
  | { what: 'detail'; case: Case }
  | { what: 'search'; case: Case }
  | { what: 'call'; name: CallName; values: unknown[] };

/** Functions of the package that the page calls through the worker. */
export type CallName =
  | 'version'
  | 'sign'
  | 'wrong'
  | 'checkEndpoint'
  | 'retrySchedule'
  | 'route'
  | 'checkSetup'
  | 'handshake'
  | 'compile';

export interface Asked {
  id: number;
  question: Question;
}

export type Answered = { id: number } & ({ value: unknown } | { error: { code: string; message: string } });
