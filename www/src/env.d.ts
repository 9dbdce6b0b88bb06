// What the build makes importable.

declare module 'senders:catalogue' {
  const catalogue: import('./samples.ts').Brief[];
  export default catalogue;
}
declare module 'senders:gallery' {
  const rows: [provider: string, name: string, comment: string, code: string, event: string][];
  export default rows;
}
declare module 'senders:setups' {
  const setups: Record<string, { name: string; setup: object; query: { channel?: string; event: string } }[]>;
  export default setups;
}
declare module 'senders:schema' {
  const schema: Record<string, unknown>;
  export default schema;
}
declare module 'senders:load' {
  const load: Record<string, () => Promise<{ default: import('./samples.ts').Sender }>>;
  export default load;
}
declare module 'senders:faults' {
  /** Each fault that a sender of the corpus can have. */
  export const rows: [file: string, provider: string, scheme: string, fault: string][];
  /** What a code of a fault says. */
  export const words: Record<string, string>;
  export const load: Record<
    string,
    () => Promise<{ default: Record<string, { sample: import('./samples.ts').Sample; others: string[] }> }>
  >;
}
declare module '*.css';
declare module '*?worker&url' {
  const url: string;
  export default url;
}
