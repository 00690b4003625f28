import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { TenderKind } from '../../../shared/domain/settle.ts';
import type { CreditFact } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { shortOf } from './check-credits.ts';
import { creditFloor } from './credit-floor.ts';
import { creditState } from './credit-of.ts';
import { creditOfCustomer, type StoredCredit } from './credit-statements.ts';
import { giftCardByCode } from './find-credit.ts';
import type { NewCredit } from './open-credit.ts';

type Tender = { kind: TenderKind; amountMinor: number; code?: string | undefined };
export type Spending = { orderId: string; customerId: string | null; tenders: readonly Tender[] };

/** `creditIds`: of each tender, what it is taken from. `opens`: an account that the customer did not have yet. */
export type DecidedSpending = { creditIds: (string | null)[]; facts: CreditFact[]; opens: NewCredit[] };

type Source = Pick<StoredCredit, 'id' | 'kind' | 'balanceMinor' | 'limitMinor'> & { opens: NewCredit | null };

/**
 * What the tenders of a sale take from gift cards, store credit and accounts; reads only. Fails with
 * `tender-unavailable`, `customer-needed`, `credit-unknown`, `credit-refused` for what is blocked or has expired, and
 * `credit-short` with what is left.
 */
export function spendCredits(
  context: EngineContext,
  db: ReadableDatabase,
  { orderId, customerId, tenders }: Spending,
): Result<DecidedSpending, Failure> {
  const creditIds: (string | null)[] = [];
  const spent = new Map<string, { source: Source; amountMinor: number }>();
  for (const [index, tender] of tenders.entries()) {
    const field = `tenders.${index}`;
    const found = sourceOf(context, db, tender, customerId);
    if (!found.ok)
      return fail({ ...found.failure, field: `${field}.${tender.kind === 'gift-card' ? 'code' : 'kind'}` });
    const source = found.value;
    creditIds.push(source?.id ?? null);
    if (source === null) continue;
    const known = spent.get(source.id) ?? { source, amountMinor: 0 };
    const amountMinor = known.amountMinor + tender.amountMinor;
    const leftMinor = Math.max(source.balanceMinor - creditFloor(context.settings(), source), 0);
    if (amountMinor > leftMinor)
      return fail({ ...shortOf(context, source, leftMinor), field: `${field}.amountMinor` });
    spent.set(source.id, { source: known.source, amountMinor });
  }
  const all = [...spent.values()];
  return ok({
    creditIds,
    facts: all.map(({ source: { id }, amountMinor }) => ({
      key: `sale:${orderId}:spent:${id}`,
      creditId: id,
      kind: 'spent',
      amountMinor: 0 - amountMinor,
    })),
    opens: all.flatMap(({ source: { opens } }) => opens ?? []),
  });
}

function sourceOf(
  context: EngineContext,
  db: ReadableDatabase,
  { kind, code }: Tender,
  customerId: string | null,
): Result<Source | null, Failure> {
  const { giftCards, storeCredit, onAccount } = context.settings().credit;
  const offered = { 'gift-card': giftCards, 'store-credit': storeCredit, 'on-account': onAccount };
  if (kind !== 'gift-card' && kind !== 'store-credit' && kind !== 'on-account') return ok(null);
  if (!offered[kind]) return fail(failure('tender-unavailable'));
  if (kind === 'gift-card') return usable(context, giftCardByCode(db, code ?? ''));
  if (customerId === null) {
    const message = 'Store credit and accounts belong to a customer. Add the customer first.';
    return fail(failure('customer-needed', { message }));
  }
  const stored = db.first(creditOfCustomer, { customerId, kind });
  if (stored !== undefined) return usable(context, ok(stored));
  const opens: NewCredit = { id: context.ids.uuid(), kind, customerId, expiresOn: null };
  return ok({ id: opens.id, kind, balanceMinor: 0, limitMinor: null, opens });
}

function usable(context: EngineContext, found: Result<StoredCredit, Failure>): Result<Source, Failure> {
  if (!found.ok) return found;
  const state = creditState(context, found.value);
  const { id: creditId, kind, blockedReason, expiresOn } = found.value;
  const what = kind === 'gift-card' ? 'This gift card' : 'This account';
  if (state === 'usable') return ok({ ...found.value, opens: null });
  const message =
    state === 'blocked'
      ? `${what} is blocked: ${blockedReason}. Take another payment.`
      : `${what} was good until ${expiresOn ?? ''}. Take another payment.`;
  return fail(failure('credit-refused', { message, details: { creditId, state } }));
}
