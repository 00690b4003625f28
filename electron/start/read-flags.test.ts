import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultDataFolder } from './data-folder.ts';
import { readFlags, readShellFlags } from './read-flags.ts';

describe('the flags of npm start', () => {
  it('has a port and a folder of its own accord', () => {
    expect(readFlags([])).toEqual({
      ok: true,
      value: { host: false, port: 8000, dataDir: defaultDataFolder(false), demo: false, help: false },
    });
  });

  it('reads every flag', () => {
    expect(readFlags(['--host', '--port', '0', '--data', 'books', '--demo'])).toEqual({
      ok: true,
      value: { host: true, port: 0, dataDir: resolve('books'), demo: true, help: false },
    });
    expect(readFlags(['--demo'])).toMatchObject({ value: { dataDir: defaultDataFolder(true) } });
  });

  it.each([
    [['--frobnicate'], '--frobnicate'],
    [['till'], 'till'],
    [['--port', 'eighty'], 'eighty'],
    [['--port', '65536'], '65536'],
    [['--port=-1'], '-1'],
    [['--port'], '--port'],
    [['--data='], '--data'],
    [['--host=yes'], '--host'],
  ])('refuses %j in one line that names it', (given, named) => {
    const flags = readFlags(given);
    expect(flags).toMatchObject({ ok: false, failure: { code: 'flag-invalid' } });
    const message = flags.ok ? '' : flags.failure.message;
    expect(message).toContain(named);
    expect(message).not.toContain('\n');
    expect(message).toMatch(/See --help\.$/);
  });

  it('passes over what Chromium and the desktop add to the window', () => {
    expect(
      readShellFlags(['--no-sandbox', '--ozone-platform=wayland', '--data', '/b', '--port', '8123', 'x']),
    ).toEqual({ host: false, port: 8123, dataDir: '/b', demo: false, help: false });
  });
});
