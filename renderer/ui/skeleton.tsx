import { classNames } from './class-names.ts';

/** The place of what is still coming; give it the size of the real thing. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={classNames('breathe late block rounded-md bg-sunken', className ?? 'h-4 w-full')}
    />
  );
}
