import { Chip } from '../../ui/chip.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { editTexts } from './edit-texts.ts';

export type ReasonFieldProps = {
  value: string;
  onValueChange: (reason: string) => void;
  /** The shop's usual ones, to press. */
  reasons: readonly string[];
  error?: string | undefined;
};

/** Why something was done: a press on a usual reason, or words of one's own. */
export function ReasonField({ value, onValueChange, reasons, error }: ReasonFieldProps) {
  const t = editTexts.useText();
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="pb-1 text-sm font-medium">{t('reason')}</legend>
      {reasons.length > 0 && (
        <div className="flex flex-wrap gap-1.5">
          {reasons.map((reason) => (
            <Chip
              key={reason}
              className="px-3!"
              selected={reason === value}
              onClick={() => onValueChange(reason)}
            >
              {reason}
            </Chip>
          ))}
        </div>
      )}
      <TextField
        label={t('reasonOther')}
        hideLabel={reasons.length > 0}
        placeholder={t('reasonOther')}
        maxLength={60}
        value={reasons.includes(value) ? '' : value}
        onChange={(event) => onValueChange(event.target.value)}
        error={error}
      />
    </fieldset>
  );
}
