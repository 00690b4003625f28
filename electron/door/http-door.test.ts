import { createServer, type AddressInfo, type Server } from 'node:net';
import { request as httpRequest } from 'node:http';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import type { Door } from '../engine/engine.ts';
import { createAnswer } from './answer-request.ts';
import { openHttpDoor, type HttpDoor, type HttpDoorOptions } from './http-door.ts';

const opened: Array<{ close(): unknown }> = [];
afterEach(async () => {
  for (const door of opened.splice(0)) await door.close();
});

type Seen = { request: Request; door: Door };

async function open(options: Partial<HttpDoorOptions> = {}): Promise<{ door: HttpDoor; seen: Seen[] }> {
  const seen: Seen[] = [];
  const engine = {
    fetch: async (request: Request, door: Door) => {
      seen.push({ request, door });
      return new Response(await request.text(), { headers: { 'x-door': door.name } });
    },
  };
  const screens = async () => new Response('the screens');
  const door = await openHttpDoor({
    port: 0,
    shopNetwork: false,
    answer: createAnswer({ engine, screens }),
    ...options,
  });
  if (!door.ok) throw new Error(door.failure.message);
  opened.push(door.value);
  return { door: door.value, seen };
}

type Raw = { status: number; body: string };

/** With a Host of its own choosing, which fetch does not allow. */
function ask(port: number, path: string, headers: Record<string, string>, host = '127.0.0.1'): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host, port, path, headers, agent: false }, (answer) => {
      let body = '';
      answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
    });
    request.on('error', reject);
    request.end();
  });
}

async function hasIpv6(): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(0, '::1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}

async function occupy(host: string): Promise<{ server: Server; port: number }> {
  const server = createServer();
  server.listen(0, host);
  await once(server, 'listening');
  opened.push({ close: () => server.close() });
  return { server, port: (server.address() as AddressInfo).port };
}

describe('the HTTP door', () => {
  it('gives the engine its paths and the screens the rest', async () => {
    const { door, seen } = await open();
    const text = async (path: string) => (await fetch(door.url + path)).text();
    expect(await text('/')).toBe('the screens');
    expect(await text('/apiary')).toBe('the screens');
    expect(await text('/api-docs/swagger-ui.css')).toBe('the screens');
    expect(seen).toHaveLength(0);
    for (const path of ['/api/v1/health', '/api/docs', '/auth/token/']) await text(path);
    expect(seen).toHaveLength(3);
    const posted = await fetch(`${door.url}/api/v1/orders`, { method: 'POST', body: '{"id":1}' });
    expect(await posted.text()).toBe('{"id":1}');
  });

  it("tells the engine who comes in and which addresses are the till's own", async () => {
    const { door, seen } = await open();
    await fetch(`${door.url}/api/v1/health`);
    expect(seen[0]?.door).toEqual({
      name: 'loopback',
      remoteAddress: '127.0.0.1',
      ownHosts: [`127.0.0.1:${door.port}`, `localhost:${door.port}`, `[::1]:${door.port}`],
      ownOrigins: [
        `http://127.0.0.1:${door.port}`,
        `http://localhost:${door.port}`,
        `http://[::1]:${door.port}`,
      ],
    });
  });

  it('opens IPv6 loopback on the same port where there is one', async () => {
    const { door, seen } = await open();
    if (!(await hasIpv6())) {
      expect((await fetch(`${door.url}/api/v1/health`)).status).toBe(200);
      return;
    }
    expect((await fetch(`http://[::1]:${door.port}/api/v1/health`)).status).toBe(200);
    expect(seen[0]?.door).toMatchObject({ name: 'loopback', remoteAddress: '::1' });
  });

  it.each(['evil.example', 'evil.example:8000', '127.0.0.1.evil.example', '127.0.0.1:1', 'localhost'])(
    'sends a page of the host %s away, from the screens too',
    async (host) => {
      const { door } = await open();
      const refused = await ask(door.port, '/', { host });
      expect(refused.status).toBe(403);
      expect(JSON.parse(refused.body)).toMatchObject({ error: { code: 'host-refused' } });
      expect(await ask(door.port, '/', { host: `LocalHost:${door.port}` })).toEqual({
        status: 200,
        body: 'the screens',
      });
    },
  );

  it('does not give the screens to pages of other origins', async () => {
    const { door } = await open();
    const from = (origin: string) => fetch(`${door.url}/assets/main.js`, { headers: { origin } });
    expect((await from('https://evil.example')).status).toBe(403);
    expect((await from('null')).status).toBe(403);
    expect((await from(`http://localhost:${door.port}`)).status).toBe(200);
  });

  it('refuses a body that calls itself too large before it is sent', async () => {
    const { door, seen } = await open();
    const send = (path: string, length: number) =>
      new Promise<Raw>((resolve, reject) => {
        const request = httpRequest(
          { port: door.port, host: '127.0.0.1', path, method: 'POST', headers: { 'content-length': length } },
          (answer) => {
            let body = '';
            answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
            answer.on('end', () => {
              resolve({ status: answer.statusCode ?? 0, body });
              request.destroy();
            });
          },
        );
        request.on('error', reject);
        request.flushHeaders();
      });
    const refused = await send('/api/v1/orders', 1024 * 1024 + 1);
    expect(refused.status).toBe(413);
    expect(JSON.parse(refused.body)).toMatchObject({ error: { code: 'request-too-large' } });
    expect((await send('/api/v1/product-imports?fileName=x', 64 * 1024 * 1024 + 1)).status).toBe(413);
    expect(seen).toHaveLength(0);
    const large = 'x'.repeat(2 * 1024 * 1024);
    const imported = await fetch(`${door.url}/api/v1/product-imports`, { method: 'POST', body: large });
    expect((await imported.text()).length).toBe(large.length);
  });

  it('says which port is in use', async () => {
    const { port } = await occupy('127.0.0.1');
    const answer = createAnswer({
      engine: { fetch: async () => new Response() },
      screens: async () => new Response(),
    });
    const door = await openHttpDoor({ port, shopNetwork: false, answer });
    expect(door).toMatchObject({ ok: false, failure: { code: 'port-in-use' } });
    expect(door.ok ? '' : door.failure.message).toContain(`Port ${port}`);
  });

  it('leaves nothing open when only one of the two addresses is free', async () => {
    const { port } = await occupy((await hasIpv6()) ? '::1' : '127.0.0.1');
    const answer = createAnswer({
      engine: { fetch: async () => new Response() },
      screens: async () => new Response(),
    });
    expect(await openHttpDoor({ port, shopNetwork: false, answer })).toMatchObject({
      failure: { code: 'port-in-use' },
    });
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  });

  it('finishes what it has begun before it closes, and takes nothing new', async () => {
    let finish: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (finish = resolve));
    let entered: () => void = () => undefined;
    const inside = new Promise<void>((resolve) => (entered = resolve));
    const { door } = await open({
      answer: async () => {
        entered();
        await begun;
        return new Response('sold');
      },
    });
    const sale = fetch(`${door.url}/api/v1/orders`);
    await inside;
    const closing = door.close();
    await expect(fetch(`${door.url}/api/v1/orders`)).rejects.toThrow();
    finish();
    expect(await (await sale).text()).toBe('sold');
    await closing;
    opened.length = 0;
  });

  it("knows the shop's network from this machine when both may come in", async () => {
    const { door, seen } = await open({ shopNetwork: true });
    await fetch(`${door.url}/api/v1/health`);
    expect(seen[0]?.door.name).toBe('loopback');
  });
});
