// The gallery of states that the tests have saved, as pages of a small server of our own.

import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const kinds = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript',
  '.svg': 'image/svg+xml', '.woff2': 'font/woff2',
};

/// The states in Swedish, with where each is; none where the tests have not run.
export async function gallery(folder) {
  const list = join(folder, 'states.json');
  if (!existsSync(list)) return null;
  const states = JSON.parse(readFileSync(list, 'utf8')).filter((state) => state.language === 'sv');
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://here').pathname));
    const file = join(folder, path);
    if (path.includes('..') || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': kinds[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { states, base: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
