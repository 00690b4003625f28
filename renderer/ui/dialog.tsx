import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, type ReactNode, type RefObject } from 'react';
import { classNames } from './class-names.ts';
import { LayerContext, useLayer } from './layers.tsx';

export type DialogSize = 'small' | 'medium' | 'large' | 'wide' | 'full';

const widths: Record<DialogSize, string> = {
  small: 'w-[min(26rem,calc(100vw-2rem))]',
  medium: 'w-[min(36rem,calc(100vw-2rem))]',
  large: 'w-[min(56rem,calc(100vw-2rem))]',
  wide: 'h-[min(52rem,calc(100dvh-2rem))] w-[min(78rem,calc(100vw-2rem))]',
  full: 'h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)]',
};

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  size?: DialogSize;
  /** Buttons, at the right end; the main one last. */
  footer?: ReactNode;
  /** False while something is under way that must not be left. */
  dismissible?: boolean;
  /** Let scans through to the page below; otherwise only this dialog's own scan handlers get them. */
  passesScans?: boolean;
  closeLabel?: string;
  initialFocus?: RefObject<HTMLElement | null>;
  bodyClassName?: string;
  children?: ReactNode;
};

/** A modal dialog: named, focus kept inside and given back, Esc closes. */
export function Dialog({ open, onOpenChange, dismissible = true, ...rest }: DialogProps) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => {
        if (next || dismissible) onOpenChange(next);
      }}
      disablePointerDismissal
    >
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 bg-scrim print:hidden transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <DialogPopup dismissible={dismissible} {...rest} />
      </Base.Portal>
    </Base.Root>
  );
}

function DialogPopup({
  title,
  description,
  size = 'medium',
  footer,
  dismissible,
  passesScans = false,
  closeLabel = 'Close',
  initialFocus,
  bodyClassName,
  children,
}: Omit<DialogProps, 'open' | 'onOpenChange'>) {
  const { depth, onFocus } = useLayer(passesScans);
  const content = useRef<HTMLDivElement>(null);
  return (
    <LayerContext value={depth}>
      <Base.Popup
        onFocus={onFocus}
        initialFocus={initialFocus ?? (() => firstIn(content.current))}
        className={classNames(
          'fixed top-1/2 left-1/2 flex max-h-[calc(100dvh-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-card border bg-raised shadow-high outline-none',
          'transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0',
          widths[size],
        )}
      >
        <header className="flex items-start gap-3 px-5 pt-4 pb-2">
          <div className="min-w-0 flex-1 pt-1.5">
            <Base.Title className="text-lg leading-snug font-semibold">{title}</Base.Title>
            {description && (
              <Base.Description className="mt-1 text-ink-muted">{description}</Base.Description>
            )}
          </div>
          {dismissible === true && (
            <Base.Close
              aria-label={closeLabel}
              className="-mr-2 inline-flex size-11 print:hidden shrink-0 items-center justify-center rounded-control text-ink-muted hover:bg-sunken hover:text-ink"
            >
              <X className="size-5" aria-hidden="true" />
            </Base.Close>
          )}
        </header>
        <div
          ref={content}
          className={classNames('min-h-0 flex-1 overflow-y-auto px-5 pt-2 pb-5', bodyClassName)}
        >
          {children}
        </div>
        {footer && (
          <footer className="flex flex-wrap justify-end gap-2 border-t px-5 py-3 print:hidden">
            {footer}
          </footer>
        )}
      </Base.Popup>
    </LayerContext>
  );
}

/** What has the focus first when nobody says: the first thing to work with, not the cross that would close it all. */
function firstIn(content: HTMLElement | null): HTMLElement | true {
  // A field that asked for it has it already.
  if (content?.contains(document.activeElement) === true) return true;
  const selector = 'input, select, textarea, button, a[href], [tabindex="0"]';
  const usable = [...(content?.querySelectorAll<HTMLElement>(selector) ?? [])].find(
    (element) => !element.matches(':disabled, [tabindex="-1"]'),
  );
  if (usable !== undefined) return usable;
  const buttons = content?.nextElementSibling?.querySelectorAll<HTMLElement>('button:not(:disabled)');
  return buttons?.item(0) ?? true;
}
