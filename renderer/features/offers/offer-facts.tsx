import { offersTexts } from './texts.ts';

export type OfferFactsProps = {
  sentences: readonly string[];
  description: string;
  facts?: readonly (readonly [label: string, value: string])[];
};

/** What an offer is, in sentences, and what else is known of it. */
export function OfferFacts({ sentences, description, facts = [] }: OfferFactsProps) {
  const t = offersTexts.useText();
  return (
    <section aria-label={t('inWords')} className="rounded-card border bg-surface px-5 py-4 shadow-low">
      <h2 className="pb-2 font-semibold">{t('inWords')}</h2>
      <ul className="flex flex-col gap-1">
        {sentences.map((sentence) => (
          <li key={sentence} className="figures wrap-anywhere">
            {sentence}
          </li>
        ))}
      </ul>
      {description !== '' && (
        <p className="mt-3 border-t pt-3 whitespace-pre-line text-ink-muted wrap-anywhere">{description}</p>
      )}
      {facts.length > 0 && (
        <dl className="mt-3 flex flex-col gap-1 border-t pt-3">
          {facts.map(([label, value]) => (
            <div key={label} className="flex items-baseline justify-between gap-3">
              <dt className="text-ink-muted">{label}</dt>
              <dd className="figures font-medium">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
