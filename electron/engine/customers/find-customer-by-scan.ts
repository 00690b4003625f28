import { classifyScan } from '../../../shared/domain/codes.ts';
import type { Customer } from '../../../shared/api/customers.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { customerOf } from './customer-of.ts';
import { customerByCode, customerByQr } from './customer-statements.ts';

/** The customer whose code or QR this cleaned scan is, in capitals or not; null when it is nobody's. */
export function findCustomerByScan(db: ReadableDatabase, scan: string): Customer | null {
  const kind = classifyScan(scan);
  const code = scan.toUpperCase();
  const row =
    kind === 'customer-code'
      ? db.first(customerByCode, { code })
      : kind === 'customer-qr'
        ? db.first(customerByQr, { qrCode: code })
        : undefined;
  return row === undefined ? null : customerOf(row);
}
