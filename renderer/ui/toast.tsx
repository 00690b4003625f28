import { Toast as Base } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { classNames } from './class-names.ts';

export type ToastTone = 'neutral' | 'good' | 'bad';
export type ToastMessage = {
  title: string;
  description?: string;
  tone?: ToastTone;
  /** The same id again replaces the earlier message. */
  id?: string;
  actionLabel?: string;
  onAction?: () => void;
};

const manager = Base.createToastManager();
const shownForMilliseconds = { neutral: 4000, good: 4000, bad: 8000 };
const icons = { neutral: Info, good: CircleCheck, bad: CircleAlert };
const colours = { neutral: 'text-ink-muted', good: 'text-accent-text', bad: 'text-danger' };

/** Says something in passing. What must not be missed belongs on the screen or into a dialog. */
export function showToast({
  title,
  description,
  tone = 'neutral',
  id,
  actionLabel,
  onAction,
}: ToastMessage): void {
  manager.add({
    ...(id === undefined ? {} : { id }),
    title,
    description,
    type: tone,
    timeout: shownForMilliseconds[tone],
    priority: tone === 'bad' ? 'high' : 'low',
    ...(actionLabel === undefined ? {} : { actionProps: { children: actionLabel, onClick: onAction } }),
  });
}

/** Where toasts appear; once, around the whole app. */
export function ToastProvider({ closeLabel, children }: { closeLabel: string; children: React.ReactNode }) {
  return (
    <Base.Provider toastManager={manager} limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport className="fixed right-4 bottom-14 z-10 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2 outline-none">
          <ToastList closeLabel={closeLabel} />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function ToastList({ closeLabel }: { closeLabel: string }) {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => {
    const tone: ToastTone = toast.type === 'good' || toast.type === 'bad' ? toast.type : 'neutral';
    const Icon = icons[tone];
    return (
      <Base.Root
        key={toast.id}
        toast={toast}
        className="rounded-card border bg-raised shadow-mid transition-opacity duration-150 data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0"
      >
        <Base.Content className="flex items-center gap-3 py-1 pr-1 pl-4">
          <Icon className={classNames('size-5 shrink-0', colours[tone])} aria-hidden="true" />
          <div className="min-w-0 flex-1 py-2">
            <Base.Title className="font-semibold" />
            <Base.Description className="text-sm text-ink-muted" />
          </div>
          {toast.actionProps && (
            <Base.Action className="min-h-11 rounded-control px-3 font-semibold text-accent-text hover:bg-sunken" />
          )}
          <Base.Close
            aria-label={closeLabel}
            className="inline-flex size-11 shrink-0 items-center justify-center rounded-control text-ink-muted hover:bg-sunken"
          >
            <X className="size-4" aria-hidden="true" />
          </Base.Close>
        </Base.Content>
      </Base.Root>
    );
  });
}
