import { useCommonText } from '../../app/i18n.ts';
import { MoneyField } from '../../ui/money-field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { PromotionDraft } from './promotion-draft.ts';
import { offersTexts } from './texts.ts';
import type { OfferForm } from './use-offer-form.ts';

/** On what terms a promotion is given: its code, least spend, limits, and how it goes with others. */
export function TermsFields({ form }: { form: OfferForm<PromotionDraft> }) {
  const t = offersTexts.useText();
  const optionalLabel = useCommonText()('optional');
  const { draft, change, errorOf } = form;
  return (
    <>
      <Switch
        label={t('needsCode')}
        hint={t('needsCodeHint')}
        checked={draft.needsCode}
        onCheckedChange={(needsCode) => change({ needsCode })}
      />
      <div className="grid items-start gap-4 md:grid-cols-2">
        <TextField
          label={t('couponCode')}
          hint={t('couponCodeHint')}
          optionalLabel={optionalLabel}
          maxLength={32}
          inputClassName="figures"
          value={draft.couponCode}
          onChange={(event) => change({ couponCode: event.target.value })}
          error={errorOf('couponCode')}
        />
        <MoneyField
          label={t('minimumSpend')}
          hint={t('minimumSpendHint')}
          value={draft.minimumSpendMinor}
          onValueChange={(minimumSpendMinor) => change({ minimumSpendMinor })}
          error={errorOf('minimumSpendMinor')}
          invalidText={t('minimumInvalid')}
        />
        {(['limitPerCustomer', 'limitTotal'] as const).map((field) => (
          <TextField
            key={field}
            label={t(field)}
            hint={t('limitHint')}
            optionalLabel={optionalLabel}
            inputMode="numeric"
            inputClassName="figures"
            maxLength={7}
            value={draft[field]}
            onChange={(event) => change({ [field]: event.target.value })}
            error={errorOf(field)}
          />
        ))}
      </div>
      <Switch
        label={t('combines')}
        hint={t('combinesHint')}
        checked={draft.combines}
        onCheckedChange={(combines) => change({ combines })}
      />
      {draft.combines && (
        <NumberField
          label={t('priority')}
          hint={t('priorityHint')}
          className="md:max-w-[calc(50%-0.5rem)]"
          inputMode="numeric"
          value={draft.priority}
          onValueChange={(priority) => change({ priority })}
          error={errorOf('priority')}
          invalidText={t('priorityInvalid')}
        />
      )}
      <Switch
        label={t('isActive')}
        hint={t('isActiveHint')}
        checked={draft.isActive}
        onCheckedChange={(isActive) => change({ isActive })}
      />
    </>
  );
}
