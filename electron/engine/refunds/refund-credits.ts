import type { CreditFact, RefundBody } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import { customerCredit } from '../credits/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import type { DecidedRefund } from './decided-refund.ts';

/** The customer's store credit or account that a payout of this kind goes to, opened when there is none yet. */
export function creditForPayout(
  context: EngineContext,
  tx: WritableDatabase,
  { customer }: DecidedRefund,
  actorId: string,
): (kind: string) => string | null {
  return (kind) =>
    (kind === 'store-credit' || kind === 'on-account') && customer !== null
      ? customerCredit(context, tx, { customerId: customer.id, kind }, actorId).id
      : null;
}

/** What a refund puts back on cards and accounts, and takes off the gift cards that come back. */
export function creditsOfRefund(
  refundId: string,
  payments: RefundBody['payments'],
  { lines, priced }: DecidedRefund,
): CreditFact[] {
  const back = payments.flatMap(({ kind: tender, creditId, amountMinor }): CreditFact[] => {
    if (creditId === null) return [];
    const kind = tender === 'store-credit' ? 'issued' : 'given-back';
    return [{ key: `refund:${refundId}:${creditId}`, creditId, kind, amountMinor }];
  });
  const cards = lines.flatMap(({ giftCardId }, index): CreditFact[] =>
    giftCardId === null
      ? []
      : [
          {
            key: `refund:${refundId}:card:${giftCardId}`,
            creditId: giftCardId,
            kind: 'reversed',
            amountMinor: 0 - (priced.lines[index]?.totalMinor ?? 0),
          },
        ],
  );
  return [...back, ...cards];
}
