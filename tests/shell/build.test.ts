import { Script } from 'node:vm';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { root } from './run-program.ts';
import { spawnSync } from 'node:child_process';

const out = mkdtempSync(join(tmpdir(), 'sukli-build-'));
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const read = (...path: string[]) => readFileSync(join(out, ...path), 'utf8');

beforeAll(() => {
  const built = spawnSync(bin('electron-vite'), ['build', '--outDir', out, '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
  return () => rmSync(out, { recursive: true, force: true });
}, 180_000);

describe('electron-vite build', () => {
  it('makes every entry, and each worker where the engine looks for it', () => {
    const workers = globSync('electron/engine/**/*-worker.ts', { cwd: root });
    expect(workers.length).toBeGreaterThan(0);
    const expected = [
      'main.js',
      'host.js',
      'cli.js',
      ...workers.map((file) => `${basename(file, '.ts')}.js`),
    ];
    expect(readdirSync(join(out, 'main'))).toEqual(expect.arrayContaining(expected));
  });

  it('makes the preload script CommonJS, and self-contained', () => {
    const preload = read('preload', 'preload.cjs');
    expect(preload).not.toMatch(/^\s*(import|export)\b/m);
    const required = [...preload.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name);
    expect(required).toEqual(['electron']);
    expect(() => new Script(preload)).not.toThrow();
  });

  it('bundles no Electron into what runs without it', () => {
    for (const file of readdirSync(join(out, 'main')).filter(
      (name) => name.endsWith('.js') && name !== 'main.js',
    )) {
      expect(read('main', file), file).not.toMatch(/from ["']electron["']|import\(["']electron["']\)/);
    }
    expect(read('main', 'main.js')).toMatch(/from ["']electron["']/);
  });

  it('builds the screens for the root of an origin, without a script in the page', () => {
    const page = read('renderer', 'index.html');
    const sources = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source ?? '');
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) {
      expect(source).toMatch(/^\/(?!\/)/);
      expect(existsSync(join(out, 'renderer', source)), source).toBe(true);
    }
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
  });

  it('puts the page of the interface beside them', () => {
    expect(readdirSync(join(out, 'renderer', 'api-docs')).sort()).toEqual([
      'start.js',
      'swagger-ui-bundle.js',
      'swagger-ui.css',
    ]);
  });
});
