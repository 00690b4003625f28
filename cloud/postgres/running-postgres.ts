import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { canConnect } from './can-connect.ts';
import { passwordOf } from './password.ts';

export function urlOf(port: number, password: string): string {
  return `postgres://sukli:${password}@127.0.0.1:${port}/postgres`;
}

/**
 * The address of the folder's PostgreSQL when it is running, else null. One that is just stopping, since its cloud was
 * killed, is waited for.
 */
export async function findRunning(folder: string): Promise<string | null> {
  const note = join(folder, 'postgres', 'postmaster.pid');
  for (let tries = 0; tries < 200 && existsSync(note); tries += 1) {
    const [pid, , , port] = readFileSync(note, 'utf8').split('\n');
    if (!isAlive(Number(pid))) return null;
    const url = urlOf(Number(port), passwordOf(folder));
    if (await canConnect(url)) return url;
    await wait(50);
  }
  return null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
