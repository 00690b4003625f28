import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { destination, pino, type Logger } from 'pino';

const largestLog = 5 * 1024 * 1024;

const redacted = [
  'password',
  'pin',
  'authorization',
  'cookie',
  'accessToken',
  'refreshToken',
  'token',
  'secret',
];

/**
 * The log file in the data folder: `logs/sukli.log`, with one older one kept. Where it cannot be written nothing is
 * logged; the engine then says in words what is wrong with the folder.
 */
export function openLog(dataDir: string): { log: Logger; close: () => void } {
  const folder = join(dataDir, 'logs');
  const file = join(folder, 'sukli.log');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    setOldAside(file);
    const sink = destination({ dest: file, append: true, sync: true, mode: 0o600 });
    // A full disk must not take the till down for the sake of its log.
    sink.on('error', () => undefined);
    const log = pino(
      { base: null, redact: redacted.flatMap((name) => [name, `*.${name}`, `*.headers.${name}`]) },
      sink,
    );
    return { log, close: () => sink.end() };
  } catch {
    return { log: pino({ level: 'silent' }), close: () => undefined };
  }
}

function setOldAside(file: string): void {
  const facts = statSync(file, { throwIfNoEntry: false });
  if (facts !== undefined && facts.size > largestLog) renameSync(file, `${file}.old`);
}
