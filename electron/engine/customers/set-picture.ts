import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append, winFields } from '../journal/index.ts';
import { customerById, setCustomerPicture } from './customer-statements.ts';

/** Gives a customer a picture, or takes it away; answers the row of the one before. The journal holds no pictures. */
export function setPicture(
  context: EngineContext,
  tx: WritableDatabase,
  id: string,
  pictureRowId: number | null,
  actorId: string,
): number | null {
  const before = tx.first(customerById, { id });
  if (before === undefined) throw new Error('a customer whose picture changes is not there');
  if (before.picture_row_id === pictureRowId) return null;
  const { at, stamp } = append(context, tx, {
    kind: 'customer.changed',
    body: { customerId: id, changed: ['picture'] },
    actor: actorId,
  });
  winFields(tx, { entity: 'customer', id, fields: ['picture'], stamp });
  tx.run(setCustomerPicture, { rowId: before.row_id, pictureRowId, at });
  return before.picture_row_id;
}
