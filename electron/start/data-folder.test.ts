import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultDataFolder } from './data-folder.ts';

describe('the folder of the books', () => {
  it.each([
    ['linux', {}, join('/home/ana', '.local', 'share', 'Sukli')],
    ['linux', { XDG_DATA_HOME: '/data' }, join('/data', 'Sukli')],
    ['linux', { XDG_DATA_HOME: 'relative' }, join('/home/ana', '.local', 'share', 'Sukli')],
    ['darwin', {}, join('/home/ana', 'Library', 'Application Support', 'Sukli')],
    ['win32', { APPDATA: '/roaming' }, join('/roaming', 'Sukli')],
  ] as const)('is where %s keeps the data of programs', (platform, environment, expected) => {
    expect(defaultDataFolder(false, { platform, home: '/home/ana', environment })).toBe(expected);
  });

  it('is another one for the demonstration', () => {
    const machine = { platform: 'linux', home: '/home/ana', environment: {} } as const;
    expect(defaultDataFolder(true, machine)).toBe(join('/home/ana', '.local', 'share', 'Sukli Demo'));
  });
});
