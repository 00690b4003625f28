import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, runProgram } from './run-program.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** As on a machine without a desktop, so that no window opens whatever machine this runs on. */
const withoutDisplay = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined };

const npmStart = (...flags: string[]) =>
  runProgram('npm', ['start', '--', ...flags], {
    ...withoutDisplay,
    // npm puts the project's own Node in front of whatever the machine has; nothing here may rely on ours.
    PATH: (process.env['PATH'] ?? '')
      .split(delimiter)
      .filter((folder) => folder !== join(root, 'node_modules', '.bin'))
      .join(delimiter),
  });

describe('npm start', () => {
  it.skipIf(process.platform !== 'linux')(
    'says in one line that there is no window, and serves the screens',
    async () => {
      const till = npmStart('--port', '0', '--data', temporaryFolder());
      const [, url] = await till.saw(/^Sukli is ready at (http:\/\/127\.0\.0\.1:\d+)$/m);
      const said = till
        .output()
        .split('\n')
        .filter((line) => line.startsWith('No window'));
      expect(said).toEqual([
        'No window: there is no display. The same screens are served to a browser instead.',
      ]);
      expect(await (await fetch(`${url}/`)).text()).toContain('<title>Sukli</title>');
    },
    120_000,
  );

  it('never mentions a window with --host', async () => {
    const till = npmStart('--host', '--port', '0', '--data', temporaryFolder());
    await till.saw(/^Sukli is ready at/m);
    expect(till.output()).not.toContain('window');
  }, 120_000);

  it('answers 2 for a flag it does not know, in one line', async () => {
    const { code, output } = await runProgram(process.execPath, ['electron/start.ts', '--winow']).ended;
    expect(code).toBe(2);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(output).toContain('--winow');
  });

  it('tells its flags', async () => {
    const { code, output } = await runProgram(process.execPath, ['electron/start.ts', '--help']).ended;
    expect(code).toBe(0);
    for (const flag of ['--host', '--port N', '--data DIR', '--demo']) expect(output).toContain(flag);
  });
});
