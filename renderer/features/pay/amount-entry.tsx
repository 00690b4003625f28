import { useEffect, useRef, useState, type RefObject } from 'react';
import { decimalText } from '../../../shared/domain/money.ts';
import type { Failure } from '../../../shared/domain/result.ts';
import { quickCash } from '../../../shared/domain/settle.ts';
import { useCommonText } from '../../app/i18n.ts';
import { applyPadKey, type PadKey } from '../../ui/apply-pad-key.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/format.tsx';
import { NumberPad } from '../../ui/number-pad.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CodeField, CreditFacts } from './code-field.tsx';
import { cleanPoints } from './clean-points.ts';
import { pointsSoFar, type PaymentDraft, type PaymentTerms, type PaymentView } from './payment-draft.ts';
import { paymentActions } from './payment-store.ts';
import { PointsChoice } from './points-choice.tsx';
import { usablePoints } from './points-entry.ts';
import { payTexts } from './texts.ts';

export type AmountEntryProps = {
  payment: PaymentDraft;
  view: PaymentView;
  terms: PaymentTerms;
  problem: Failure | null;
};

const amountLabels = {
  cash: 'amountCash',
  card: 'amountCard',
  ewallet: 'amountEwallet',
  points: 'amountPoints',
  'gift-card': 'amountGiftCard',
  'store-credit': 'amountStoreCredit',
  'on-account': 'amountOnAccount',
} as const;

const takesReference = ({ kind, card }: Pick<PaymentDraft, 'kind' | 'card'>) =>
  kind === 'card' || kind === 'ewallet' || (kind === 'gift-card' && card === null);

/** How much, and for a card or e-wallet its reference; by keyboard and by pad. */
export function AmountEntry({ payment, view, terms, problem }: AmountEntryProps) {
  const common = useCommonText();
  const amountField = useRef<HTMLInputElement>(null);
  const referenceField = useRef<HTMLInputElement>(null);
  const [isInReference, setInReference] = useState(false);
  const { kind, amountText, reference } = payment;
  const asksReference = takesReference(payment);
  const decimals = kind === 'points' ? 0 : terms.currency.exponent;
  const problemField = problem?.field;
  const takenCount = payment.taken.length;

  useEffect(() => {
    const wanted = asksReference ? referenceField : amountField;
    wanted.current?.focus();
  }, [kind, takenCount, asksReference]);
  useEffect(() => {
    if (problemField === 'reference') referenceField.current?.focus();
    if (problemField === 'amount') amountField.current?.focus();
  }, [problem, problemField]);

  const onPadKey = (key: PadKey) => {
    if (isInReference && asksReference) {
      const next = key === 'backspace' ? reference.slice(0, -1) : reference + key;
      paymentActions.change({ reference: next.slice(0, 64) });
    } else {
      paymentActions.change({ amountText: applyPadKey(amountText, key, { decimals }) });
    }
  };
  return (
    <section className="flex min-h-0 min-w-0 flex-col gap-2.5 [grid-area:amount]">
      <AmountField
        fieldRef={amountField}
        {...{ payment, view, terms }}
        error={problemField === 'amount' ? problem?.message : undefined}
        onFocus={() => setInReference(false)}
      />
      {kind === 'cash' && <QuickCash payment={payment} view={view} terms={terms} />}
      {kind === 'points' && <PointsChoice payment={payment} view={view} terms={terms} />}
      <CreditFacts payment={payment} terms={terms} />
      {kind === 'gift-card' && (
        <CodeField
          fieldRef={referenceField}
          {...{ payment, terms }}
          error={problemField === 'reference' ? problem?.message : undefined}
          onFocus={() => setInReference(true)}
        />
      )}
      {kind !== 'gift-card' && asksReference && (
        <ReferenceField
          fieldRef={referenceField}
          payment={payment}
          error={problemField === 'reference' ? problem?.message : undefined}
          onFocus={() => setInReference(true)}
        />
      )}
      <NumberPad
        label={common('numberPad')}
        backspaceLabel={common('backspace')}
        extraKey={decimals === 0 ? '00' : '.'}
        onKey={onPadKey}
        className="min-h-0 flex-1 auto-rows-fr"
      />
    </section>
  );
}

type AmountFieldProps = Omit<AmountEntryProps, 'problem'> & {
  fieldRef: RefObject<HTMLInputElement | null>;
  error: string | undefined;
  onFocus: () => void;
};

function AmountField({ fieldRef, payment, view, terms, error, onFocus }: AmountFieldProps) {
  const t = payTexts.useText();
  const { amount, number } = useFormats();
  const { kind, amountText } = payment;
  const { points } = terms;
  const isPoints = kind === 'points' && points !== null;
  return (
    <div className="shrink-0">
      <label className="flex min-h-17 items-center gap-3 rounded-card border bg-surface pr-4 pl-4 shadow-low focus-within:border-focus focus-within:ring-2 focus-within:ring-focus">
        <span className="shrink-0 text-sm text-ink-muted">{t(amountLabels[kind])}</span>
        <input
          ref={fieldRef}
          inputMode="none"
          autoComplete="off"
          value={amountText}
          placeholder={
            isPoints
              ? number(usablePoints(points, pointsSoFar(payment.taken, points, view.leftMinor)))
              : amount(view.leftMinor)
          }
          aria-invalid={error !== undefined || undefined}
          aria-describedby={error === undefined ? undefined : 'amount-error'}
          onFocus={onFocus}
          onChange={(event) =>
            paymentActions.change({
              amountText: isPoints ? cleanPoints(event.target.value) : event.target.value.slice(0, 20),
            })
          }
          className="figures w-full min-w-0 flex-1 bg-transparent text-right text-[1.875rem] font-bold outline-none placeholder:font-semibold"
        />
      </label>
      {error !== undefined && (
        <p id="amount-error" role="alert" className="pt-1 text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

function QuickCash({ payment, view, terms }: Omit<AmountEntryProps, 'problem'>) {
  const t = payTexts.useText();
  const { amount } = useFormats();
  const sums = quickCash(view.leftMinor, terms.currency)
    .filter((minor) => minor !== view.leftMinor)
    .slice(0, 3);
  const quick = (label: string, amountText: string) => (
    <Button
      key={label}
      aria-pressed={payment.amountText === amountText}
      onClick={() => paymentActions.change({ amountText })}
      className="figures min-h-12 px-1! aria-pressed:border-accent aria-pressed:bg-accent-soft"
    >
      {label}
    </Button>
  );
  return (
    <div role="group" aria-label={t('quickCash')} className="grid shrink-0 auto-cols-fr grid-flow-col gap-2">
      {quick(t('exact'), '')}
      {sums.map((minor) => quick(shortAmount(amount(minor)), plainText(minor, terms)))}
    </div>
  );
}

/** `500` for 500.00, in whatever way the locale writes the decimals. */
function shortAmount(written: string): string {
  return written.replace(/[.,٫]0+$/, '');
}

function plainText(minor: number, { currency }: PaymentTerms): string {
  return decimalText(minor, currency).replace(/\.0+$/, '');
}

type ReferenceFieldProps = {
  fieldRef: RefObject<HTMLInputElement | null>;
  payment: PaymentDraft;
  error: string | undefined;
  onFocus: () => void;
};

function ReferenceField({ fieldRef, payment, error, onFocus }: ReferenceFieldProps) {
  const t = payTexts.useText();
  const isCard = payment.kind === 'card';
  return (
    <TextField
      ref={fieldRef}
      label={t(isCard ? 'referenceCard' : 'referenceEwallet')}
      hint={isCard ? t('referenceHint') : undefined}
      error={error}
      value={payment.reference}
      maxLength={64}
      onFocus={onFocus}
      onChange={(event) => paymentActions.change({ reference: event.target.value })}
      className="shrink-0"
      inputClassName="figures min-h-12 text-lg"
    />
  );
}
