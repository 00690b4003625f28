import { useState } from 'react';
import type { Promotion } from '../../../shared/api/offers.ts';
import { useChangePromotion, useCreatePromotion } from '../../api/promotions.ts';
import { newId } from '../../app/ids.ts';
import { useCommonText } from '../../app/i18n.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { AudienceFields } from './audience-fields.tsx';
import { EffectFields } from './effect-fields.tsx';
import { FormSection } from './form-section.tsx';
import { InWords } from './in-words.tsx';
import { OfferDialog } from './offer-dialog.tsx';
import { mostNamed, promotionWords } from './offer-words.ts';
import { PreviewPanel } from './preview-panel.tsx';
import {
  changePromotionOf,
  createPromotionOf,
  promotionFieldsOf,
  type PromotionDraft,
} from './promotion-draft.ts';
import { promotionProblems, saysWhatItGives } from './promotion-problems.ts';
import { ScopeFields } from './scope-fields.tsx';
import { TermsFields } from './terms-fields.tsx';
import { offersTexts } from './texts.ts';
import { useOfferForm, type OfferForm } from './use-offer-form.ts';
import { useStoreClock, useWords } from './use-words.ts';
import { DateFields, HoursFields } from './when-fields.tsx';

export type PromotionDialogProps = {
  /** Null makes a new one. */
  promotion: Promotion | null;
  /** As the form opens: empty, a saved one, or a copy. */
  opened: PromotionDraft;
  onClose: () => void;
  onSaved?: (saved: Promotion) => void;
};

/** Makes or changes a promotion, with a cart to try it on before it is saved. */
export function PromotionDialog({ promotion, opened, onClose, onSaved }: PromotionDialogProps) {
  const t = offersTexts.useText();
  const [id] = useState(() => promotion?.id ?? newId());
  const create = useCreatePromotion();
  const update = useChangePromotion();
  const clock = useStoreClock();
  const done = (saved: Promotion) => {
    showToast({
      tone: 'good',
      title: t(promotion === null ? 'addedDone' : 'savedDone', { title: saved.title }),
    });
    onClose();
    onSaved?.(saved);
  };
  const form = useOfferForm<PromotionDraft>({
    opened,
    check: promotionProblems,
    error: create.error ?? update.error,
    isSaving: create.isPending || update.isPending,
    forget: () => {
      create.reset();
      update.reset();
    },
    send: (draft) => {
      if (promotion === null) create.mutate(createPromotionOf(draft, id, clock), { onSuccess: done });
      else update.mutate({ id, change: changePromotionOf(draft, opened, clock) }, { onSuccess: done });
    },
  });
  return (
    <OfferDialog
      title={t(promotion === null ? 'dialogPromotion' : 'dialogPromotionEdit')}
      isSaved={promotion !== null}
      form={form}
      onClose={onClose}
      beside={
        <>
          <DraftInWords draft={form.draft} />
          <PreviewPanel id={id} draft={form.draft} />
        </>
      }
    >
      <PromotionFields form={form} />
    </OfferDialog>
  );
}

function DraftInWords({ draft }: { draft: PromotionDraft }) {
  const words = useWords(draft.productIds.slice(0, mostNamed));
  return (
    <InWords
      sentences={saysWhatItGives(draft) ? promotionWords(promotionFieldsOf(draft, words.clock), words) : []}
    />
  );
}

function PromotionFields({ form }: { form: OfferForm<PromotionDraft> }) {
  const t = offersTexts.useText();
  const common = useCommonText();
  const { draft, change, errorOf } = form;
  return (
    <>
      <FormSection title={t('sectionWhat')}>
        <TextField
          label={t('titleField')}
          hint={t('titleHint')}
          autoFocus
          maxLength={120}
          value={draft.title}
          onChange={(event) => change({ title: event.target.value })}
          error={errorOf('title')}
        />
        <EffectFields form={form} />
        <TextArea
          label={t('description')}
          optionalLabel={common('optional')}
          hint={t('descriptionHint')}
          rows={2}
          maxLength={500}
          value={draft.description}
          onChange={(event) => change({ description: event.target.value })}
          error={errorOf('description')}
        />
      </FormSection>
      <FormSection title={t('sectionScope')}>
        <ScopeFields form={form} />
      </FormSection>
      <FormSection title={t('sectionAudience')}>
        <AudienceFields form={form} />
      </FormSection>
      <FormSection title={t('sectionWhen')}>
        <DateFields form={form} />
        <HoursFields form={form} />
      </FormSection>
      <FormSection title={t('sectionLimits')}>
        <TermsFields form={form} />
      </FormSection>
    </>
  );
}
