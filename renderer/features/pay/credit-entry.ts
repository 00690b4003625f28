import type { Credit, CustomerCredits } from '../../../shared/api/credits.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';

export type CreditKind = Credit['kind'];
/** A gift card whose code was scanned or typed, with what is on it. */
export type ChosenCard = { code: string; card: Credit };
/** What can be taken: `null` where the shop or the customer has none. */
export type CreditTerms = {
  giftCards: boolean;
  storeCreditMinor: number | null;
  onAccountMinor: number | null;
};

type Taken = readonly { kind: string; amountMinor: number; code?: string | undefined }[];

/** `known`: what the customer has; undefined while nobody buys or it has not come. */
export function creditTermsOf({ credit }: Settings, known: CustomerCredits | undefined): CreditTerms {
  const { accountLimitMinor, giftCards, onAccount, storeCredit } = credit;
  return {
    giftCards,
    storeCreditMinor: storeCredit && known !== undefined ? (known.storeCredit?.leftMinor ?? 0) : null,
    onAccountMinor: onAccount && known !== undefined ? (known.account?.leftMinor ?? accountLimitMinor) : null,
  };
}

export function isCredit(kind: string): kind is CreditKind {
  return kind === 'gift-card' || kind === 'store-credit' || kind === 'on-account';
}

/** What is left of it besides what was taken for this sale; null when no card was chosen yet, or there is none. */
export function leftOn(
  kind: CreditKind,
  { credits, card, taken }: { credits: CreditTerms; card: ChosenCard | null; taken: Taken },
): number | null {
  const all =
    kind === 'gift-card'
      ? (card?.card.leftMinor ?? null)
      : kind === 'store-credit'
        ? credits.storeCreditMinor
        : credits.onAccountMinor;
  if (all === null) return null;
  const before = taken.filter(
    (tender) => tender.kind === kind && (kind !== 'gift-card' || tender.code === card?.code),
  );
  return Math.max(all - before.reduce((sum, { amountMinor }) => sum + amountMinor, 0), 0);
}

/** What is taken: as typed (null: nothing typed), or all that is due and there. */
export function readCredit(
  kind: CreditKind,
  typedMinor: number | null,
  leftMinor: number | null,
  dueMinor: number,
): Result<number, Failure> {
  if (leftMinor === null) return fail(kind === 'gift-card' ? noCard : noCustomer);
  const wanted = typedMinor ?? Math.min(dueMinor, leftMinor);
  if (leftMinor === 0 || wanted > leftMinor)
    return fail({ code: 'credit-short', message: shortWords[kind], details: { leftMinor } });
  return ok(wanted);
}

const noCard: Failure = {
  code: 'credit-unknown',
  message: 'Scan the gift card, or type its code.',
  field: 'reference',
};
const noCustomer: Failure = {
  code: 'customer-needed',
  message: 'This belongs to a customer. Add the customer first.',
};
const shortWords = {
  'gift-card': 'There is not so much on this gift card. Take less, and the rest another way.',
  'store-credit': 'The customer has not so much store credit. Take less, and the rest another way.',
  'on-account': 'This would go past the customer’s limit. Take less, and the rest another way.',
};
