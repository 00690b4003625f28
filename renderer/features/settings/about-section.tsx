import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { useHealth } from '../../api/health.ts';
import { useFormats } from '../../ui/format.tsx';
import { settingsTexts } from './texts.ts';

/** Which program and which till this is. */
export function AboutSection() {
  const t = settingsTexts.useText();
  const { number } = useFormats();
  const { data: health } = useHealth();
  if (health === undefined) return null;
  const { store, register, printer, sync } = health;
  return (
    <section aria-label={t('about')} className="max-w-4xl rounded-card border bg-surface shadow-low">
      <header className="border-b px-5 py-3">
        <h2 className="text-lg font-semibold">{t('about')}</h2>
        <p className="text-ink-muted">{t('aboutWhat')}</p>
      </header>
      <dl className="px-5 py-2">
        <Fact label={t('version')}>{health.version}</Fact>
        <Fact label={t('storeAndRegister')}>
          {store.name} · {store.code}-{register.code}
        </Fact>
        <Fact label={t('writer')}>
          <span className="font-mono text-sm wrap-anywhere">{register.writer}</span>
        </Fact>
        <Fact label={t('keptLabel')}>{t('kept', { count: sync.waiting, number: number(sync.waiting) })}</Fact>
        <Fact label={t('printerState')}>{printer.message === '' ? t('printerNone') : printer.message}</Fact>
      </dl>
      {health.demo && <p className="border-t px-5 py-3 text-warn">{t('demo')}</p>}
      <div className="flex flex-wrap items-center justify-between gap-3 border-t px-5 py-3">
        <div className="min-w-0">
          <h3 className="font-semibold">{t('apiTitle')}</h3>
          <p className="text-ink-muted">{t('apiWhat')}</p>
        </div>
        <a
          href="/api/docs"
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-11 items-center gap-2 font-semibold text-accent-text underline"
        >
          {t('apiLink')}
          <ExternalLink className="size-4" aria-hidden="true" />
        </a>
      </div>
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-4 border-b py-2.5 last:border-b-0">
      <dt className="w-52 shrink-0 text-ink-muted">{label}</dt>
      <dd className="figures min-w-0 flex-1">{children}</dd>
    </div>
  );
}
