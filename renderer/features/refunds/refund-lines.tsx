import { Minus, Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Refundable } from '../../../shared/api/refunds.ts';
import { parseQuantity, quantityText } from '../../../shared/domain/quantity.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { useFormats } from '../../ui/format.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Money } from '../../ui/money.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { refundsTexts } from './texts.ts';
import type { RefundWork } from './use-refund-draft.ts';

type LinesProps = { refundable: Refundable; work: RefundWork };

/** Every line of the sale with what is left of it, and how much comes back. */
export function RefundLines({ refundable, work }: LinesProps) {
  const t = refundsTexts.useText();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector<HTMLElement>('[data-more]:enabled')?.focus(), []);
  return (
    <ul ref={list} aria-label={t('lines')} className="flex flex-col">
      {refundable.order.lines.map(({ lineId }, position) => (
        <LineRow key={lineId} position={position} refundable={refundable} work={work} />
      ))}
    </ul>
  );
}

function LineRow({ position, refundable, work }: LinesProps & { position: number }) {
  const t = refundsTexts.useText();
  const { quantity } = useFormats();
  const sold = refundable.order.lines[position];
  const left = refundable.lines[position];
  const chosen = work.draft.lines[position];
  if (sold === undefined || left === undefined || chosen === undefined) return null;
  const written = (milli: number) =>
    sold.unit === 'kg' ? t('kilograms', { quantity: quantity(milli) }) : quantity(milli);
  const isOpen = left.leftMilli > 0 && left.refusal === null;
  const back = work.priced?.lines.find((line) => line.position === position);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b py-2.5 last:border-b-0">
      <div className="min-w-36 flex-1">
        <p
          className={
            isOpen ? 'font-medium [overflow-wrap:anywhere]' : 'text-ink-muted [overflow-wrap:anywhere]'
          }
        >
          {sold.name}
        </p>
        <p className="figures text-sm text-ink-muted">
          {left.refusal ??
            (left.leftMilli === 0
              ? t('allBack')
              : t('leftOf', { left: written(left.leftMilli), sold: written(sold.quantityMilli) }))}
        </p>
        {chosen.quantityMilli > 0 && left.restockable && (
          <Checkbox
            label={t('restock')}
            checked={chosen.restock}
            onCheckedChange={(restock) => work.setRestock(position, restock)}
          />
        )}
      </div>
      {isOpen && <Stepper position={position} refundable={refundable} work={work} name={sold.name} />}
      <span className="w-24 text-right font-semibold">
        {back === undefined ? <span className="text-ink-faint">–</span> : <Money minor={back.totalMinor} />}
      </span>
    </li>
  );
}

function Stepper({ position, refundable, work, name }: LinesProps & { position: number; name: string }) {
  const t = refundsTexts.useText();
  const { quantity } = useFormats();
  const isWeighed = refundable.order.lines[position]?.unit === 'kg';
  const now = work.draft.lines[position]?.quantityMilli ?? 0;
  const leftMilli = refundable.lines[position]?.leftMilli ?? 0;
  return (
    <div role="group" aria-label={t('quantityOf', { name })} className="flex items-center gap-1">
      <IconButton
        icon={Minus}
        variant="outlined"
        label={t(isWeighed ? 'weighNone' : 'oneLess', { name })}
        disabled={now === 0}
        onClick={() => work.step(position, -1)}
      />
      {isWeighed ? (
        <NumberField
          label={t('quantityOf', { name })}
          hideLabel
          className="w-24"
          inputClassName="text-right"
          value={now}
          read={readWeight}
          write={quantityText}
          onValueChange={(milli) => work.setQuantity(position, milli ?? 0)}
        />
      ) : (
        <span className="figures w-10 text-center text-lg font-semibold" aria-live="polite">
          {quantity(now)}
        </span>
      )}
      <IconButton
        data-more
        icon={Plus}
        variant="outlined"
        label={t(isWeighed ? 'weighAll' : 'oneMore', { name })}
        disabled={now >= leftMilli}
        onClick={() => work.step(position, 1)}
      />
    </div>
  );
}

function readWeight(text: string): number | null {
  if (text.trim() === '0') return 0;
  const read = parseQuantity(text.trim().replace(',', '.'));
  return read.ok ? read.value : null;
}
