import { classNames } from './class-names.ts';

/** The key of an act, as printed on its button. Screen readers get it from `aria-keyshortcuts` of the button. */
export function KeyCap({ children, onAccent = false }: { children: string; onAccent?: boolean }) {
  return (
    <kbd
      aria-hidden="true"
      className={classNames(
        'inline-flex h-5 min-w-5 items-center justify-center rounded-md px-1.5 font-sans text-[0.6875rem] leading-none font-semibold whitespace-nowrap',
        onAccent ? 'bg-transparent text-accent-ink' : 'bg-sunken text-ink-muted',
      )}
    >
      {children}
    </kbd>
  );
}
