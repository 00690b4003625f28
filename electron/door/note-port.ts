import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const noteFile = (dataDir: string): string => join(dataDir, 'port');

/** Notes beside the books on which port their till answers, for the command line. Gives what removes the note. */
export function notePort(dataDir: string, port: number): () => void {
  const file = noteFile(dataDir);
  writeFileSync(file, `${port}\n`, { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

/** The port that the till of this folder noted, or null. A till that was killed leaves its note behind. */
export function notedPort(dataDir: string): number | null {
  try {
    const port = Number(readFileSync(noteFile(dataDir), 'utf8').trim());
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
  } catch {
    return null;
  }
}
