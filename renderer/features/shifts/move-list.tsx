import type { XReport } from '../../../shared/api/shifts.ts';
import { useFormats } from '../../ui/format.tsx';
import { Money } from '../../ui/money.tsx';
import { shiftTexts } from './texts.ts';

/** What was put into the drawer and taken out, and when it was opened without a sale. */
export function MoveList({ moves }: { moves: XReport['facts']['moves'] }) {
  const t = shiftTexts.useText();
  const { time } = useFormats();
  if (moves.length === 0) return <p className="py-2 text-ink-muted">{t('noMoves')}</p>;
  return (
    <ul className="divide-y">
      {moves.map(({ slipNumber, kind, amountMinor, reason, at }) => (
        <li key={slipNumber} className="flex items-center gap-4 py-2">
          <span className="figures w-20 shrink-0 text-ink-muted">{time(at)}</span>
          <span className="min-w-0 flex-1">
            <span className="block font-medium">{t(`move-${kind}`)}</span>
            <span className="block text-sm wrap-anywhere text-ink-muted">
              {reason} · {t('slip', { number: slipNumber })}
            </span>
          </span>
          {kind !== 'no-sale' && <Money minor={kind === 'in' ? amountMinor : -amountMinor} signed />}
        </li>
      ))}
    </ul>
  );
}
