import { failure } from '../../../shared/api/failures.ts';
import type { CustomerCard } from '../../../shared/api/customers.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import { signCard } from './card-code.ts';
import { cardKeyOf } from './card-key.ts';
import { isVoid, newestExpiry } from './card-life.ts';
import { customerForCard, type CustomerForCard } from './card-statements.ts';

/**
 * The customer's newest card; writes nothing. Fails with `customer-unknown`, or `card-expired` when a new one has to be
 * issued first.
 */
export async function currentCard(
  context: EngineContext,
  customerId: string,
): Promise<Result<CustomerCard, Failure>> {
  const customer = context.read.first(customerForCard, { id: customerId });
  if (customer === undefined) return fail(failure('customer-unknown', { details: { customerId } }));
  const expiresAt = newestExpiry(customer);
  if (isVoid(customer, expiresAt) || expiresAt <= secondsOf(context)) {
    return fail(failure('card-expired', { details: { customerId } }));
  }
  return ok(await cardOf(context, customer, expiresAt));
}

/** A card as the API tells it. */
export async function cardOf(
  context: EngineContext,
  { id: customerId, code, name }: Pick<CustomerForCard, 'id' | 'code' | 'name'>,
  expiresAt: number,
): Promise<CustomerCard> {
  const cardCode = signCard(await cardKeyOf(context), code, expiresAt);
  return { customerId, code, name, cardCode, expiresOn: context.businessDateOf(instantOf(expiresAt * 1000)) };
}

/** The time, in seconds since 1970. */
export function secondsOf(context: EngineContext): number {
  return Math.floor(context.clock.now() / 1000);
}
