import type { Credit, CustomerCredits } from '../../../shared/api/credits.ts';
import { failure } from '../../../shared/api/failures.ts';
import { hasCardNumber } from '../../../shared/domain/card-number.ts';
import { foldGiftCardCode } from '../../../shared/domain/gift-card-code.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { EngineContext } from '../context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { hashCode } from '../journal/index.ts';
import { creditHere } from './credit-here.ts';
import { creditOf } from './credit-of.ts';
import {
  creditByCode,
  creditByCodeHash,
  creditOfCustomer,
  customerRow,
  type StoredCredit,
} from './credit-statements.ts';

/**
 * The gift card of a code that was scanned or typed. Fails with `credit-unknown`, in words that tell a mistyped code
 * from one that was never given out, and `card-number-refused` for a bank card's number.
 */
export function giftCardByCode(db: ReadableDatabase, text: string): Result<StoredCredit, Failure> {
  if (hasCardNumber(text, true)) {
    const message = 'This is a bank card’s number. Type the code of the gift card, which starts with GC1.';
    return fail(failure('card-number-refused', { message, field: 'code' }));
  }
  const code = foldGiftCardCode(text);
  const message =
    code === null
      ? 'This is not a gift card’s code. Check each character: GC1 and four groups of four.'
      : 'No gift card of this shop has this code.';
  const card = code === null ? undefined : cardOfCode(db, code);
  return card === undefined ? fail(failure('credit-unknown', { message, field: 'code' })) : ok(card);
}

/** A card that another till sold is known here by its code's hash. */
function cardOfCode(db: ReadableDatabase, code: string): StoredCredit | undefined {
  return db.first(creditByCode, { code }) ?? db.first(creditByCodeHash, { codeHash: hashCode(code) });
}

/** What is on a gift card; fails as `giftCardByCode` does. */
export function enquireGiftCard(context: EngineContext, text: string): Result<Credit, Failure> {
  const card = giftCardByCode(context.read, text);
  return card.ok ? ok(creditOf(context, card.value)) : card;
}

/** One card or account; fails with `credit-unknown`. */
export function getCredit(context: EngineContext, id: string): Result<Credit, Failure> {
  const stored = creditHere(context.read, id);
  return stored === undefined ? fail(failure('credit-unknown')) : ok(creditOf(context, stored));
}

/** What a customer has of store credit and on account; fails with `customer-unknown`. */
export function getCustomerCredits(
  context: EngineContext,
  customerId: string,
): Result<CustomerCredits, Failure> {
  const { read } = context;
  if (read.first(customerRow, { id: customerId }) === undefined) return fail(failure('customer-unknown'));
  const find = (kind: 'store-credit' | 'on-account') => {
    const stored = read.first(creditOfCustomer, { customerId, kind });
    return stored === undefined ? null : creditOf(context, stored);
  };
  return ok({ storeCredit: find('store-credit'), account: find('on-account') });
}
