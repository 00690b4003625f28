import { useState, type FormEvent } from 'react';
import { multiplyDivide } from '../../../shared/domain/money.ts';
import type { Settings } from '../../../shared/api/settings.ts';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormats } from '../../ui/format.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { paymentActions, usePayment } from './payment-store.ts';
import { payTexts } from './texts.ts';

const formId = 'tip-form';

/** How much is given on top: by percent of the total, or as typed; nothing takes the tip off again. */
export function TipDialog({
  totalMinor,
  settings,
  onClose,
}: {
  totalMinor: number;
  settings: Settings;
  onClose: () => void;
}) {
  const t = payTexts.useText();
  const common = useCommonText();
  const { money } = useFormats();
  const now = usePayment((state) => state.payment.tipMinor);
  const [tipMinor, setTipMinor] = useState<number | null>(now === 0 ? null : now);
  const take = (minor: number) => {
    paymentActions.change({ tipMinor: minor });
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    take(tipMinor ?? 0);
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="small"
      title={t('tip')}
      description={t('tipWhat', { total: money(totalMinor) })}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={() => take(0)}>{t('tipNone')}</Button>
          <Button type="submit" form={formId} variant="primary" keyLabel="Enter">
            {t('tipTake')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <div role="group" aria-label={t('tipPercents')} className="grid auto-cols-fr grid-flow-col gap-2">
          {settings.counter.tipPercents.map((percent) => {
            const minor = multiplyDivide(totalMinor, percent, 100, 'half-up');
            return (
              <Button
                key={percent}
                stacked
                aria-pressed={tipMinor === minor}
                onClick={() => take(minor)}
                className="figures min-h-14 px-1! aria-pressed:border-accent aria-pressed:bg-accent-soft"
              >
                {percent} %<span className="block text-xs font-normal text-ink-muted">{money(minor)}</span>
              </Button>
            );
          })}
        </div>
        <MoneyField autoFocus label={t('tipAmount')} value={tipMinor} onValueChange={setTipMinor} />
      </form>
    </Dialog>
  );
}
