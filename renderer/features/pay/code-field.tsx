import type { RefObject } from 'react';
import { Gift } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/format.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { leftOn } from './credit-entry.ts';
import type { PaymentDraft, PaymentTerms } from './payment-draft.ts';
import { paymentActions } from './payment-store.ts';
import { payTexts } from './texts.ts';

export type CodeFieldProps = {
  fieldRef: RefObject<HTMLInputElement | null>;
  payment: PaymentDraft;
  terms: PaymentTerms;
  error: string | undefined;
  onFocus: () => void;
};

/** The gift card that is taken: its code first, then what is on it. */
export function CodeField({ fieldRef, payment, terms, error, onFocus }: CodeFieldProps) {
  const t = payTexts.useText();
  const { money } = useFormats();
  const { card, taken } = payment;
  if (card !== null) {
    const leftMinor = leftOn('gift-card', { credits: terms.credits, card, taken }) ?? 0;
    return (
      <div className="flex shrink-0 items-center gap-3 rounded-card bg-accent-soft px-4 py-2">
        <Gift className="size-5 shrink-0 text-accent-text" aria-hidden="true" />
        <p role="status" className="figures min-w-0 flex-1 leading-tight">
          <span className="block truncate text-sm text-ink-muted">
            {t('cardEnd', { end: card.card.codeEnd ?? '' })}
          </span>
          <span className="font-semibold">{t('cardLeft', { amount: money(leftMinor) })}</span>
        </p>
        <Button onClick={() => paymentActions.change({ card: null, reference: '', amountText: '' })}>
          {t('otherCard')}
        </Button>
      </div>
    );
  }
  return (
    <TextField
      ref={fieldRef}
      label={t('cardCode')}
      hint={t('cardCodeHint')}
      error={error}
      value={payment.reference}
      maxLength={64}
      autoComplete="off"
      onFocus={onFocus}
      onChange={(event) => paymentActions.change({ reference: event.target.value })}
      className="shrink-0"
      inputClassName="figures min-h-12 text-lg uppercase"
    />
  );
}

/** What the customer has of store credit, or may still put on account. */
export function CreditFacts({ payment, terms }: { payment: PaymentDraft; terms: PaymentTerms }) {
  const t = payTexts.useText();
  const { money } = useFormats();
  const { kind, card, taken } = payment;
  if (kind !== 'store-credit' && kind !== 'on-account') return null;
  const leftMinor = leftOn(kind, { credits: terms.credits, card, taken }) ?? 0;
  return (
    <p role="status" className="figures shrink-0 rounded-card bg-accent-soft px-4 py-2.5 font-medium">
      {t(kind === 'store-credit' ? 'storeCreditLeft' : 'onAccountLeft', { amount: money(leftMinor) })}
    </p>
  );
}
