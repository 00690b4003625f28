import { useState } from 'react';
import type { Refundable } from '../../../shared/api/refunds.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { newId } from '../../app/ids.ts';
import type { ReasonChange } from './reason-choice.tsx';
import {
  changeReason,
  payoutsOf,
  priceDraft,
  setBack,
  setRestock,
  startDraft,
  stepBack,
  takeAllBack,
  type RefundDraft,
} from './refund-draft.ts';

/** What is being refunded of a sale, with what it comes to. */
export function useRefundDraft(refundable: Refundable, settings: Settings) {
  const [draft, setDraft] = useState(() => startDraft(refundable, newId));
  const priced = priceDraft(draft, refundable);
  const cashRounding = settings.cash.rounding;
  const paying = priced === null ? null : payoutsOf(draft, refundable, priced, { cashRounding });
  return {
    draft,
    priced,
    paying,
    step: (position: number, by: 1 | -1) => setDraft((now) => stepBack(now, refundable, position, by)),
    setQuantity: (position: number, milli: number) =>
      setDraft((now) => setBack(now, refundable, position, milli)),
    setRestock: (position: number, restock: boolean) => setDraft((now) => setRestock(now, position, restock)),
    takeAll: () => setDraft((now) => takeAllBack(now, refundable)),
    changeReason: (change: ReasonChange) => setDraft((now) => changeReason(now, refundable, change)),
    change: (change: Partial<RefundDraft>) => setDraft((now) => ({ ...now, ...change })),
  };
}

export type RefundWork = ReturnType<typeof useRefundDraft>;
