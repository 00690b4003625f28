import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import './print-only.css';

/**
 * Prints what is inside it, alone on the paper, as soon as its pictures are there; not seen on the screen. Mount it to
 * print, and take it away in `onPrinted`.
 */
export function PrintOnly({ onPrinted, children }: { onPrinted: () => void; children: ReactNode }) {
  const sheet = useRef<HTMLDivElement>(null);
  const printed = useEffectEvent(onPrinted);
  useEffect(() => {
    let gone = false;
    const pictures = [...(sheet.current?.querySelectorAll('img') ?? [])].map((picture) =>
      picture.decode().catch(() => undefined),
    );
    void Promise.all(pictures).then(() => {
      if (gone) return;
      window.print();
      printed();
    });
    return () => {
      gone = true;
    };
  }, []);
  return createPortal(
    <div data-print-only ref={sheet} className="hidden print:block">
      {children}
    </div>,
    document.body,
  );
}
