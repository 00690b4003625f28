import type { ReactNode } from 'react';

/** A part of an offer's form under its own heading. */
export function FormSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-4 py-4 not-first:border-t first:pt-0 last:pb-0">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </section>
  );
}
