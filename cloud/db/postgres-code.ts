/** The five characters by which PostgreSQL names an error, or those of the system for a lost connection; else undefined. */
export function postgresCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/**
 * The database is not there, is starting or stopping, is full, took too long, or the connection was lost: the same may
 * work in a moment.
 */
export function isUnreachable(error: unknown): boolean {
  const code = postgresCode(error) ?? '';
  if (/^(08|53|57|25P03)/.test(code) || /^E[A-Z]+$/.test(code)) return true;
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  );
}
