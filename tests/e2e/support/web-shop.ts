import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type WebShop = { origin: string; close(): void };

/** What a front end of the documents does: a bearer token with every call; a 401 is answered by one refresh and a retry. */
const client = `
window.shop = {
  refreshes: 0,
  async send(method, path, body, token) {
    const answer = await fetch(window.api + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token === undefined ? {} : { Authorization: 'Bearer ' + token }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  },
  async signIn(username, password) {
    const { status, body } = await this.send('POST', '/api/token/', { username, password });
    this.tokens = body;
    return status;
  },
  async call(method, path, body) {
    const first = await this.send(method, path, body, this.tokens.access);
    if (first.status !== 401) return first;
    this.refreshes += 1;
    const renewed = await this.send('POST', '/api/token/refresh/', { refresh: this.tokens.refresh });
    if (renewed.status !== 200) return renewed;
    this.tokens = { ...this.tokens, ...renewed.body };
    return this.send(method, path, body, this.tokens.access);
  },
};`;

/** Another program's web page, of the first free port of those that are wanted; 0 is any. */
export async function serveWebShop(ports: readonly number[]): Promise<WebShop> {
  for (const port of ports) {
    const server = createServer((_, answer) => {
      answer.setHeader('content-type', 'text/html; charset=utf-8');
      answer.end(
        `<!doctype html><title>Web shop</title><link rel="icon" href="data:,"><script>${client}</script>`,
      );
    });
    if (!(await listens(server, port))) continue;
    const { port: own } = server.address() as AddressInfo;
    return { origin: `http://localhost:${own}`, close: () => server.close() };
  }
  throw new Error('no port for the web shop');
}

async function listens(server: Server, port: number): Promise<boolean> {
  server.listen(port);
  return Promise.race([once(server, 'listening').then(() => true), once(server, 'error').then(() => false)]);
}
