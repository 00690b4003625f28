import { readFileSync } from 'node:fs';

/** What a process has used of the processors so far; NaN where the system does not tell it so. */
export function cpuSecondsOf(pid: number): number {
  try {
    const [user, system] =
      readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13) ?? [];
    return (Number(user) + Number(system)) / 100;
  } catch {
    return Number.NaN;
  }
}
