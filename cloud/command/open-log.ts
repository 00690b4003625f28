import { pino, type Logger } from 'pino';

/**
 * The log: one line of JSON for each request and each thing that went wrong, on the standard output. Of an error it keeps
 * what kind it is and where it came from, never the data that a database names in its details.
 */
export function openLog(): Logger {
  return pino({
    base: null,
    serializers: {
      err: (error: unknown) =>
        error instanceof Error
          ? { name: error.name, code: 'code' in error ? error.code : undefined, stack: error.stack }
          : { name: typeof error },
    },
  });
}
