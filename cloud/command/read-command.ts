import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, ok, type Failure, type Result } from '../../shared/domain/result.ts';

export type CloudFlags = {
  port: number;
  host: string;
  dataDir: string;
  /** Null: the PostgreSQL of the data folder. */
  databaseUrl: string | null;
  /** Whether callers' addresses are what a proxy in front says. */
  trustProxy: boolean;
};

export type Command =
  | { name: 'help' }
  | { name: 'serve' | 'restored'; flags: CloudFlags }
  | { name: 'add-shop'; flags: CloudFlags; shop: string };

const defaultPort = 8787;

export const help = `npm run cloud -- [command] [flags]

  (none)            serve tills until Ctrl+C
  shop add "NAME"   make another organisation with its first shop, and print a code for its first till
  restored          say that the database was restored from a backup: tills send what it lost

  --port N          the port (default ${defaultPort}; 0 = any free one)
  --host ADDRESS    the address to listen on (default 127.0.0.1; 0.0.0.0 = all)
  --data DIR        the folder of the PostgreSQL that comes with Sukli (default ~/.sukli-cloud)
  --trust-proxy     take callers' addresses from X-Forwarded-For
  --help            this text

  DATABASE_URL      a PostgreSQL of your own, instead of --data

See docs/cloud.md.
`;

const options = {
  port: { type: 'string' },
  host: { type: 'string', default: '127.0.0.1' },
  data: { type: 'string' },
  'trust-proxy': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** What was asked for. A failure is one line that names what is not understood. */
export function readCommand(given: string[], environment = process.env): Result<Command> {
  let parsed;
  try {
    parsed = parseArgs({ args: given, options, strict: true, allowPositionals: true });
  } catch (error) {
    return refuse(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help) return ok({ name: 'help' });
  const port = values.port === undefined ? defaultPort : readPort(values.port);
  if (port === null) return refuse(`--port must be a number from 0 to 65535, not "${values.port}"`);
  if (values.data === '') return refuse('--data must name a folder');
  const flags: CloudFlags = {
    port,
    host: values.host,
    dataDir: values.data === undefined ? join(homedir(), '.sukli-cloud') : resolve(values.data),
    databaseUrl: environment['DATABASE_URL'] || null,
    trustProxy: values['trust-proxy'],
  };
  return commandOf(positionals, flags);
}

function commandOf(words: string[], flags: CloudFlags): Result<Command> {
  const [first, second, shop, ...more] = words;
  if (first === undefined) return ok({ name: 'serve', flags });
  if (first === 'restored' && second === undefined) return ok({ name: 'restored', flags });
  if (first !== 'shop' || second !== 'add' || more.length > 0) {
    return refuse(`"${words.join(' ')}" is not a command`);
  }
  const name = shop?.trim() ?? '';
  if (name === '' || name.length > 80)
    return refuse('shop add needs the name of the shop, of at most 80 letters');
  return ok({ name: 'add-shop', flags, shop: name });
}

function readPort(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  return port >= 0 && port <= 65_535 ? port : null;
}

function refuse(what: string): Result<never, Failure> {
  return fail({ code: 'command-invalid', message: `${what.replace(/\.$/, '')}. See --help.` });
}
