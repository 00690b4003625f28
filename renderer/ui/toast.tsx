import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { classNames } from './class-names.ts';
import { closeToast, useToasts, type ShownToast } from './toast-store.ts';

export { showToast } from './toast-store.ts';

const shownForMilliseconds = { neutral: 4_000, good: 4_000, bad: 8_000 };
const icons = { neutral: Info, good: CircleCheck, bad: CircleAlert };
const colours = { neutral: 'text-ink-muted', good: 'text-accent-text', bad: 'text-danger' };

/** Where toasts appear; once, around the whole app. They are read aloud, and stay while one points at them. */
export function ToastProvider({ closeLabel, children }: { closeLabel: string; children: ReactNode }) {
  return (
    <>
      {children}
      {createPortal(<ToastList closeLabel={closeLabel} />, document.body)}
    </>
  );
}

function ToastList({ closeLabel }: { closeLabel: string }) {
  const { toasts } = useToasts();
  return (
    <div
      role="status"
      aria-live="polite"
      aria-relevant="additions text"
      className="pointer-events-none fixed bottom-14 left-1/2 z-20 -translate-x-1/2 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2 print:hidden"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} closeLabel={closeLabel} />
      ))}
    </div>
  );
}

function ToastCard({ toast, closeLabel }: { toast: ShownToast; closeLabel: string }) {
  const { id, tone, round, title, description, actionLabel, onAction } = toast;
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => closeToast(id), shownForMilliseconds[tone]);
    return () => clearTimeout(timer);
  }, [id, tone, round, held]);
  const Icon = icons[tone];
  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex items-center gap-3 rounded-card border bg-raised py-1 pr-1 pl-4 shadow-mid transition-opacity duration-150 starting:opacity-0"
    >
      <Icon className={classNames('size-5 shrink-0', colours[tone])} aria-hidden="true" />
      <div className="min-w-0 flex-1 py-2 wrap-anywhere">
        <p className="font-semibold">{title}</p>
        {description !== undefined && <p className="text-sm text-ink-muted">{description}</p>}
      </div>
      {actionLabel !== undefined && (
        <button
          type="button"
          onClick={() => {
            closeToast(id);
            onAction?.();
          }}
          className="min-h-11 rounded-control px-3 font-semibold text-accent-text hover:bg-sunken"
        >
          {actionLabel}
        </button>
      )}
      <button
        type="button"
        aria-label={closeLabel}
        onClick={() => closeToast(id)}
        className="inline-flex size-11 shrink-0 items-center justify-center rounded-control text-ink-muted hover:bg-sunken"
      >
        <X className="size-4" aria-hidden="true" />
      </button>
    </div>
  );
}
