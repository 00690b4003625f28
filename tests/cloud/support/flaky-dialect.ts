import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';

/** What a distributed engine says when a transaction has to run again. */
class SerializationFailure extends Error {
  readonly code = '40001';
}

/**
 * A dialect whose transactions fail at random statements, the commit among them, as those of distributed engines do.
 * `chance` answers from 0 to 1; below `share` the next statement fails. What the database itself says against statements
 * is handed to `onError`.
 */
export function flakyDialect(
  dialect: Dialect,
  share: number,
  chance: () => number,
  onError: (error: unknown) => void,
): Dialect {
  const inTransaction = new WeakSet<DatabaseConnection>();
  const wrapped = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const mayFail = (connection: DatabaseConnection) => {
    if (inTransaction.has(connection) && chance() < share) throw new SerializationFailure('try again');
  };
  const wrap = (connection: DatabaseConnection): DatabaseConnection => ({
    async executeQuery<R>(query: Parameters<DatabaseConnection['executeQuery']>[0]): Promise<QueryResult<R>> {
      mayFail(connection);
      try {
        return await connection.executeQuery<R>(query);
      } catch (error) {
        onError(error);
        throw error;
      }
    },
    streamQuery: (query, size) => connection.streamQuery(query, size),
  });
  const createDriver = (): Driver => {
    const driver = dialect.createDriver();
    const inner = new Map<DatabaseConnection, DatabaseConnection>();
    const innerOf = (connection: DatabaseConnection) => inner.get(connection) ?? connection;
    return {
      init: () => driver.init(),
      async acquireConnection() {
        const connection = await driver.acquireConnection();
        const outer = wrapped.get(connection) ?? wrap(connection);
        wrapped.set(connection, outer);
        inner.set(outer, connection);
        return outer;
      },
      async beginTransaction(connection, settings: TransactionSettings) {
        await driver.beginTransaction(innerOf(connection), settings);
        inTransaction.add(innerOf(connection));
      },
      async commitTransaction(connection) {
        mayFail(innerOf(connection));
        inTransaction.delete(innerOf(connection));
        await driver.commitTransaction(innerOf(connection));
      },
      async rollbackTransaction(connection) {
        inTransaction.delete(innerOf(connection));
        await driver.rollbackTransaction(innerOf(connection));
      },
      releaseConnection: (connection) => driver.releaseConnection(innerOf(connection)),
      destroy: () => driver.destroy(),
    };
  };
  return {
    createDriver,
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (database) => dialect.createIntrospector(database),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}
