import { X } from 'lucide-react';
import { useProduct } from '../../api/products.ts';
import { useCommonText } from '../../app/i18n.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { PercentField } from '../../ui/percent-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { PickProduct } from './pick-product.tsx';
import type { RewardDraft } from './reward-draft.ts';
import { offersTexts } from './texts.ts';
import type { OfferForm } from './use-offer-form.ts';

const kinds = ['percent', 'amount', 'free-item'] as const;

/** What a reward gives, how much of it, and the points that it costs. */
export function RewardEffectFields({ form }: { form: OfferForm<RewardDraft> }) {
  const t = offersTexts.useText();
  const common = useCommonText();
  const { draft, change, errorOf } = form;
  return (
    <>
      <SegmentedControl
        label={t('effect')}
        value={draft.effectKind}
        onValueChange={(effectKind) => change({ effectKind })}
        choices={kinds.map((kind) => ({ value: kind, label: t(`effect-${kind}`) }))}
      />
      <div className="grid items-start gap-4 md:grid-cols-2">
        {draft.effectKind === 'percent' && (
          <PercentField
            label={t('percent')}
            value={draft.percentPpm}
            error={errorOf('percentPpm')}
            invalidText={t('percentNeeded')}
            onValueChange={(percentPpm) => change({ percentPpm })}
          />
        )}
        {draft.effectKind === 'amount' && (
          <MoneyField
            label={t('amount')}
            value={draft.amountMinor}
            error={errorOf('amountMinor')}
            invalidText={common('moneyInvalid')}
            onValueChange={(amountMinor) => change({ amountMinor })}
          />
        )}
        {draft.effectKind === 'free-item' && <FreeProduct form={form} />}
        <NumberField
          label={t('points')}
          inputMode="numeric"
          value={draft.points}
          onValueChange={(points) => change({ points })}
          error={errorOf('points')}
          invalidText={t('pointsNeeded')}
        />
      </div>
    </>
  );
}

function FreeProduct({ form: { draft, change, errorOf } }: { form: OfferForm<RewardDraft> }) {
  const t = offersTexts.useText();
  const { data: product } = useProduct(draft.productId);
  if (draft.productId === null) {
    return (
      <PickProduct
        label={t('freeProduct')}
        hint={t('freeProductHint')}
        error={errorOf('productId')}
        onPick={(productId) => change({ productId })}
      />
    );
  }
  const name = product?.name ?? '…';
  return (
    <div>
      <p className="pb-1 text-sm font-medium">{t('freeProduct')}</p>
      <div className="flex min-h-11 items-center rounded-control border bg-surface pl-3">
        <p className="min-w-0 flex-1 truncate">{name}</p>
        <IconButton icon={X} label={t('takeOff', { name })} onClick={() => change({ productId: null })} />
      </div>
    </div>
  );
}
