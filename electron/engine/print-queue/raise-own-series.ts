import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { rawQuery } from '../db/query.ts';
import type { ForeignEntry } from '../sync/index.ts';

const raiseSeries = rawQuery<{ name: string; number: number }, never>(
  `INSERT INTO series (name, letter, last_number) VALUES (@name, '', @number)
   ON CONFLICT DO UPDATE SET last_number = max(last_number, excluded.last_number)`,
);

/** A number that this register gave in a former life is not given again. Nothing for what another register gave. */
export function raiseOwnSeries(
  context: EngineContext,
  tx: WritableDatabase,
  { registerCode }: Pick<ForeignEntry, 'registerCode'>,
  given: { name: 'slip' | 'z-report' | 'shift'; number: number },
): void {
  if (registerCode === context.identity().registerCode) tx.run(raiseSeries, given);
}
