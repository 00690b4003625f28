import { useCommonText } from '../../app/i18n.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { weekdayName } from './offer-words.ts';
import type { PromotionDraft } from './promotion-draft.ts';
import { offersTexts } from './texts.ts';
import type { OfferForm } from './use-offer-form.ts';

type Dated = { fromDate: string; untilDate: string };

/** The first and the last day of an offer. */
export function DateFields<Draft extends Dated>({ form }: { form: OfferForm<Draft> }) {
  const t = offersTexts.useText();
  const optionalLabel = useCommonText()('optional');
  const { draft, change, errorOf } = form;
  return (
    <div className="grid grid-cols-2 items-start gap-4">
      <TextField
        type="date"
        label={t('fromDate')}
        optionalLabel={optionalLabel}
        value={draft.fromDate}
        onChange={(event) => change({ fromDate: event.target.value } as Partial<Draft>)}
        error={errorOf('fromDate')}
      />
      <TextField
        type="date"
        label={t('untilDate')}
        optionalLabel={optionalLabel}
        value={draft.untilDate}
        onChange={(event) => change({ untilDate: event.target.value } as Partial<Draft>)}
        error={errorOf('untilDate')}
      />
    </div>
  );
}

/** The times of the week of a promotion. */
export function HoursFields({ form: { draft, change, errorOf } }: { form: OfferForm<PromotionDraft> }) {
  const t = offersTexts.useText();
  const { locale } = useFormats();
  return (
    <>
      <Switch
        label={t('hasHours')}
        hint={t('hasHoursHint')}
        checked={draft.hasHours}
        onCheckedChange={(hasHours) => change({ hasHours })}
      />
      {draft.hasHours && (
        <>
          <ChipGroup
            label={t('days')}
            choices={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: day, label: weekdayName(day, locale) }))}
            chosen={draft.days}
            error={errorOf('days')}
            onChange={(days) => change({ days })}
          />
          <div className="grid grid-cols-2 items-start gap-4">
            <TextField
              type="time"
              label={t('hoursFrom')}
              value={draft.hoursFrom}
              onChange={(event) => change({ hoursFrom: event.target.value })}
              error={errorOf('hoursFrom')}
            />
            <TextField
              type="time"
              label={t('hoursUntil')}
              value={draft.hoursUntil}
              onChange={(event) => change({ hoursUntil: event.target.value })}
              error={errorOf('hoursUntil')}
            />
          </div>
        </>
      )}
    </>
  );
}
