import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { orderPage } from '../../shared/api/orders.ts';
import { sessionAnswer } from '../../shared/api/people.ts';
import { health } from '../../shared/api/settings.ts';
import { startHost, type Host, type HostOptions } from '../../electron/host.ts';
import { runProgram } from './run-program.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function start(options: Partial<HostOptions> = {}): Promise<Host> {
  const host = await startHost({ dataDir: temporaryFolder(), port: 0, ...options });
  if (!host.ok) throw new Error(host.failure.message);
  onTestFinished(() => host.value.close());
  return host.value;
}

function builtScreens(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'index.html'), '<title>Sukli</title>');
  return folder;
}

const serve = (...flags: string[]) =>
  runProgram(process.execPath, ['electron/sukli.mjs', 'serve', ...flags], { FORCE_COLOR: '0' });

describe('the host', () => {
  it('answers the interface and the screens, with the books in its folder', async () => {
    const dataDir = temporaryFolder();
    const host = await start({ dataDir, screensDir: builtScreens(), version: '9.8.7' });
    const answer = await fetch(`${host.url}/api/v1/health`);
    expect(answer.status).toBe(200);
    expect(health.parse(await answer.json())).toMatchObject({
      status: 'ok',
      version: '9.8.7',
      setUpNeeded: true,
    });
    expect(await (await fetch(`${host.url}/sell`)).text()).toBe('<title>Sukli</title>');
    expect(readdirSync(dataDir)).toContain('sukli.db');
    expect((await fetch(`${host.url}/api/v1/nothing`)).status).toBe(404);
  });

  it('keeps its secrets and its log where only this user reads them', async () => {
    const dataDir = temporaryFolder();
    await start({ dataDir, screensDir: builtScreens() });
    expect(statSync(join(dataDir, 'logs', 'sukli.log')).mode & 0o777).toBe(0o600);
    for (const name of readdirSync(dataDir).includes('keys') ? readdirSync(join(dataDir, 'keys')) : []) {
      expect(statSync(join(dataDir, 'keys', name)).mode & 0o777).toBe(0o600);
    }
  });

  it('closes so that the next one can start on the same folder and port', async () => {
    const dataDir = temporaryFolder();
    const first = await start({ dataDir });
    await Promise.all([first.close(), first.close()]);
    await expect(fetch(`${first.url}/api/v1/health`)).rejects.toThrow();
    const second = await start({ dataDir, port: first.port });
    expect((await fetch(`${second.url}/api/v1/health`)).status).toBe(200);
  });

  it('says that the folder is in use', async () => {
    const dataDir = temporaryFolder();
    await start({ dataDir });
    const second = await startHost({ dataDir, port: 0 });
    expect(second).toMatchObject({ ok: false, failure: { code: 'data-folder-in-use' } });
  });

  it('says that the port is in use, and lets the folder go again', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    onTestFinished(() => void taken.close());
    const dataDir = temporaryFolder();
    const port = (taken.address() as AddressInfo).port;
    expect(await startHost({ dataDir, port })).toMatchObject({ failure: { code: 'port-in-use' } });
    await start({ dataDir });
  });

  it('does not make other secrets for a till whose secrets the keychain holds', async () => {
    const dataDir = temporaryFolder();
    mkdirSync(join(dataDir, 'keys'));
    writeFileSync(join(dataDir, 'keys', 'pin.sealed'), 'sealed');
    const refused = await startHost({ dataDir, port: 0 });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'keys-in-keychain' } });
    expect(readdirSync(join(dataDir, 'keys'))).toEqual(['pin.sealed']);
    expect(readdirSync(dataDir)).not.toContain('sukli.db');
  });
});

describe('sukli serve', () => {
  it('says where it is ready, in exactly those words, and ends in order', async () => {
    const till = serve('--port', '0', '--data', temporaryFolder());
    const [line, url] = await till.saw(/^Sukli is ready at (http:\/\/127\.0\.0\.1:\d+)$/m);
    expect(line).toBe(`Sukli is ready at ${url}`);
    expect((await fetch(`${url}/api/v1/health`)).status).toBe(200);
    till.child.kill('SIGTERM');
    expect(await till.ended).toMatchObject({ code: 0, signal: null });
  });

  it('survives kill -9: the next start needs no help', async () => {
    const dataDir = temporaryFolder();
    const first = serve('--port', '0', '--data', dataDir);
    await first.saw(/Sukli is ready/);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = serve('--port', '0', '--data', dataDir);
    const [, url] = await second.saw(/ready at (\S+)/);
    expect((await fetch(`${url}/api/v1/health`)).status).toBe(200);
  });

  it('says so when started twice on one folder, without a stack', async () => {
    const dataDir = temporaryFolder();
    const first = serve('--port', '0', '--data', dataDir);
    await first.saw(/Sukli is ready/);
    const second = await serve('--port', '0', '--data', dataDir).ended;
    expect(second.code).toBe(1);
    expect(second.output).toContain('already running');
    expect(second.output.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    [
      'a file where the folder should be',
      (folder: string) => {
        mkdirSync(dirname(folder));
        writeFileSync(folder, '');
      },
      'not a folder',
    ],
    [
      'a folder that cannot be made',
      (folder: string) => writeFileSync(dirname(folder), ''),
      'cannot be made',
    ],
    [
      'a database that is none',
      (folder: string) => {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'sukli.db'), 'this is no database, whatever its name says '.repeat(200));
      },
      'cannot be used',
    ],
  ])('says in a line what is wrong with %s', async (_what, prepare, expected) => {
    const folder = join(temporaryFolder(), 'shop', 'books');
    prepare(folder);
    const { code, output } = await serve('--port', '0', '--data', folder).ended;
    expect(code).toBe(1);
    expect(output).toContain(expected);
    expect(output).not.toMatch(/^\s+at /m);
    expect(output.trim().split('\n')).toHaveLength(1);
  });

  it('names a command it does not know', async () => {
    const { code, output } = await runProgram(process.execPath, ['electron/sukli.mjs', 'selll']).ended;
    expect(code).toBe(2);
    expect(output.trim()).toBe('"selll" is not a command. See --help.');
  });
});

describe('the demonstration', () => {
  it('is a ready shop on its first start, and the same shop on its second', async () => {
    const dataDir = temporaryFolder();
    const signIn = (url: string, body: object) =>
      fetch(`${url}/api/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const first = await start({ dataDir, demo: true });
    expect(first.engine.setUpNeeded()).toBe(false);
    const owner = await signIn(first.url, { username: 'owner', password: 'sukli-demo' });
    expect(owner.status).toBe(201);
    const { accessToken, account } = sessionAnswer.parse(await owner.json());
    expect(account.role).toBe('admin');
    expect((await signIn(first.url, { pin: '1111' })).status).toBe(201);
    const sales = async (url: string) =>
      orderPage.parse(
        await (
          await fetch(`${url}/api/v1/orders`, { headers: { authorization: `Bearer ${accessToken}` } })
        ).json(),
      ).total;
    const sold = await sales(first.url);
    expect(sold).toBeGreaterThan(0);
    expect((await first.engine.verify()).problems).toEqual([]);
    await first.close();
    const second = await start({ dataDir, demo: true });
    expect(await sales(second.url)).toBe(sold);
  });

  it('brings its logins into no folder that was begun as a real till', async () => {
    const dataDir = temporaryFolder();
    const real = await start({ dataDir });
    await real.close();
    const refused = await startHost({ dataDir, demo: true, port: 0 });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'data-folder-not-demo' } });
    const again = await start({ dataDir });
    expect(again.engine.setUpNeeded()).toBe(true);
  });
});
