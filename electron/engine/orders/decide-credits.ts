import { failure } from '../../../shared/api/failures.ts';
import { sumOfGiftCards } from '../../../shared/domain/gift-card-lines.ts';
import { addMinor } from '../../../shared/domain/money.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import type { TenderInput } from '../../../shared/domain/settle.ts';
import type { CreditFact } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import { sellGiftCards, spendCredits, type NewCredit } from '../credits/index.ts';
import type { ReadableDatabase } from '../db/database.ts';
import type { SaleInput } from './decide-sale.ts';
import type { SaleLine } from './decided-sale.ts';
import { movementById } from './order-statements.ts';

export type DecidedCredits = {
  /** The lines of the gift cards that are sold. */
  lines: SaleLine[];
  /** The tenders, each with what it is taken from. */
  tenders: TenderInput[];
  opens: NewCredit[];
  facts: CreditFact[];
};

/**
 * What a sale does to gift cards, store credit and accounts; reads only. Fails with those of `sellGiftCards` and
 * `spendCredits`, and with `tender-unavailable` when gift cards would be paid with gift cards or points.
 */
export function decideCredits(
  context: EngineContext,
  db: ReadableDatabase,
  input: SaleInput,
  goodsMinor: number,
): Result<DecidedCredits, Failure> {
  const sold = sellGiftCards(context, input.id, input.giftCards);
  if (!sold.ok) return sold;
  const spent = spendCredits(context, db, {
    orderId: input.id,
    customerId: input.customerId,
    tenders: input.tenders,
  });
  if (!spent.ok) return spent;
  const refused = refuseLines(db, input) ?? refusePaying(input, addMinor(goodsMinor, input.tipMinor));
  if (refused !== undefined) return fail(refused);
  return ok({
    lines: sold.value.map(({ line, opens }) => lineOf(line, opens.id)),
    tenders: input.tenders.map(({ code: _, ...tender }, index) => ({
      ...tender,
      creditId: spent.value.creditIds[index] ?? undefined,
    })),
    opens: [...sold.value.map(({ opens }) => opens), ...spent.value.opens],
    facts: [...spent.value.facts, ...sold.value.map(({ fact }) => fact)],
  });
}

function lineOf({ lineId, amountMinor }: SaleInput['giftCards'][number], creditId: string): SaleLine {
  return {
    lineId,
    kind: 'gift-card',
    productId: null,
    name: 'Gift card',
    unitPriceMinor: amountMinor,
    listPriceMinor: amountMinor,
    quantityMilli: 1000,
    taxRates: [],
    product: null,
    note: '',
    priceReason: '',
    discountReason: '',
    creditId,
  };
}

function refuseLines(db: ReadableDatabase, { lines, giftCards }: SaleInput): Failure | undefined {
  const seen = new Set(lines.map(({ lineId }) => lineId));
  for (const [index, { lineId }] of giftCards.entries()) {
    if (seen.has(lineId) || db.first(movementById, { id: lineId }) !== undefined) {
      const message = 'This line id is in use already. Every line needs a new one.';
      return failure('request-invalid', { message, field: `giftCards.${index}.lineId` });
    }
    seen.add(lineId);
  }
  return undefined;
}

/** What is on a card or earned as points pays for goods, not for another card. */
function refusePaying({ giftCards, tenders }: SaleInput, goodsMinor: number): Failure | undefined {
  const cardsMinor = sumOfGiftCards(giftCards);
  const paidSoMinor = addMinor(
    0,
    ...tenders
      .filter(({ kind }) => kind === 'gift-card' || kind === 'points')
      .map((tender) => tender.amountMinor),
  );
  if (cardsMinor === 0 || paidSoMinor <= goodsMinor) return undefined;
  const message = 'Gift cards cannot be paid with a gift card or points. Take another payment for them.';
  return failure('tender-unavailable', { message, field: 'tenders', details: { mostMinor: goodsMinor } });
}
