import { offersTexts } from './texts.ts';

/** What an offer does, in sentences; empty while that cannot be said yet. */
export function InWords({ sentences }: { sentences: readonly string[] }) {
  const t = offersTexts.useText();
  return (
    <section
      aria-label={t('inWords')}
      aria-live="polite"
      className="rounded-card border bg-surface px-4 py-3 shadow-low"
    >
      <h3 className="text-sm font-medium text-ink-muted">{t('inWords')}</h3>
      {sentences.length === 0 ? (
        <p className="text-ink-muted">{t('inWordsLater')}</p>
      ) : (
        <p className="figures wrap-anywhere">{sentences.join(' ')}</p>
      )}
    </section>
  );
}
