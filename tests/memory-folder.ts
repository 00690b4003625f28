import { accessSync, constants, statfsSync } from 'node:fs';

/**
 * A folder in memory with two gigabytes left, for tests whose files are worth nothing after them; null where there is
 * none. What a disk keeps after a power cut is tested elsewhere.
 */
export function memoryFolder(): string | null {
  const folder = '/dev/shm';
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > 2 * 2 ** 30 ? folder : null;
  } catch {
    return null;
  }
}
