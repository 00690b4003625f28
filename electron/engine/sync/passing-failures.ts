/** The codes of what time alone mends. */
export const passingFailures: ReadonlySet<string> = new Set(['sync-unreachable', 'sync-busy', 'sync-fault']);
