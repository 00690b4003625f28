import { keyLabelOf } from '../../app/actions.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { refundsTexts } from './texts.ts';

export type FinishRefundProps = {
  totalMinor: number;
  paidMinor: number;
  /** Why it cannot be refunded yet, in words. */
  refusal: string | null;
  isBusy: boolean;
  onFinish: () => void;
};

/** What goes back, as large as a total is, and the button that refunds it. */
export function FinishRefund({ totalMinor, paidMinor, refusal, isBusy, onFinish }: FinishRefundProps) {
  const t = refundsTexts.useText();
  const { money } = useFormats();
  return (
    <div className="flex shrink-0 flex-col gap-2 border-t p-4 short:p-3">
      <p className="flex items-baseline justify-between gap-3 short:hidden">
        <span className="text-ink-muted">{t('total')}</span>
        <Money minor={paidMinor} className="text-3xl font-bold" />
      </p>
      {paidMinor !== totalMinor && (
        <p className="flex items-baseline justify-between gap-3 text-sm text-ink-muted">
          <span>{t('rounding')}</span>
          <Money signed minor={paidMinor - totalMinor} />
        </p>
      )}
      {refusal !== null && <p className="text-sm text-ink-muted">{refusal}</p>}
      <Button
        variant="primary"
        size="large"
        keyLabel={keyLabelOf('pay.finish')}
        disabled={refusal !== null}
        busy={isBusy}
        onClick={onFinish}
      >
        {t('finish', { amount: money(paidMinor) })}
      </Button>
    </div>
  );
}
