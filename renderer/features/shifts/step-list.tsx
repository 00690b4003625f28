import type { ShiftCount } from '../../../shared/api/shifts.ts';
import { Money } from '../../ui/money.tsx';
import { shiftTexts } from './texts.ts';

/** How what the drawer should hold comes about, line by line; steps of nothing are left out. */
export function StepList({ steps, expectedMinor }: { steps: ShiftCount['steps']; expectedMinor: number }) {
  const t = shiftTexts.useText();
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
      {steps
        .filter(({ name, amountMinor }) => amountMinor !== 0 || name === 'float')
        .map(({ name, amountMinor }) => (
          <div key={name} className="contents">
            <dt className="text-ink-muted">{t(`step-${name}`)}</dt>
            <dd className="text-right">
              <Money minor={amountMinor} />
            </dd>
          </div>
        ))}
      <div className="contents font-semibold">
        <dt className="border-t pt-1">{t('shouldHold')}</dt>
        <dd className="border-t pt-1 text-right">
          <Money minor={expectedMinor} />
        </dd>
      </div>
    </dl>
  );
}
