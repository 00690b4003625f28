import type { Customer } from '../../../shared/api/customers.ts';
import type { CustomerRow } from './customer-statements.ts';

/** A stored customer as the API tells it. */
export function customerOf(row: CustomerRow): Customer {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    phone: row.phone,
    email: row.email,
    address: row.address,
    birthday: row.birthday,
    notes: row.notes,
    qrCode: row.qr_code,
    pointsBalance: row.points_balance,
    visits: row.visits,
    spentMinor: row.spent_minor,
    lastVisitAt: row.last_visit_at,
    tierId: row.tier_id,
    pointsEarnedEver: row.points_earned_ever,
    createdAt: row.created_at,
    erasedAt: row.erased_at,
  };
}
