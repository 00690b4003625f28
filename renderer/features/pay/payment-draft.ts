import type { Currency } from '../../../shared/domain/currency.ts';
import { mostPayable, pointsForAmount } from '../../../shared/domain/points.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { dueAfter, settle, type CashRounding, type Due } from '../../../shared/domain/settle.ts';
import {
  isCredit,
  leftOn,
  readCredit,
  type ChosenCard,
  type CreditKind,
  type CreditTerms,
} from './credit-entry.ts';
import { readTypedAmount } from './read-typed-amount.ts';
import { readPoints, type PointsSoFar, type PointsTerms } from './points-entry.ts';

export type PaymentKind = 'cash' | 'card' | 'ewallet' | 'points' | CreditKind;

/** A payment that was taken; for cash `amountMinor` is what was handed over. */
export type TakenTender = {
  kind: PaymentKind;
  amountMinor: number;
  reference: string;
  /** Of a gift card. */
  code?: string;
};

/**
 * What was taken so far, and what is being typed: money, or a number of points. An empty text stands for all that is
 * left, or for all the points that can be used.
 */
export type PaymentDraft = {
  taken: readonly TakenTender[];
  kind: PaymentKind;
  amountText: string;
  /** From the terminal or the app; of a gift card what is typed of its code. */
  reference: string;
  /** The gift card that is being taken. */
  card: ChosenCard | null;
  /** On top of the total. */
  tipMinor: number;
};

/** What the payment is for; `points` when the customer may pay with theirs. */
export type PaymentTerms = {
  totalMinor: number;
  cashRounding: CashRounding | null;
  currency: Currency;
  locale: string;
  points: PointsTerms | null;
  credits: CreditTerms;
};

export const emptyPayment: PaymentDraft = {
  taken: [],
  kind: 'cash',
  amountText: '',
  reference: '',
  card: null,
  tipMinor: 0,
};

export type PaymentView = {
  /** Left to pay before what is being typed, if the rest is paid in the chosen way. */
  leftMinor: number;
  /** What is being typed, in minor units; null when it is no amount. */
  entryMinor: number | null;
  /** What was taken is enough as it is, and nothing more is being typed. */
  isPaid: boolean;
  /** So much was taken beyond the total in ways that give no change: the cart has become smaller since. */
  overMinor: number;
  /** How it stands once what is being typed is taken. */
  after: Due;
  /** What is being typed would pay the rest. */
  completes: boolean;
};

/** What the screen shows of a payment. */
export function viewPayment(draft: PaymentDraft, terms: PaymentTerms): PaymentView {
  const { totalMinor, cashRounding } = terms;
  const toPayMinor = totalMinor + draft.tipMinor;
  const before = dueAfter(toPayMinor, draft.taken, cashRounding);
  const settled = settle(totalMinor, draft.taken, cashRounding, draft.tipMinor);
  const isPaid = draft.amountText === '' && settled.ok;
  const leftMinor = draft.kind === 'cash' ? before.cashDueMinor : before.dueMinor;
  const read = readEntry(draft, leftMinor, terms);
  const entryMinor = read.ok ? read.value : null;
  const entry = entryMinor === null || isPaid ? [] : [entryOf(draft, entryMinor)];
  const all = [...draft.taken, ...entry];
  const after = dueAfter(toPayMinor, all, cashRounding);
  const completes = isPaid || (entry.length > 0 && after.dueMinor === 0);
  return { leftMinor, entryMinor, isPaid, overMinor: overOf(settled), after, completes };
}

/**
 * Takes what is being typed. `complete` when the sale may be finished with `draft.taken`; otherwise the rest is still
 * to pay. Failures are those of `settle`, their field `amount` or `reference`, and `money-invalid`; a cart that became
 * cheaper than what was taken otherwise than in cash is `payment-exceeds-total`, whatever is typed.
 */
export function takeEntry(
  draft: PaymentDraft,
  terms: PaymentTerms,
): Result<{ draft: PaymentDraft; complete: boolean }, Failure> {
  const view = viewPayment(draft, terms);
  if (view.isPaid) return ok({ draft, complete: true });
  if (view.overMinor > 0) return fail(takenTooMuch);
  const entry = readEntry(draft, view.leftMinor, terms);
  if (!entry.ok) return fail({ field: 'amount', ...entry.failure });
  const taken = withTender(draft.taken, entryOf(draft, entry.value));
  const settled = settle(terms.totalMinor, taken, terms.cashRounding, draft.tipMinor);
  if (settled.ok || settled.failure.code === 'payment-short') {
    // Points, a card or an account are taken once, as much as there is: the rest is paid in another way.
    const kind = draft.kind === 'points' || isCredit(draft.kind) ? 'cash' : draft.kind;
    const next: PaymentDraft = { ...draft, kind, taken, amountText: '', reference: '', card: null };
    return ok({ draft: next, complete: settled.ok });
  }
  return fail({ ...settled.failure, field: fieldOf(settled.failure) });
}

const takenTooMuch: Failure = {
  code: 'payment-exceeds-total',
  message: 'More was taken than the sale comes to. Give a payment back.',
  field: 'amount',
};

function overOf(settled: Result<unknown>): number {
  if (settled.ok || settled.failure.code !== 'payment-exceeds-total') return 0;
  const overMinor = settled.failure.details?.['overMinor'];
  return typeof overMinor === 'number' ? overMinor : 0;
}

/** Points are one payment, however often some are taken; so is each card and account. */
function withTender(taken: readonly TakenTender[], tender: TakenTender): readonly TakenTender[] {
  const isOne = tender.kind === 'points' || isCredit(tender.kind);
  const before = isOne
    ? taken.findIndex(({ kind, code }) => kind === tender.kind && code === tender.code)
    : -1;
  if (before === -1) return [...taken, tender];
  const amountMinor = tender.amountMinor + (taken[before]?.amountMinor ?? 0);
  return taken.with(before, { ...tender, amountMinor });
}

/** Gives one payment back. */
export function removeTaken(draft: PaymentDraft, index: number): PaymentDraft {
  return { ...draft, taken: draft.taken.toSpliced(index, 1) };
}

/** Takes all that is left in cash: what F10 pays. */
export function takeExactCash(draft: PaymentDraft, terms: PaymentTerms): ReturnType<typeof takeEntry> {
  return takeEntry({ ...draft, kind: 'cash', amountText: '', reference: '', card: null }, terms);
}

/** Gives back what was paid with what belongs to a customer: it was another's. */
export function withoutCustomers(draft: PaymentDraft): PaymentDraft {
  const isCustomers = (kind: PaymentKind) => kind === 'store-credit' || kind === 'on-account';
  const { kind, taken } = withoutPoints(draft);
  if (!isCustomers(kind) && !taken.some((tender) => isCustomers(tender.kind))) return withoutPoints(draft);
  const rest = taken.filter((tender) => !isCustomers(tender.kind));
  return {
    ...withoutPoints(draft),
    taken: rest,
    ...(isCustomers(kind) ? { kind: 'cash', amountText: '' } : {}),
  };
}

/** Gives back what was paid with points. */
export function withoutPoints(draft: PaymentDraft): PaymentDraft {
  const taken = draft.taken.filter(({ kind }) => kind !== 'points');
  if (draft.kind === 'points') return { ...draft, taken, kind: 'cash', amountText: '' };
  return taken.length === draft.taken.length ? draft : { ...draft, taken };
}

/**
 * A cart that has become smaller takes fewer points: those beyond what is to pay go back by themselves, as nobody hands
 * them over the counter. Other payments stay until they are given back by hand.
 */
export function fitPoints(draft: PaymentDraft, { totalMinor, points }: PaymentTerms): PaymentDraft {
  const paid = draft.taken.find(({ kind }) => kind === 'points');
  if (paid === undefined || points === null) return draft;
  const others = draft.taken.filter(({ kind }) => kind !== 'points' && kind !== 'cash');
  const mostMinor = Math.max(totalMinor - sumTaken(others), 0);
  if (paid.amountMinor <= mostMinor) return draft;
  const { amountMinor } = mostPayable(mostMinor, pointsPaid(draft.taken, points), points);
  const taken = draft.taken.flatMap((tender) =>
    tender !== paid ? [tender] : amountMinor === 0 ? [] : [{ ...paid, amountMinor }],
  );
  return { ...draft, taken };
}

/** How many points were taken. */
export function pointsPaid(
  taken: readonly TakenTender[],
  { valueMinor }: Pick<PointsTerms, 'valueMinor'>,
): number {
  const paidMinor = sumTaken(taken.filter(({ kind }) => kind === 'points'));
  return pointsForAmount(paidMinor, { valueMinor }) ?? 0;
}

/** The points that were taken for this sale, and what is left to pay besides. */
export function pointsSoFar(
  taken: readonly TakenTender[],
  points: PointsTerms,
  leftMinor: number,
): PointsSoFar {
  return { taken: pointsPaid(taken, points), leftMinor };
}

/** What was handed over in all. */
export function sumTaken(taken: readonly TakenTender[]): number {
  return taken.reduce((sum, tender) => sum + tender.amountMinor, 0);
}

function readEntry(draft: PaymentDraft, leftMinor: number, terms: PaymentTerms): Result<number> {
  const { kind, amountText, taken, card } = draft;
  if (kind !== 'points') {
    const typed = amountText === '' ? ok(null) : readTypedAmount(amountText, terms);
    if (!typed.ok) return typed;
    if (!isCredit(kind)) return ok(typed.value ?? leftMinor);
    return readCredit(kind, typed.value, leftOn(kind, { credits: terms.credits, card, taken }), leftMinor);
  }
  const { points } = terms;
  if (points === null)
    return fail({ code: 'customer-needed', message: 'Points need a customer who has some.' });
  return readPoints(amountText, points, pointsSoFar(taken, points, leftMinor));
}

function entryOf(draft: PaymentDraft, amountMinor: number): TakenTender {
  const hasReference = draft.kind === 'card' || draft.kind === 'ewallet';
  const reference = hasReference ? draft.reference.trim() : '';
  const code = draft.kind === 'gift-card' && draft.card !== null ? { code: draft.card.code } : {};
  return { kind: draft.kind, amountMinor, reference, ...code };
}

function fieldOf(failure: Failure): 'amount' | 'reference' {
  return failure.field?.endsWith('.reference') === true ? 'reference' : 'amount';
}
