import { classNames } from './class-names.ts';

export type ProgressBarProps = {
  label: string;
  /** 0 … maximum; null while it cannot be said how far it is. */
  value: number | null;
  maximum?: number;
  valueText?: string;
  className?: string;
};

/** How far something is. */
export function ProgressBar({ label, value, maximum = 100, valueText, className }: ProgressBarProps) {
  const share = value === null || maximum === 0 ? null : Math.min(1, Math.max(0, value / maximum));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={maximum}
      aria-valuenow={value ?? undefined}
      aria-valuetext={valueText}
      className={classNames('h-3 w-full overflow-hidden rounded-full bg-sunken', className)}
    >
      <div
        className={classNames(
          'h-full origin-left rounded-full bg-accent transition-transform duration-150',
          share === null && 'breathe',
        )}
        style={{ transform: `scaleX(${share ?? 1})` }}
      />
    </div>
  );
}
