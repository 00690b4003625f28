import type { WritableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';

const deleteStamps = rawQuery<Record<never, never>, never>(
  `DELETE FROM field_stamps WHERE entity = 'settings'`,
);

/** For a till that joins a shop with books of its own: whatever the shop has set wins over what was set here before. */
export function forgetSettingStamps(tx: WritableDatabase): void {
  tx.run(deleteStamps);
}
