import { failure } from '../../../shared/api/failures.ts';
import type { CustomerCard } from '../../../shared/api/customers.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append, winFields } from '../journal/index.ts';
import { newestExpiry, nextExpiry } from './card-life.ts';
import {
  customerForCard,
  raiseCardExpiry,
  raiseVoid,
  setQrCode,
  type CustomerForCard,
} from './card-statements.ts';
import { cardOf, secondsOf } from './current-card.ts';

/**
 * Issues a card that is good for five years; asked again within a day it is the same card, so that printing twice
 * writes nothing. Earlier cards stay good until they expire. Fails with `customer-unknown`.
 */
export async function issueCard(
  context: EngineContext,
  customerId: string,
  { accountId }: Pick<Actor, 'accountId'>,
): Promise<Result<CustomerCard, Failure>> {
  const issued = await context.write((tx) => {
    const customer = tx.first(customerForCard, { id: customerId });
    if (customer === undefined) return fail(failure('customer-unknown'));
    return ok({ customer, expiresAt: writeCard(context, tx, customer, accountId) });
  });
  return issued.ok ? ok(await cardOf(context, issued.value.customer, issued.value.expiresAt)) : issued;
}

/**
 * Voids every card and QR code that the customer has had until now, and issues a new one: for a card that was lost.
 * Fails with `customer-unknown`.
 */
export async function revokeCards(
  context: EngineContext,
  customerId: string,
  { accountId }: Pick<Actor, 'accountId'>,
): Promise<Result<CustomerCard, Failure>> {
  const issued = await context.write((tx) => {
    const customer = tx.first(customerForCard, { id: customerId });
    if (customer === undefined) return fail(failure('customer-unknown'));
    const qrCode = Buffer.from(context.ids.bytes(16)).toString('hex').toUpperCase();
    const voidTo = Math.max(newestExpiry(customer), customer.cards_void_to);
    const { stamp } = append(context, tx, {
      kind: 'card.revoked',
      body: { customerId: customer.id, qrCode, voidTo },
      actor: accountId,
    });
    winFields(tx, { entity: 'customer', id: customer.id, fields: ['qrCode'], stamp });
    tx.run(setQrCode, { rowId: customer.row_id, qrCode });
    tx.run(raiseVoid, { rowId: customer.row_id, voidTo });
    const voided = { ...customer, cards_void_to: voidTo };
    return ok({ customer, expiresAt: writeCard(context, tx, voided, accountId) });
  });
  return issued.ok ? ok(await cardOf(context, issued.value.customer, issued.value.expiresAt)) : issued;
}

function writeCard(
  context: EngineContext,
  tx: WritableDatabase,
  customer: CustomerForCard,
  actorId: string,
): number {
  const expiresAt = nextExpiry(customer, secondsOf(context));
  if (expiresAt === null) return newestExpiry(customer);
  append(context, tx, {
    kind: 'card.issued',
    body: { customerId: customer.id, expiresAt },
    actor: actorId,
  });
  tx.run(raiseCardExpiry, { rowId: customer.row_id, expiresAt });
  return expiresAt;
}
