import type { CartSummary } from '../../../shared/api/carts.ts';
import type { CartRow } from './cart-statements.ts';

export function cartOf(row: CartRow): CartSummary {
  return {
    id: row.id,
    state: row.state,
    name: row.name,
    owner: { id: row.owner_id, name: row.owner },
    heldBy: row.state === 'parked' ? null : row.screen,
    itemCount: row.item_count,
    totalMinor: row.total_minor,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
