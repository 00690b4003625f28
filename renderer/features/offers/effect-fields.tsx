import { useCommonText } from '../../app/i18n.ts';
import { MoneyField } from '../../ui/money-field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { PercentField } from '../../ui/percent-field.tsx';
import { Select } from '../../ui/select.tsx';
import type { EffectKind, PromotionDraft } from './promotion-draft.ts';
import { offersTexts } from './texts.ts';
import type { OfferForm } from './use-offer-form.ts';

const kinds: readonly EffectKind[] = ['percent', 'amount', 'buy-get', 'bundle', 'points'];

/** What a promotion gives, and how much. */
export function EffectFields({ form }: { form: OfferForm<PromotionDraft> }) {
  const t = offersTexts.useText();
  const { draft, change, errorOf } = form;
  return (
    <div className="grid items-start gap-4 md:grid-cols-2">
      <Select
        label={t('effect')}
        value={draft.effectKind}
        onValueChange={(effectKind) => change({ effectKind })}
        choices={kinds.map((kind) => ({ value: kind, label: t(`effect-${kind}`) }))}
      />
      <HowMuch form={form} />
      <NumberField
        label={t('bonusPoints')}
        hint={t('bonusPointsHint')}
        inputMode="numeric"
        value={draft.bonusPoints}
        error={errorOf('bonusPoints')}
        invalidText={t('bonusInvalid')}
        onValueChange={(bonusPoints) => change({ bonusPoints })}
      />
    </div>
  );
}

function HowMuch({ form }: { form: OfferForm<PromotionDraft> }) {
  const t = offersTexts.useText();
  const common = useCommonText();
  const { draft, change, errorOf } = form;
  if (draft.effectKind === 'percent') {
    return (
      <PercentField
        label={t('percent')}
        value={draft.percentPpm}
        error={errorOf('percentPpm')}
        invalidText={t('percentNeeded')}
        onValueChange={(percentPpm) => change({ percentPpm })}
      />
    );
  }
  if (draft.effectKind === 'amount') {
    return (
      <MoneyField
        label={t('amount')}
        hint={t('amountHint')}
        value={draft.amountMinor}
        error={errorOf('amountMinor')}
        invalidText={common('moneyInvalid')}
        onValueChange={(amountMinor) => change({ amountMinor })}
      />
    );
  }
  if (draft.effectKind === 'buy-get') return <BuyGet form={form} />;
  return draft.effectKind === 'bundle' ? <Bundle form={form} /> : null;
}

function BuyGet({ form: { draft, change, errorOf } }: { form: OfferForm<PromotionDraft> }) {
  const t = offersTexts.useText();
  return (
    <div className="grid grid-cols-[1fr_1fr_1.5fr] gap-3">
      <NumberField
        label={t('buyCount')}
        inputMode="numeric"
        value={draft.buyCount}
        error={errorOf('buyCount')}
        invalidText={t('countNeeded')}
        onValueChange={(buyCount) => change({ buyCount })}
      />
      <NumberField
        label={t('getCount')}
        inputMode="numeric"
        value={draft.getCount}
        error={errorOf('getCount')}
        invalidText={t('countNeeded')}
        onValueChange={(getCount) => change({ getCount })}
      />
      <PercentField
        label={t('getPercent')}
        hint={t('getPercentHint')}
        value={draft.getPercentPpm}
        error={errorOf('getPercentPpm')}
        invalidText={t('percentNeeded')}
        onValueChange={(getPercentPpm) => change({ getPercentPpm })}
      />
    </div>
  );
}

function Bundle({ form: { draft, change, errorOf } }: { form: OfferForm<PromotionDraft> }) {
  const t = offersTexts.useText();
  const common = useCommonText();
  return (
    <div className="grid grid-cols-[1fr_2fr] gap-3">
      <NumberField
        label={t('bundleCount')}
        inputMode="numeric"
        value={draft.bundleCount}
        error={errorOf('bundleCount')}
        invalidText={t('bundleCountNeeded')}
        onValueChange={(bundleCount) => change({ bundleCount })}
      />
      <MoneyField
        label={t('bundlePrice')}
        value={draft.bundleMinor}
        error={errorOf('bundleMinor')}
        invalidText={common('moneyInvalid')}
        onValueChange={(bundleMinor) => change({ bundleMinor })}
      />
    </div>
  );
}
