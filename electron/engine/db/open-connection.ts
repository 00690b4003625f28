import Database from 'better-sqlite3';

/**
 * A connection as the books demand: WAL, then synchronous=FULL. better-sqlite3 compiles WAL's default to NORMAL while
 * the pragma still reads 2, so FULL is set after WAL on every connection; macOS needs fullfsync too.
 */
export function openConnection(file: string, mode: 'write' | 'read'): Database.Database {
  const connection = new Database(file, { readonly: mode === 'read', fileMustExist: mode === 'read' });
  connection.pragma('busy_timeout = 5000');
  if (mode === 'write') {
    const journalMode = connection.pragma('journal_mode = WAL', { simple: true });
    if (journalMode !== 'wal') throw new Error(`journal_mode is ${String(journalMode)}, not wal`);
    connection.pragma('synchronous = FULL');
    connection.pragma('fullfsync = ON');
    connection.pragma('checkpoint_fullfsync = ON');
    // Checkpoints run when the till is idle (checkpoint.ts), not in a customer's face.
    connection.pragma('wal_autocheckpoint = 0');
    connection.pragma('journal_size_limit = 67108864');
    // What was erased is not left in the free part of a page.
    connection.pragma('secure_delete = FAST');
  }
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('cell_size_check = ON');
  connection.pragma('temp_store = MEMORY');
  connection.pragma('cache_size = -65536');
  return connection;
}
