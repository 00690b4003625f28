import type { Settings } from '../../../shared/api/settings.ts';
import { keyLabelOf } from '../../app/actions.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import type { PaymentDraft, PaymentTerms, PaymentView } from './payment-draft.ts';
import { payTexts } from './texts.ts';

export type ChangeCardProps = { payment: PaymentDraft; view: PaymentView; terms: PaymentTerms };

/** What goes back to the customer, or what is still missing after this payment. */
export function ChangeCard({ payment, view, terms }: ChangeCardProps) {
  const t = payTexts.useText();
  const { money, amount } = useFormats();
  const { after, completes } = view;
  const isShort = !completes && view.entryMinor !== null;
  const shown = money(isShort ? after.dueMinor : after.changeMinor);
  const paysCash = payment.kind === 'cash' || payment.taken.some(({ kind }) => kind === 'cash');
  const { cashRounding } = terms;
  return (
    <>
      <div
        className={classNames(
          'shrink-0 rounded-card px-4 py-3',
          after.changeMinor > 0 && completes ? 'bg-warn-soft' : 'border bg-surface shadow-low',
        )}
      >
        <p className="text-sm text-ink-muted">{t(isShort ? 'stillLeft' : 'change')}</p>
        <p
          data-testid="change"
          className={classNames(
            'figures truncate text-right leading-tight font-bold',
            shown.length <= 10 ? 'text-[2rem]' : 'text-2xl',
          )}
        >
          {shown}
        </p>
      </div>
      {cashRounding !== null && paysCash && (
        <dl className="shrink-0 rounded-card border bg-surface px-4 py-2.5 text-sm shadow-low">
          <div className="flex justify-between gap-2">
            <dt className="text-ink-muted">{t('cashRounded', { step: amount(cashRounding.stepMinor) })}</dt>
            <dd>
              <Money plain minor={terms.totalMinor + payment.tipMinor + after.cashRoundingMinor} />
            </dd>
          </div>
          <div className="flex justify-between gap-2">
            <dt className="text-ink-muted">{t('rounding')}</dt>
            <dd>
              <Money plain signed minor={after.cashRoundingMinor} />
            </dd>
          </div>
        </dl>
      )}
    </>
  );
}

export type FinishButtonsProps = {
  view: PaymentView;
  settings: Settings;
  isEmpty: boolean;
  isStoring: boolean;
  /** `pressedAt`: when the person pressed, however late the press is heard. */
  onTake: (print?: false, pressedAt?: number) => void;
};

/** Finish, or take the part that is typed. */
export function FinishButtons({ view, settings, isEmpty, isStoring, onTake }: FinishButtonsProps) {
  const t = payTexts.useText();
  const { money } = useFormats();
  const { kind, openDrawer } = settings.printer;
  const prints = kind !== 'none' && settings.receipt.printAutomatically;
  const whatHappens = prints ? (openDrawer ? 'finishPrintsAndOpens' : 'finishPrints') : 'finishStores';
  const takesPart = !view.completes && view.entryMinor !== null && view.entryMinor > 0;
  if (view.overMinor > 0) {
    return (
      <p role="alert" className="rounded-card bg-warn-soft px-4 py-3">
        {t('takenTooMuch', { amount: money(view.overMinor) })}
      </p>
    );
  }
  if (isEmpty) return <p className="rounded-card bg-warn-soft px-4 py-3">{t('emptyCart')}</p>;
  return (
    <>
      <Button
        variant="primary"
        size="huge"
        stacked
        busy={isStoring}
        onClick={(event) => onTake(undefined, event.timeStamp)}
        aria-keyshortcuts={keyLabelOf('pay.finish')}
        className="min-h-26 shrink-0 short:min-h-20"
      >
        {takesPart ? t('takePart', { amount: money(view.entryMinor ?? 0) }) : t('finish')}
        <span className="block text-xs font-medium opacity-90">
          {keyLabelOf('pay.finish')} · {takesPart ? t('takePartHint') : t(whatHappens)}
        </span>
      </Button>
      {prints && !takesPart && (
        <Button
          keyLabel={keyLabelOf('pay.finish-no-paper')}
          disabled={isStoring}
          onClick={(event) => onTake(false, event.timeStamp)}
          className="min-h-12 shrink-0"
        >
          {t('finishNoPaper')}
        </Button>
      )}
    </>
  );
}
