import { Checkbox as Base } from '@base-ui/react/checkbox';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';

export type CheckboxProps = {
  label: string;
  hint?: ReactNode;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
};

/** A tick box with its words; the whole row is the target. */
export function Checkbox({ label, hint, checked, onCheckedChange, disabled = false }: CheckboxProps) {
  return (
    <label className="flex min-h-11 items-center gap-3 py-1">
      <Base.Root
        checked={checked}
        onCheckedChange={(next) => onCheckedChange(next)}
        disabled={disabled}
        className="flex size-6 shrink-0 items-center justify-center rounded-md border-2 border-line-strong bg-surface data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50"
      >
        <Base.Indicator className="text-accent-ink">
          <Check className="size-4" strokeWidth={3} aria-hidden="true" />
        </Base.Indicator>
      </Base.Root>
      <span className="min-w-0">
        <span className="block font-medium">{label}</span>
        {hint && <span className="block text-sm text-ink-muted">{hint}</span>}
      </span>
    </label>
  );
}
