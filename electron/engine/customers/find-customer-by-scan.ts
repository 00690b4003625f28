import { failure } from '../../../shared/api/failures.ts';
import { classifyScan } from '../../../shared/domain/codes.ts';
import type { Customer } from '../../../shared/api/customers.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { checkCard, isVoid } from '../cards/index.ts';
import type { EngineContext } from '../context.ts';
import { customerOf } from './customer-of.ts';
import { customerByCode, customerByQr, type CustomerRow } from './customer-statements.ts';
import { presentCustomer } from './survivor-of.ts';

/**
 * The customer whose code, QR (both in capitals or not) or signed card this cleaned scan is; null for a code that is
 * nobody's. A card fails as `customerByCard` says.
 */
export async function findCustomerByScan(
  context: EngineContext,
  scan: string,
): Promise<Result<Customer | null, Failure>> {
  const kind = classifyScan(scan);
  if (kind === 'customer-card') {
    const found = await customerByCard(context, scan);
    return found.ok ? ok(customerOf(found.value)) : found;
  }
  const code = scan.toUpperCase();
  const row =
    kind === 'customer-code'
      ? context.read.first(customerByCode, { code })
      : kind === 'customer-qr'
        ? context.read.first(customerByQr, { qrCode: code })
        : undefined;
  const present = presentCustomer(context.read, row);
  return ok(present === undefined ? null : customerOf(present));
}

/**
 * The customer of a code exactly as it was scanned: 32 upper-case hex digits, or a signed card. Fails with
 * `customer-unknown`, or as `customerByCard` says.
 */
export async function customerByScannedCode(
  context: EngineContext,
  text: string,
): Promise<Result<CustomerRow, Failure>> {
  if (classifyScan(text) === 'customer-card') return customerByCard(context, text);
  const row = presentCustomer(context.read, context.read.first(customerByQr, { qrCode: text }));
  return row === undefined ? fail(failure('customer-unknown')) : ok(row);
}

/**
 * The customer of a signed card. Fails with `card-invalid`, `card-expired` or `card-revoked`; and with
 * `customer-unknown` for a real card whose customer (`details.code`) this till has not heard of.
 */
async function customerByCard(context: EngineContext, text: string): Promise<Result<CustomerRow, Failure>> {
  const card = await checkCard(context, text);
  if (!card.ok) return card;
  const { customerCode: code, expiresAt } = card.value;
  const row = context.read.first(customerByCode, { code });
  if (row === undefined) {
    const message = `This card is real, but this till does not know the customer ${code} yet.`;
    return fail(failure('customer-unknown', { message, details: { code } }));
  }
  const present = presentCustomer(context.read, row);
  const isRevoked = present === undefined || isVoid(row, expiresAt);
  return isRevoked ? fail(failure('card-revoked', { details: { code } })) : ok(present);
}
