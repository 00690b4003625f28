import type { RefObject } from 'react';
import type { MovedMoney } from '../../../shared/domain/refund-payout.ts';
import type { PayoutWay } from '../../state/exchange.ts';
import { Money } from '../../ui/money.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { needsReference } from './refund-draft.ts';
import { refundsTexts, type RefundsTextKey } from './texts.ts';

export type PayoutChoiceProps = {
  way: PayoutWay;
  ways: readonly PayoutWay[];
  payouts: readonly MovedMoney[];
  pointsMinor: number;
  references: Readonly<Record<string, string>>;
  referenceField?: RefObject<HTMLInputElement | null>;
  /** What is wrong with the references. */
  error?: string | undefined;
  onChange: (change: { way?: PayoutWay; references?: Readonly<Record<string, string>> }) => void;
};

/** How the money goes back, with what each tender gets. */
export function PayoutChoice({
  way,
  ways,
  payouts,
  pointsMinor,
  references,
  referenceField,
  error,
  onChange,
}: PayoutChoiceProps) {
  const t = refundsTexts.useText();
  return (
    <div className="flex flex-col gap-2">
      <SegmentedControl
        label={t('way')}
        value={way}
        onValueChange={(next) => onChange({ way: next })}
        choices={ways.map((value) => ({ value, label: t(`way-${value}`) }))}
      />
      <dl className="flex flex-col gap-1">
        {pointsMinor > 0 && <Payout label={t('pointsBack')} minor={pointsMinor} />}
        {payouts.map(({ kind, amountMinor, creditId }) => (
          <Payout key={`${kind} ${creditId ?? ''}`} label={tenderWords(kind)} minor={amountMinor} />
        ))}
      </dl>
      {payouts
        .filter(({ kind }) => needsReference(kind))
        .map(({ kind }) => (
          <TextField
            key={kind}
            label={t('reference', { kind: tenderWords(kind) })}
            maxLength={64}
            {...(referenceField === undefined ? {} : { ref: referenceField })}
            error={error}
            value={references[kind] ?? ''}
            onChange={(event) => onChange({ references: { ...references, [kind]: event.target.value } })}
          />
        ))}
    </div>
  );
}

export function Payout({ label, minor }: { label: string; minor: number }) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt className="text-ink-muted">{label}</dt>
      <dd>
        <Money minor={minor} className="font-medium" />
      </dd>
    </div>
  );
}

export function tenderWords(kind: MovedMoney['kind']): string {
  return refundsTexts.text(kind satisfies RefundsTextKey);
}
