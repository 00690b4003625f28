import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScreens } from './serve-screens.ts';

const top = mkdtempSync(join(tmpdir(), 'sukli-screens-'));
const folder = join(top, 'screens');
const screens = createScreens(folder);

beforeAll(() => {
  for (const name of ['assets', 'api-docs', '.vite']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<title>Sukli</title>');
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets', 'main-B1a2C3d4.js'), 'till()');
  writeFileSync(join(folder, 'assets', 'reader-B1a2C3d4.wasm'), new Uint8Array([0, 97, 115, 109]));
  writeFileSync(join(folder, 'api-docs', 'swagger-ui.css'), 'a{}');
  writeFileSync(join(folder, '.vite', 'manifest.json'), '{"secret":1}');
  writeFileSync(join(top, 'sukli.db'), 'the books');
  mkdirSync(join(top, 'screens-beside'));
  writeFileSync(join(top, 'screens-beside', 'x.js'), 'the books');
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

const get = (path: string, init: RequestInit = {}) =>
  screens(new Request(`http://127.0.0.1:8000${path}`, init));

describe('the screens', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['/icon.svg', 'image/svg+xml', 'no-cache'],
    ['/assets/main-B1a2C3d4.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/assets/reader-B1a2C3d4.wasm', 'application/wasm', 'public, max-age=31536000, immutable'],
    ['/api-docs/swagger-ui.css', 'text/css; charset=utf-8', 'no-cache'],
  ])('serve %s as %s, cached %s', async (path, type, cache) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('cache-control')).toBe(cache);
    expect(Number(answer.headers.get('content-length'))).toBe((await answer.arrayBuffer()).byteLength);
  });

  it('answer the one page for every address that names no file', async () => {
    for (const path of ['/sell', '/orders/0192', '/products?search=bread', '/sell/']) {
      const answer = await get(path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toBe('<title>Sukli</title>');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    }
    expect((await get('/assets/missing-00000000.js')).status).toBe(404);
    expect((await get('/favicon.ico')).status).toBe(404);
  });

  it.each([
    '/../sukli.db',
    '/..%2fsukli.db',
    '/%2e%2e/sukli.db',
    '/%2e%2e%2fsukli.db',
    '/assets/..%2f..%2fsukli.db',
    '/assets/%252e%252e/%252e%252e/sukli.db',
    '/..%5csukli.db',
    '/..\\sukli.db',
    '/%00/index.html',
    '/index.html%00.js',
    '//sukli.db',
    '/..%2fscreens-beside%2fx.js',
    '/.vite/manifest.json',
    '/%2evite/manifest.json',
    '/%ff',
    '/%',
    '/C:%5cWindows%5cwin.ini',
    `/${'a'.repeat(5000)}.js`,
  ])('never leave their folder: %.60s', async (path) => {
    const answer = await get(path);
    const text = await answer.text();
    expect(text).not.toContain('the books');
    expect(text).not.toContain('secret');
    expect([200, 404]).toContain(answer.status);
    if (answer.status === 200) expect(text).toBe('<title>Sukli</title>');
  });

  it('allow scripts, styles and calls of their own origin only', async () => {
    for (const path of ['/', '/assets/main-B1a2C3d4.js', '/missing.js']) {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      const rules = Object.fromEntries(policy.split('; ').map((rule) => [rule.split(' ')[0], rule]));
      expect(rules).toMatchObject({
        'default-src': "default-src 'self'",
        'script-src': "script-src 'self' 'wasm-unsafe-eval'",
        'connect-src': "connect-src 'self'",
        'object-src': "object-src 'none'",
        'base-uri': "base-uri 'none'",
        'frame-ancestors': "frame-ancestors 'none'",
        'form-action': "form-action 'none'",
      });
      expect(policy).not.toContain("'unsafe-eval'");
      expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toContain('camera=(self)');
      expect(headers.get('permissions-policy')).toContain('microphone=()');
    }
  });

  it('answer that nothing changed', async () => {
    const tag = (await get('/')).headers.get('etag') ?? '';
    const again = await get('/', { headers: { 'if-none-match': tag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect((await get('/', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  it('are read, never written', async () => {
    const head = await get('/', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect((await get('/', { method: 'POST', body: 'x' })).status).toBe(405);
    expect((await get('/', { method: 'DELETE' })).headers.get('allow')).toBe('GET, HEAD');
  });

  it('are the same at the window', async () => {
    const answer = await screens(new Request('app://sukli/assets/main-B1a2C3d4.js'));
    expect([answer.status, await answer.text()]).toEqual([200, 'till()']);
    expect(await (await screens(new Request('app://sukli/orders/1'))).text()).toBe('<title>Sukli</title>');
    expect((await screens(new Request('app://sukli/..%2fsukli.db'))).status).toBe(404);
  });

  it('say so when they are not built', async () => {
    const answer = await createScreens(join(top, 'nowhere'))(new Request('http://127.0.0.1/'));
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('npm run build');
  });

  it.skipIf(process.platform === 'win32')(
    'take a folder where a file was named for a page of theirs',
    async () => {
      symlinkSync(join(folder, 'assets'), join(folder, 'linked'));
      expect(await (await get('/linked')).text()).toBe('<title>Sukli</title>');
    },
  );
});
