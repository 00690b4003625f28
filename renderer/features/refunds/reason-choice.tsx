import { Chip } from '../../ui/chip.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { refundsTexts } from './texts.ts';

export const refundReasons = ['damaged', 'wrong', 'spoiled', 'mind', 'price'] as const;
export const voidReasons = ['mistake', 'twice', 'left', 'unpaid'] as const;

type Reason = (typeof refundReasons | typeof voidReasons)[number];

export type ReasonChoiceProps = {
  reasons: readonly Reason[];
  reason: string;
  note: string;
  onChange: (change: { reason?: string; note?: string }) => void;
};

/** Why something comes back: one of a few, or in words. */
export function ReasonChoice({ reasons, reason, note, onChange }: ReasonChoiceProps) {
  const t = refundsTexts.useText();
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="pb-1 text-sm font-medium">{t('reason')}</legend>
      <div className="flex flex-wrap gap-1.5">
        {reasons.map((name) => {
          const words = t(`reason-${name}`);
          return (
            <Chip
              key={name}
              className="px-3!"
              selected={reason === words}
              onClick={() => onChange({ reason: reason === words ? '' : words })}
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
    </fieldset>
  );
}
