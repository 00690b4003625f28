import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openWindow } from './open-window.ts';
import { toldExitCode } from './told-exit-code.ts';

const folder = mkdtempSync(join(tmpdir(), 'sukli-window-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program in Electron's place. */
function program(script: string): string {
  const file = join(folder, `electron-${Buffer.from(script).toString('hex').slice(0, 40)}`);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}
const never = new AbortController().signal;

describe.runIf(process.platform !== 'win32')('the window', () => {
  it('is started on the program with its flags, and not as plain Node', async () => {
    const seen = join(folder, 'seen');
    const binary = program(`echo "$@ [$ELECTRON_RUN_AS_NODE]" > "${seen}"`);
    process.env['ELECTRON_RUN_AS_NODE'] = '1';
    const end = await openWindow(binary, '/program', ['--data', '/books'], never);
    delete process.env['ELECTRON_RUN_AS_NODE'];
    expect(end).toEqual({ kind: 'closed', exitCode: 0 });
    expect(readFileSync(seen, 'utf8')).toBe('/program --data /books []\n');
  });

  it('counts as never opened when it fails at once or is not there', async () => {
    expect(await openWindow(program('exit 127'), '/', [], never)).toEqual({ kind: 'never-opened' });
    expect(await openWindow(program('kill -TRAP $$'), '/', [], never)).toEqual({ kind: 'never-opened' });
    expect(await openWindow(join(folder, 'missing'), '/', [], never)).toEqual({ kind: 'never-opened' });
  });

  it('does not count so when it has told why it could not start', async () => {
    const end = await openWindow(program(`exit ${toldExitCode}`), '/', [], never);
    expect(end).toEqual({ kind: 'closed', exitCode: toldExitCode });
  });

  it('is closed when the program is asked to end', async () => {
    const stop = new AbortController();
    const binary = program('trap "exit 0" TERM; while :; do sleep 0.05; done');
    const end = openWindow(binary, '/', [], stop.signal);
    setTimeout(() => stop.abort(), 200);
    expect(await end).toEqual({ kind: 'closed', exitCode: 0 });
  });
});
