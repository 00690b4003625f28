import { Switch as Base } from '@base-ui/react/switch';
import type { ReactNode } from 'react';

export type SwitchProps = {
  label: string;
  hint?: ReactNode;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
};

/** On or off, at once; the whole row is the target. */
export function Switch({ label, hint, checked, onCheckedChange, disabled = false }: SwitchProps) {
  return (
    <label className="flex min-h-11 items-center justify-between gap-4 py-1">
      <span className="min-w-0">
        <span className="block font-medium">{label}</span>
        {hint && <span className="block text-sm text-ink-muted">{hint}</span>}
      </span>
      <Base.Root
        checked={checked}
        onCheckedChange={(next) => onCheckedChange(next)}
        disabled={disabled}
        className="flex h-7 w-12 shrink-0 items-center rounded-full border-2 border-line-strong bg-sunken p-0.5 transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:opacity-50"
      >
        <Base.Thumb className="size-5 rounded-full bg-line-strong transition-transform data-checked:translate-x-5 data-checked:bg-accent-ink" />
      </Base.Root>
    </label>
  );
}
