import { spawnSync } from 'node:child_process';
import { repository } from './start-till.ts';

/** `sukli verify` on the books of a folder. */
export function verifyBooks(dataDir: string): { exitCode: number | null; said: string } {
  const command = spawnSync(process.execPath, ['electron/cli.ts', 'verify', '--data', dataDir], {
    cwd: repository,
    encoding: 'utf8',
  });
  return { exitCode: command.status, said: command.stdout + command.stderr };
}
