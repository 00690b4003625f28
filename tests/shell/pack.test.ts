import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startFakePrinter } from '../../electron/devices/fake-printer.ts';
import { readEscpos } from '../../electron/devices/read-escpos.ts';
import { buildStale } from '../../electron/start/build-stale.ts';
import { root, runProgram } from './run-program.ts';
import { setUpTill } from './set-up-till.ts';
import { temporaryFolder } from './temporary-folder.ts';

const top = mkdtempSync(join(tmpdir(), 'sukli-pack-'));
const packed = join(top, 'dist', 'linux-unpacked');
const app = join(top, 'app');

function run(name: string, args: string[]): void {
  const ran = spawnSync(join(root, 'node_modules', '.bin', name), args, { cwd: root, encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${name}: ${ran.stdout}${ran.stderr}`);
}

/** Stands in for Electron, whose binary cannot be had everywhere: what is packed beside it is the same. */
function standInRuntime(): string {
  const folder = join(top, 'runtime');
  for (const name of ['locales', 'resources']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'electron'), '#!/bin/sh\nexit 0\n');
  chmodSync(join(folder, 'electron'), 0o755);
  return folder;
}

beforeAll(async () => {
  const built = await buildStale(root, ['screens', 'shell'], () => undefined);
  if (!built.ok) throw new Error(built.failure.message);
  const output = `-c.directories.output=${join(top, 'dist')}`;
  run('electron-builder', ['--linux', 'dir', `-c.electronDist=${standInRuntime()}`, output]);
  // Plain Node does not read archives: unpacked, these are the files that Electron would see.
  run('asar', ['extract', join(packed, 'resources', 'app.asar'), app]);
  return () => rmSync(top, { recursive: true, force: true });
}, 300_000);

/** The printer's test page has scripts that are drawn: by the native module, with the packed fonts, on its thread. */
async function expectDrawnPaper(url: string, accessToken: string): Promise<void> {
  const fake = await startFakePrinter();
  onTestFinished(() => fake.switchOff());
  const call = (method: string, path: string, body?: unknown) =>
    fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const printer = { kind: 'network', host: '127.0.0.1', port: fake.port };
  expect((await call('PATCH', '/settings', { printer })).status).toBe(200);
  expect((await call('POST', '/printer/test')).status).toBe(202);
  await expect.poll(() => fake.printed().length, { timeout: 20_000 }).toBe(1);
  const { commands } = readEscpos(fake.printed()[0] ?? new Uint8Array());
  expect(commands).toContain('GS v');
}

describe.skipIf(process.platform !== 'linux')('the packed program', () => {
  it('carries what runs, and nothing of what made it', () => {
    expect(readdirSync(app).sort()).toEqual(['node_modules', 'out', 'package.json', 'resources']);
    const project = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    for (const name of Object.keys(project.dependencies)) {
      expect(existsSync(join(app, 'node_modules', name, 'package.json')), name).toBe(true);
    }
    for (const name of Object.keys(project.devDependencies)) {
      expect(existsSync(join(app, 'node_modules', name)), name).toBe(false);
    }
    expect(globSync(['out/**/*.{ts,tsx,map}', 'out/**/.*'], { cwd: app })).toEqual([]);
  });

  it('keeps native modules outside of the archive, where the system can load them', () => {
    const unpacked = globSync('node_modules/**/*.node', {
      cwd: join(packed, 'resources', 'app.asar.unpacked'),
    });
    expect(unpacked.some((file) => file.includes('better-sqlite3'))).toBe(true);
    expect(unpacked.some((file) => file.includes('argon2'))).toBe(true);
    expect(unpacked.some((file) => file.includes('@napi-rs/canvas'))).toBe(true);
    expect(globSync('node_modules/**/*.node', { cwd: app }).sort()).toEqual(unpacked.sort());
  });

  it('starts its engine under Node, sells nothing yet, and proves its books with its own worker', async () => {
    const dataDir = temporaryFolder();
    const cli = join(app, 'out', 'main', 'cli.js');
    const till = runProgram(process.execPath, [cli, 'serve', '--port', '0', '--data', dataDir]);
    const [, url = ''] = await till.saw(/ready at (\S+)/);
    const health = await fetch(`${url}/api/v1/health`);
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({ status: 'ok', setUpNeeded: true });
    expect(await (await fetch(`${url}/`)).text()).toContain('<title>Sukli</title>');

    const accessToken = await setUpTill(url);
    const verified = await fetch(`${url}/api/v1/journal/verify`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}` },
    });
    expect(verified.status).toBe(200);
    expect(await verified.json()).toMatchObject({ content: true });
    await expectDrawnPaper(url, accessToken);

    till.child.kill('SIGTERM');
    expect(await till.ended).toMatchObject({ code: 0 });
    const proof = await runProgram(process.execPath, [cli, 'verify', '--data', dataDir]).ended;
    expect(proof.output).toContain('All is well');
    expect(proof.code).toBe(0);
  });
});
