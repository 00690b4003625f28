import { currencyOf } from '../../shared/domain/currency.ts';
import { decimalText, isMinor } from '../../shared/domain/money.ts';
import type { CreditFact, PointsFact, RefundBody, SaleBody } from '../../shared/journal/kinds.ts';
import type { Told } from './entry-shapes.ts';

const figures = {
  grossMinor: 'The prices',
  discountMinor: 'The discounts',
  netMinor: 'The amounts without tax',
  taxMinor: 'The taxes',
  totalMinor: 'The totals',
};
const figureNames = Object.keys(figures) as (keyof typeof figures)[];

/** What does not add up in an entry that has its kind's shape, in plain words; null where all of it does. */
export function sumProblem(told: Told): string | null {
  switch (told.kind) {
    case 'sale.committed':
      return saleProblem(told.body);
    case 'refund.committed':
      return refundProblem(told.body);
    case 'sale.voided':
      return creditsProblem(told.body.credits);
    case 'points.changed':
      return pointsProblem([told.body]);
    case 'promotion.redeemed':
      return pointsProblem(told.body.points);
    case 'credit.changed':
      return told.body.entry === null ? null : creditsProblem([told.body.entry]);
    case 'credit.paid':
      return told.body.entry.amountMinor === told.body.amountMinor
        ? creditsProblem([told.body.entry])
        : 'What was paid is not what the account was given.';
    default:
      return null;
  }
}

function saleProblem(sale: SaleBody): string | null {
  const entries = sale.points?.entries ?? [];
  const spent = 0 - sum(entries.filter(({ kind }) => kind === 'redeemed').map(({ points }) => points));
  return (
    documentProblem(sale, sale.totalMinor + sale.tipMinor + sale.cashRoundingMinor) ??
    (sale.lines.every(discountsAddUp) ? null : 'The discounts of a line are not what was taken off it.') ??
    (sale.payments.every((paid) => paid.tenderedMinor === paid.amountMinor + paid.changeMinor)
      ? null
      : 'A payment is not what was handed over less its change.') ??
    differing(
      sale,
      'The change',
      sum(sale.payments.map(({ changeMinor }) => changeMinor)),
      sale.changeMinor,
    ) ??
    (spent === (sale.points?.spent ?? 0) ? null : 'The points spent are not those of its points entries.') ??
    pointsProblem(entries) ??
    creditsProblem(sale.credits)
  );
}

function refundProblem(refund: RefundBody): string | null {
  return (
    documentProblem(refund, refund.totalMinor + refund.cashRoundingMinor) ?? creditsProblem(refund.credits)
  );
}

/** `payableMinor`: what the payments have to come to. */
function documentProblem(document: SaleBody | RefundBody, payableMinor: number): string | null {
  const { lines, taxes, payments, paidMinor } = document;
  for (const name of figureNames) {
    const problem = differing(document, figures[name], sum(lines.map((line) => line[name])), document[name]);
    if (problem !== null) return problem;
  }
  if (!lines.every((line) => line.netMinor + line.taxMinor === line.totalMinor))
    return 'The total of a line is not its amount and its tax.';
  const taxMinor = sum(taxes.map((tax) => tax.taxMinor));
  const paid = sum(payments.map(({ amountMinor }) => amountMinor));
  return (
    differing(document, 'The taxes by rate', taxMinor, document.taxMinor) ??
    differing(document, 'The payments', paid, paidMinor) ??
    differing(document, 'The total and what is on top of it', payableMinor, paidMinor)
  );
}

function discountsAddUp(line: SaleBody['lines'][number]): boolean {
  const { lineDiscountMinor, promotionMinor, rewardMinor, orderDiscountMinor, discountMinor } = line;
  return lineDiscountMinor + promotionMinor + rewardMinor + orderDiscountMinor === discountMinor;
}

function pointsProblem(facts: readonly PointsFact[]): string | null {
  const wrong = facts.find(({ kind, points }) =>
    kind === 'earned' || kind === 'bonus'
      ? points < 0
      : (kind === 'redeemed' || kind === 'expired') && points > 0,
  );
  return wrong === undefined ? null : `${wrong.points} points cannot be ${wrong.kind}.`;
}

function creditsProblem(facts: readonly CreditFact[]): string | null {
  const wrong = facts.find(({ kind, amountMinor }) =>
    kind === 'spent' ? amountMinor > 0 : kind !== 'adjusted' && kind !== 'reversed' && amountMinor < 0,
  );
  return wrong === undefined ? null : `What was ${wrong.kind} on a card or account has the wrong sign.`;
}

function differing(
  { currency }: { currency: string },
  what: string,
  cameMinor: number,
  saysMinor: number,
): string | null {
  if (cameMinor === saysMinor) return null;
  return `${what} come to ${amountText(cameMinor, currency)}; it says ${amountText(saysMinor, currency)}.`;
}

function amountText(minor: number, currency: string): string {
  const known = currencyOf(currency);
  return known === undefined || !isMinor(minor) ? String(minor) : decimalText(minor, known);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, one) => total + one, 0);
}
