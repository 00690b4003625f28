import { homedir } from 'node:os';
import { join } from 'node:path';

export type Machine = {
  platform: NodeJS.Platform;
  home: string;
  environment: Record<string, string | undefined>;
};

const thisMachine = (): Machine => ({
  platform: process.platform,
  home: homedir(),
  environment: process.env,
});

/** The folder of the books where none is given: the place that each system keeps for an app's data. */
export function defaultDataFolder(demo: boolean, machine: Machine = thisMachine()): string {
  return join(parentFolder(machine), demo ? 'Sukli Demo' : 'Sukli');
}

function parentFolder({ platform, home, environment }: Machine): string {
  if (platform === 'win32') return environment['APPDATA'] ?? join(home, 'AppData', 'Roaming');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  const wished = environment['XDG_DATA_HOME'];
  return wished?.startsWith('/') ? wished : join(home, '.local', 'share');
}
