// Serves the built playground: files only, with the same policy as the page's own and what a header can say beside it.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A server of the built files on a loopback port; 0 is any free one. */
export async function serve(port = 0, folder = fileURLToPath(new URL('./dist/', import.meta.url))) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path));
    const headers = {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Cache-Control': 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    };
    try {
      if (!file.startsWith(folder)) throw new Error('outside');
      const bytes = await readFile(file);
      response.writeHead(200, headers).end(bytes);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found\n');
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { server, address: `http://127.0.0.1:${server.address().port}/` };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { address } = await serve(Number(process.env.PLAYGROUND_PORT ?? 0));
    console.log(`  playground: ${address}`);
  } catch (error) {
    console.error(`cannot serve the playground: ${error.message}; PLAYGROUND_PORT names another port, 0 any free one`);
    process.exit(1);
  }
}
