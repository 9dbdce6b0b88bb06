// `hookproof/adapters`: from a host's request to its response, with all that an endpoint has to do in between.

export { handler } from './adapters/fetch.js';
export { type NodeRequest, type NodeResponse, nodeHandler } from './adapters/node.js';
export type { HandlerOptions, Outcome, Received, Reply, Result } from './adapters/options.js';
