import type { EngineContext } from '../context.ts';
import { customerByScannedCode } from '../customers/index.ts';
import { scannedCustomerByRowId, type ScannedCustomerRow } from './counter-statements.ts';

/** A customer as the counter sees one who was scanned; `username` is null for one without a login. */
export type ScannedCustomer = {
  rowId: number;
  id: string;
  code: string;
  username: string | null;
  name: string;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  address: string;
  birthday: string | null;
  qrCode: string;
  pointsBalance: number;
  pointsEarnedEver: number;
  tierId: string | null;
  createdAt: string;
};

/**
 * The customer whose card this is, exactly as it was scanned: 32 hex digits in capitals, or a signed code that is
 * neither forged, expired nor revoked. Null when it is nobody's.
 */
export async function findScannedCustomer(
  context: EngineContext,
  code: string,
): Promise<ScannedCustomer | null> {
  const found = await customerByScannedCode(context, code);
  if (!found.ok) return null;
  const row = context.read.first(scannedCustomerByRowId, { rowId: found.value.row_id });
  return row === undefined ? null : scannedCustomerOf(row);
}

function scannedCustomerOf(row: ScannedCustomerRow): ScannedCustomer {
  return {
    rowId: row.row_id,
    id: row.id,
    code: row.code,
    username: row.username,
    name: row.name,
    // Who was written down at the counter has one name, which is not ours to cut in two.
    firstName: row.first_name === '' && row.last_name === '' ? row.name : row.first_name,
    lastName: row.last_name,
    email: row.email,
    phone: row.phone,
    address: row.address,
    birthday: row.birthday,
    qrCode: row.qr_code,
    pointsBalance: row.points_balance,
    pointsEarnedEver: row.points_earned_ever,
    tierId: row.tier_id,
    createdAt: row.created_at,
  };
}
