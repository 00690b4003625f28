import type { DisplayState } from '../../app/customer-display/display-message.ts';
import { useFormats } from '../../ui/format.tsx';
import { BigAmount } from './big-amount.tsx';
import { displayTexts } from './texts.ts';

type Thanks = Extract<DisplayState, { kind: 'thanks' }>;

/** Thanks, the change, and the receipt's code to keep. */
export function ThanksView({ state }: { state: Thanks }) {
  const t = displayTexts.useText();
  const { number } = useFormats();
  const { totalMinor, changeMinor, pointsEarned } = state;
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)] items-center gap-10 p-8 portrait:grid-cols-1 portrait:content-center short:p-4">
      <section className="flex min-w-0 flex-col gap-5">
        <p className="text-[clamp(2.5rem,6vw,4.5rem)] leading-tight font-bold tracking-tight">
          {t('thanks')}
        </p>
        <div className="rounded-card bg-accent px-6 pt-4 pb-5 text-accent-ink shadow-mid">
          <BigAmount label={t('change')} minor={changeMinor} />
        </div>
        <div className="flex flex-col gap-1 px-2 text-2xl text-ink-muted">
          <PaidTotal minor={totalMinor} />
          {pointsEarned > 0 && <p>{t('points', { count: pointsEarned, points: number(pointsEarned) })}</p>}
        </div>
      </section>
      <ReceiptCode state={state} />
    </div>
  );
}

function PaidTotal({ minor }: { minor: number }) {
  const t = displayTexts.useText();
  const { money } = useFormats();
  return (
    <p className="flex flex-wrap justify-between gap-x-4">
      {t('total')}
      <span className="figures">{money(minor)}</span>
    </p>
  );
}

function ReceiptCode({ state: { qr, receiptNumber } }: { state: Thanks }) {
  const t = displayTexts.useText();
  return (
    <figure className="flex flex-col items-center gap-3 justify-self-center text-center">
      {qr !== null && (
        <div className="paper rounded-card bg-surface p-5 shadow-low short:p-4">
          <svg
            aria-hidden="true"
            viewBox={`0 0 ${qr.size} ${qr.size}`}
            shapeRendering="crispEdges"
            className="size-[min(36vh,34vw,20rem)] fill-current text-ink"
          >
            <path d={qr.path} />
          </svg>
        </div>
      )}
      <figcaption className="flex max-w-xs flex-col text-lg">
        <span className="font-medium">{t('receipt', { number: receiptNumber })}</span>
        {qr !== null && <span className="text-ink-muted">{t('receiptHint')}</span>}
      </figcaption>
    </figure>
  );
}
