import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import type { SetUpDraft, Step } from './set-up-draft.ts';
import { useCommonText } from '../../app/i18n.ts';
import { setUpTexts } from './texts.ts';

type ReviewProps = { draft: SetUpDraft; goTo: (step: Step) => void };

export function ReviewStep({ draft, goTo }: ReviewProps) {
  const t = setUpTexts.useText();
  return (
    <dl className="divide-y">
      {draft.joins ? (
        <Part step="shop" name={t('stepShop')} goTo={goTo}>
          <p className="font-semibold">{t('joinsTitle')}</p>
          <p className="text-ink-muted">{t('joinsNext')}</p>
        </Part>
      ) : (
        <ShopAndTax draft={draft} goTo={goTo} />
      )}
      <Part step="owner" name={t('stepOwner')} goTo={goTo}>
        <p className="wrap-anywhere">
          {t('ownerLine', { displayName: draft.displayName, username: draft.username })}
        </p>
        <p className="text-ink-muted">{t('pinSet', { count: draft.pin.length })}</p>
      </Part>
    </dl>
  );
}

function ShopAndTax({ draft, goTo }: ReviewProps) {
  const t = setUpTexts.useText();
  const country = new Intl.DisplayNames(['en'], { type: 'region' }).of(draft.country) ?? draft.country;
  return (
    <>
      <Part step="shop" name={t('stepShop')} goTo={goTo}>
        <p className="font-semibold wrap-anywhere">{t('shopAndPlace', { name: draft.shopName, country })}</p>
        <p className="text-ink-muted">
          {draft.currency} · {draft.locale} · {draft.timeZone.replaceAll('_', ' ')}
        </p>
        <p className="text-ink-muted wrap-anywhere">
          {[draft.address, draft.phone, draft.taxNumber].filter((text) => text.trim() !== '').join(' · ')}
        </p>
      </Part>
      <Part step="tax" name={t('stepTax')} goTo={goTo}>
        <p>
          {t('taxLine', {
            name: draft.taxName,
            rate: draft.taxRate.replace('%', '').trim(),
            mode: t(draft.taxMode === 'inclusive' ? 'taxInclusive' : 'taxExclusive'),
          })}
        </p>
      </Part>
    </>
  );
}

function Part({
  step,
  name,
  goTo,
  children,
}: {
  step: Step;
  name: string;
  goTo: (step: Step) => void;
  children: ReactNode;
}) {
  const t = setUpTexts.useText();
  const common = useCommonText();
  return (
    <div className="flex items-start gap-4 py-3">
      <dt className="w-20 shrink-0 pt-0.5 text-sm font-medium text-ink-muted">{name}</dt>
      <dd className="min-w-0 flex-1">{children}</dd>
      <dd>
        <Button variant="quiet" aria-label={t('change', { step: name })} onClick={() => goTo(step)}>
          {common('edit')}
        </Button>
      </dd>
    </div>
  );
}
