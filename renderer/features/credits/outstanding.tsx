import type { CreditPage } from '../../../shared/api/credits.ts';
import { Money } from '../../ui/money.tsx';
import { creditsTexts } from './texts.ts';

/** The three sums that stand open. */
export function Outstanding({ of }: { of: CreditPage['outstanding'] }) {
  const t = creditsTexts.useText();
  const sums = [
    { label: t('owedCards'), minor: of.giftCardsMinor },
    { label: t('owedStore'), minor: of.storeCreditMinor },
    { label: t('owedAccounts'), minor: of.onAccountMinor },
  ];
  return (
    <dl aria-label={t('outstanding')} className="grid gap-3 sm:grid-cols-3">
      {sums.map(({ label, minor }) => (
        <div key={label} className="rounded-card border bg-surface px-5 py-4 shadow-low">
          <dt className="text-sm text-ink-muted">{label}</dt>
          <dd className="figures text-2xl font-semibold">
            <Money minor={minor} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
