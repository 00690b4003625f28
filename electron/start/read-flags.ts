import { resolve } from 'node:path';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { defaultDataFolder } from './data-folder.ts';

export type Flags = { host: boolean; port: number; dataDir: string; demo: boolean; help: boolean };

export const defaultPort = 8000;

const options = {
  host: { type: 'boolean', default: false },
  port: { type: 'string' },
  data: { type: 'string' },
  demo: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const satisfies ParseArgsOptionsConfig;

export const flagHelp = `  --host       serve the screens to browsers; never open a window
  --port N     the port of this machine's own door (default ${defaultPort}; 0 = any free one)
  --data DIR   the folder that the books are kept in
  --demo       a ready shop to try things out, in a folder of its own
  --help       this text`;

/** The flags of `npm start`. A failure is one line that names what is not understood. */
export function readFlags(given: string[]): Result<Flags, { code: 'flag-invalid'; message: string }> {
  let values;
  try {
    ({ values } = parseArgs({ args: given, options, strict: true, allowPositionals: false }));
  } catch (error) {
    return refuse(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
  const port = readPort(values.port);
  if (port === null) return refuse(`--port must be a number from 0 to 65535, not "${values.port}"`);
  if (values.data === '') return refuse('--data must name a folder');
  return ok({
    host: values.host,
    port,
    dataDir: values.data === undefined ? defaultDataFolder(values.demo) : resolve(values.data),
    demo: values.demo,
    help: values.help,
  });
}

/** The same flags for the window, where Chromium and the desktop add their own: what is not ours is passed over. */
export function readShellFlags(given: string[]): Flags {
  const { values } = parseArgs({ args: given, options, strict: false, allowPositionals: true });
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const dataDir = text(values.data);
  const demo = values.demo === true;
  return {
    host: false,
    port: readPort(text(values.port)) ?? defaultPort,
    dataDir: dataDir === undefined ? defaultDataFolder(demo) : resolve(dataDir),
    demo,
    help: false,
  };
}

function readPort(text: string | undefined): number | null {
  if (text === undefined) return defaultPort;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  return port >= 0 && port <= 65_535 ? port : null;
}

function refuse(what: string) {
  return fail({ code: 'flag-invalid' as const, message: `${what.replace(/\.$/, '')}. See --help.` });
}
