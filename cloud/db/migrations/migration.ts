/** One step of the tables, in the SQL that PostgreSQL and the engines that speak it share. Never changed once released. */
export type Migration = { name: string; statements: readonly string[] };
