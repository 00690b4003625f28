import type { RunAs } from './run-as.ts';

/**
 * The way to a folder that a program is given open as its descriptor 3. Through it another user gets to a folder of
 * theirs inside folders that are closed to them.
 */
export function reachable(folder: string, user: RunAs): string {
  return user !== null && process.platform === 'linux' ? '/proc/self/fd/3' : folder;
}
