import { join } from 'node:path';

/** Where the secrets of a till are: beside the database file, not in it. */
export const keysFolder = (dataDir: string): string => join(dataDir, 'keys');
