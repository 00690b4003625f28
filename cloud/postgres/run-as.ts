import { readFileSync } from 'node:fs';

/** Who PostgreSQL runs as. Null: as ourselves, which it only refuses for root. */
export type RunAs = { uid: number; gid: number } | null;

/** For root the system's `postgres`, or `nobody` where there is none. */
export function runAs(): RunAs {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (Number(uid) > 0 && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  return { uid: 65_534, gid: 65_534 };
}
