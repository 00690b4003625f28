import './guard-first.ts';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { flagHelp, readFlags } from './start/read-flags.ts';

const help = `sukli <command> [flags]

  serve            serve the till to browsers until Ctrl+C
  verify           prove that the books are whole; reads only, also while the till sells
  import FILE      take in a catalogue (CSV); nothing is imported if a row is wrong
      --user NAME  who imports; the password is asked for, or taken from SUKLI_PASSWORD
      --dry-run    only check every row
  sync             say how far the cloud has the books; reads only
  export FILE      save what waits for the cloud to a signed file
      --user NAME  who saves; the password is asked for, or taken from SUKLI_PASSWORD
  doctor           look at everything a till stands on

${flagHelp}
`;

type Command = (rest: string[]) => Promise<number>;

const commands: Record<string, Command> = {
  serve: async (rest) => {
    const flags = readFlags(rest.filter((flag) => flag !== '--host'));
    if (!flags.ok) return misuse(flags.failure.message);
    if (flags.value.help) return tellHelp();
    const { serve } = await import('./start/serve.ts');
    return serve(flags.value);
  },
  verify: async (rest) => {
    const given = readCommand(rest, 0);
    if (typeof given === 'string') return misuse(given);
    const { verify } = await import('./cli/verify.ts');
    return verify(given.dataDir);
  },
  import: async (rest) => {
    const given = readCommand(rest, 1);
    if (typeof given === 'string') return misuse(given);
    const { importFile } = await import('./cli/import-file.ts');
    return importFile({ ...given, file: resolve(given.files[0] ?? '') });
  },
  sync: async (rest) => {
    const given = readCommand(rest, 0);
    if (typeof given === 'string') return misuse(given);
    const { tellSync } = await import('./cli/tell-sync.ts');
    return tellSync(given.dataDir);
  },
  export: async (rest) => {
    const given = readCommand(rest, 1);
    if (typeof given === 'string') return misuse(given);
    const { exportWaiting } = await import('./cli/export-waiting.ts');
    return exportWaiting({ ...given, file: resolve(given.files[0] ?? '') });
  },
  doctor: async (rest) => {
    const flags = readFlags(rest);
    if (!flags.ok) return misuse(flags.failure.message);
    const { doctor } = await import('./cli/doctor.ts');
    return doctor(flags.value);
  },
};

/** Runs one command of the command line. Answers the exit code: 2 for what is not understood. */
export async function runCommand(given: string[]): Promise<number> {
  const [name, ...rest] = given;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') return tellHelp();
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return misuse(`"${name}" is not a command. See --help.`);
  if (rest.includes('--help') || rest.includes('-h')) return tellHelp();
  return command(rest);
}

type Given = { dataDir: string; port: number; files: string[]; user: string | null; dryRun: boolean };

/** What a command was given: flags, and so many files; a sentence when it is anything else. */
function readCommand(given: string[], files: number): Given | string {
  const own = { user: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } } as const;
  const ownFlags = files === 0 ? {} : own;
  let parsed;
  try {
    parsed = parseArgs({
      args: given,
      options: { data: { type: 'string' }, port: { type: 'string' }, demo: { type: 'boolean' }, ...ownFlags },
      allowPositionals: true,
    });
  } catch (error) {
    return `${error instanceof Error ? error.message.split('. ')[0] : String(error)}. See --help.`;
  }
  const { positionals } = parsed;
  const values = parsed.values as {
    data?: string;
    port?: string;
    demo?: boolean;
    user?: string;
    'dry-run'?: boolean;
  };
  if (positionals.length < files) return 'Name the file. See --help.';
  if (positionals.length > files) return `"${positionals[files]}" is one name too many. See --help.`;
  const flags = readFlags([
    ...(values.data === undefined ? [] : [`--data=${values.data}`]),
    ...(values.port === undefined ? [] : [`--port=${values.port}`]),
    ...(values.demo === true ? ['--demo'] : []),
  ]);
  if (!flags.ok) return flags.failure.message;
  const { dataDir, port } = flags.value;
  return { dataDir, port, files: positionals, user: values.user ?? null, dryRun: values['dry-run'] ?? false };
}

function misuse(sentence: string): number {
  console.error(sentence);
  return 2;
}

function tellHelp(): number {
  process.stdout.write(help);
  return 0;
}

if (import.meta.main) process.exitCode = await runCommand(process.argv.slice(2));
