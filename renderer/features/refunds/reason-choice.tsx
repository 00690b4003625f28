import { useId, type Ref } from 'react';
import { Chip } from '../../ui/chip.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { refundsTexts } from './texts.ts';

export const refundReasons = ['damaged', 'wrong', 'spoiled', 'mind', 'price'] as const;
export const voidReasons = ['mistake', 'twice', 'left', 'unpaid'] as const;

/** Goods that came back so are not for the shelf. */
const wasteReasons: ReadonlySet<string> = new Set(['damaged', 'spoiled']);

type Reason = (typeof refundReasons | typeof voidReasons)[number];

export type ReasonChoiceProps = {
  reasons: readonly Reason[];
  reason: string;
  note: string;
  /** What is missing. */
  error?: string | undefined;
  groupRef?: Ref<HTMLFieldSetElement>;
  onChange: (change: ReasonChange) => void;
  /** Enter on what is chosen already goes on. */
  onEnter: () => void;
};

export type ReasonChange = { reason?: string; isWaste?: boolean; note?: string };

/** Why something comes back: one of a few, or in words. */
export function ReasonChoice({
  reasons,
  reason,
  note,
  error,
  groupRef,
  onChange,
  onEnter,
}: ReasonChoiceProps) {
  const errorId = useId();
  const t = refundsTexts.useText();
  return (
    <fieldset
      ref={groupRef}
      tabIndex={groupRef === undefined ? undefined : -1}
      aria-describedby={error === undefined ? undefined : errorId}
      className="flex min-w-0 flex-col gap-2"
    >
      <legend className="pb-1 text-sm font-medium">{t('reason')}</legend>
      <div className="flex flex-wrap gap-1.5">
        {reasons.map((name) => {
          const words = t(`reason-${name}`);
          return (
            <Chip
              key={name}
              className="px-3!"
              selected={reason === words}
              onClick={() => onChange({ reason: words, isWaste: wasteReasons.has(name) })}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || reason !== words) return;
                event.preventDefault();
                if (!event.repeat) onEnter();
              }}
            >
              {words}
            </Chip>
          );
        })}
      </div>
      <TextField
        label={t('note')}
        hideLabel
        placeholder={t('note')}
        maxLength={150}
        value={note}
        onChange={(event) => onChange({ note: event.target.value })}
      />
      {error !== undefined && (
        <p id={errorId} role="alert" className="text-sm text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
