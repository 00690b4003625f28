import type { Role } from '../../../shared/domain/permissions.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { query } from '../db/query.ts';

const everyLogin = query()((b) =>
  b.selectFrom('accounts').select(['row_id', 'username', 'email', 'role']).orderBy('row_id'),
);

/** Every account, the disabled ones too, in the order that they came. */
export function listLogins(
  db: ReadableDatabase,
): { row_id: number; username: string; email: string; role: Role }[] {
  return db.all(everyLogin);
}
