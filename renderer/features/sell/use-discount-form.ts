import { useState } from 'react';
import type { Settings } from '../../../shared/api/settings.ts';
import type { Way } from '../../../shared/domain/acts.ts';
import type { Discount } from '../../../shared/domain/price.ts';
import { needsReason } from '../../../shared/domain/sale-acts.ts';
import { cartActions, useCart } from '../../state/cart.ts';
import { cartPriceOf } from '../../state/cart-price.ts';
import { lineOf, type CartDraft, type HandDiscount } from '../../state/cart/cart-draft.ts';
import { discountLine } from '../../state/cart/discount-line.ts';
import { discountSale } from '../../state/cart/discount-sale.ts';
import { useFormats } from '../../ui/format.tsx';
import { percentText } from '../../ui/percent-text.ts';
import { actOfDraft, allowAct, wayNow } from './allow-act.ts';
import { entryOf, readDiscount, type DiscountEntry } from './discount-entry.ts';
import { editTexts } from './edit-texts.ts';

export type DiscountScope = 'line' | 'sale';

type Form = { scope: DiscountScope; entry: DiscountEntry; reason: string };

const given = (draft: CartDraft, scope: DiscountScope): HandDiscount | undefined =>
  scope === 'sale' ? (draft.discount ?? undefined) : lineOf(draft, draft.selectedLineId)?.discount;

/** What is being typed of a discount, what it would make of the price, and who would be asked. */
export function useDiscountForm(settings: Settings, onDone: () => void) {
  const t = editTexts.useText();
  const { currency, money } = useFormats();
  const { draft, orderId } = useCart();
  const line = lineOf(draft, draft.selectedLineId);
  const open = (scope: DiscountScope): Form => {
    const before = given(draft, scope);
    return { scope, entry: entryOf(before?.discount, currency), reason: before?.reason ?? '' };
  };
  const [form, setForm] = useState<Form>(() => open(line === undefined ? 'sale' : 'line'));
  const [problem, setProblem] = useState<'entry' | 'reason' | null>(null);
  const { scope, entry, reason } = form;
  const discount = readDiscount(entry, currency);
  const next = withDiscount(draft, scope, discount === 'invalid' ? null : discount, reason.trim());
  const subject = scope === 'sale' ? orderId : (line?.lineId ?? '');
  const kind = scope === 'sale' ? ('discount-order' as const) : ('discount-line' as const);
  const act = actOfDraft(next, { act: kind, subject }, settings);
  const way: Way = wayNow(act, settings);
  const change = (changes: Partial<Form>) => {
    setForm({ ...form, ...changes });
    setProblem(null);
  };
  const words = (of: Discount) => {
    const off = of.kind === 'percent' ? `${percentText(of.percentPpm)} %` : money(of.amountMinor);
    return scope === 'sale'
      ? t('wordsSale', { discount: off })
      : t('wordsDiscount', { name: line?.product.name ?? '', discount: off });
  };
  const give = async (what: Discount | null): Promise<void> => {
    if (what !== null && !(await allowAct(act, settings, words(what)))) return;
    const hand = what === null ? null : { discount: what, reason: reason.trim() };
    if (scope === 'sale') cartActions.discountSale(hand);
    else cartActions.discountLine(subject, hand);
    onDone();
  };
  return {
    form,
    line,
    change,
    problem,
    way,
    isGiven: given(draft, scope) !== undefined,
    reopen: (to: DiscountScope) => {
      setForm(open(to));
      setProblem(null);
    },
    before: amountOf(draft, scope, subject, settings),
    after: amountOf(next, scope, subject, settings),
    takeOff: () => void give(null),
    submit: () => {
      if (discount === 'invalid') return setProblem('entry');
      if (discount === null && given(draft, scope) === undefined) return setProblem('entry');
      if (act !== undefined && needsReason(act, settings.acts) && reason.trim() === '')
        return setProblem('reason');
      if (way !== 'never') void give(discount);
    },
  };
}
export type DiscountForm = ReturnType<typeof useDiscountForm>;

function withDiscount(
  draft: CartDraft,
  scope: DiscountScope,
  discount: Discount | null,
  reason: string,
): CartDraft {
  const hand = discount === null ? null : { discount, reason };
  return scope === 'sale' ? discountSale(draft, hand) : discountLine(draft, draft.selectedLineId ?? '', hand);
}

/** What the line, or the whole sale, comes to. */
function amountOf(draft: CartDraft, scope: DiscountScope, lineId: string, settings: Settings): number {
  const priced = cartPriceOf(draft, settings);
  if (scope === 'sale') return priced.totalMinor;
  const line = priced.lines.find((each) => each.lineId === lineId);
  return line === undefined ? 0 : line.grossMinor - line.lineDiscountMinor;
}
