import type { GiftCardLine } from '../../../shared/domain/gift-card-lines.ts';
import { monthsBefore } from '../../../shared/domain/points.ts';
import { failure } from '../../../shared/api/failures.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { CreditFact } from '../../../shared/journal/kinds.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import type { NewCredit } from './open-credit.ts';

/** A card that a sale makes, and the entry that puts its amount on it. */
export type SoldCard = { line: GiftCardLine; opens: NewCredit; fact: CreditFact };

/** The gift cards that a sale sells, with nothing written yet. Fails with `credit-refused` where the shop sells none. */
export function sellGiftCards(
  context: EngineContext,
  orderId: string,
  lines: readonly GiftCardLine[],
): Result<SoldCard[], Failure> {
  const { giftCards, giftCardMonths } = context.settings().credit;
  if (lines.length > 0 && !giftCards) {
    const message =
      'This shop sells no gift cards. An admin can change it under Settings, Cards and accounts.';
    return fail(failure('credit-refused', { message, field: 'giftCards' }));
  }
  const today = context.businessDateOf(instantOf(context.clock.now()));
  const expiresOn = giftCardMonths === 0 ? null : monthsBefore(today, -giftCardMonths);
  return ok(
    lines.map((line) => {
      const id = context.ids.uuid();
      const key = `sale:${orderId}:issued:${line.lineId}`;
      return {
        line,
        opens: { id, kind: 'gift-card', customerId: null, expiresOn },
        fact: { key, creditId: id, kind: 'issued', amountMinor: line.amountMinor },
      };
    }),
  );
}
