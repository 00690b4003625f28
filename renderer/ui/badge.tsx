import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export type BadgeTone = 'neutral' | 'good' | 'warn' | 'bad' | 'accent';

const tones: Record<BadgeTone, string> = {
  neutral: 'bg-sunken text-ink-muted',
  good: 'bg-accent-soft text-accent-text',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-danger-soft text-danger',
  accent: 'bg-accent text-accent-ink',
};

/** A short word or figure about a thing. The words say it; the colour only helps. */
export function Badge({
  tone = 'neutral',
  className,
  children,
}: {
  tone?: BadgeTone;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        'figures inline-flex min-h-6 items-center gap-1 rounded-full px-2.5 text-xs font-semibold whitespace-nowrap',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
