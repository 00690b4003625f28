import { useState } from 'react';
import type { Reward } from '../../../shared/api/offers.ts';
import { useChangeReward, useCreateReward } from '../../api/rewards.ts';
import { useCommonText } from '../../app/i18n.ts';
import { newId } from '../../app/ids.ts';
import { Switch } from '../../ui/switch.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { FormSection } from './form-section.tsx';
import { InWords } from './in-words.tsx';
import { OfferDialog } from './offer-dialog.tsx';
import { rewardWords } from './offer-words.ts';
import {
  changeRewardOf,
  createRewardOf,
  rewardFieldsOf,
  rewardProblems,
  type RewardDraft,
} from './reward-draft.ts';
import { RewardEffectFields } from './reward-effect-fields.tsx';
import { offersTexts } from './texts.ts';
import { useOfferForm, type OfferForm } from './use-offer-form.ts';
import { useStoreClock, useWords } from './use-words.ts';
import { DateFields } from './when-fields.tsx';

export type RewardDialogProps = {
  /** Null makes a new one. */
  reward: Reward | null;
  /** As the form opens: empty, a saved one, or a copy. */
  opened: RewardDraft;
  onClose: () => void;
  onSaved?: (saved: Reward) => void;
};

/** Makes or changes a reward. */
export function RewardDialog({ reward, opened, onClose, onSaved }: RewardDialogProps) {
  const t = offersTexts.useText();
  const [id] = useState(() => reward?.id ?? newId());
  const create = useCreateReward();
  const update = useChangeReward();
  const clock = useStoreClock();
  const done = (saved: Reward) => {
    showToast({
      tone: 'good',
      title: t(reward === null ? 'addedDone' : 'savedDone', { title: saved.title }),
    });
    onClose();
    onSaved?.(saved);
  };
  const form = useOfferForm<RewardDraft>({
    opened,
    check: rewardProblems,
    error: create.error ?? update.error,
    isSaving: create.isPending || update.isPending,
    forget: () => {
      create.reset();
      update.reset();
    },
    send: (draft) => {
      if (reward === null) create.mutate(createRewardOf(draft, id, clock), { onSuccess: done });
      else update.mutate({ id, change: changeRewardOf(draft, opened, clock) }, { onSuccess: done });
    },
  });
  return (
    <OfferDialog
      title={t(reward === null ? 'dialogReward' : 'dialogRewardEdit')}
      isSaved={reward !== null}
      form={form}
      onClose={onClose}
      beside={<RewardInWords draft={form.draft} />}
    >
      <RewardFields form={form} />
    </OfferDialog>
  );
}

function RewardInWords({ draft }: { draft: RewardDraft }) {
  const words = useWords(draft.productId === null ? [] : [draft.productId]);
  const { title: _title, ...missing } = rewardProblems(draft);
  const isComplete = Object.keys(missing).length === 0;
  return <InWords sentences={isComplete ? rewardWords(rewardFieldsOf(draft, words.clock), words) : []} />;
}

function RewardFields({ form }: { form: OfferForm<RewardDraft> }) {
  const t = offersTexts.useText();
  const optionalLabel = useCommonText()('optional');
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
        <RewardEffectFields form={form} />
        <TextArea
          label={t('description')}
          optionalLabel={optionalLabel}
          hint={t('descriptionHint')}
          rows={2}
          maxLength={500}
          value={draft.description}
          onChange={(event) => change({ description: event.target.value })}
          error={errorOf('description')}
        />
      </FormSection>
      <FormSection title={t('sectionWhen')}>
        <DateFields form={form} />
      </FormSection>
      <FormSection title={t('sectionRewardLimits')}>
        <div className="grid items-start gap-4 md:grid-cols-2">
          <TextField
            label={t('stock')}
            hint={t('stockHint')}
            optionalLabel={optionalLabel}
            inputMode="numeric"
            inputClassName="figures"
            maxLength={7}
            value={draft.stock}
            onChange={(event) => change({ stock: event.target.value })}
            error={errorOf('stock')}
          />
          <TextField
            label={t('limitPerCustomer')}
            hint={t('limitHint')}
            optionalLabel={optionalLabel}
            inputMode="numeric"
            inputClassName="figures"
            maxLength={7}
            value={draft.limitPerCustomer}
            onChange={(event) => change({ limitPerCustomer: event.target.value })}
            error={errorOf('limitPerCustomer')}
          />
        </div>
        <Switch
          label={t('isActive')}
          hint={t('isActiveHint')}
          checked={draft.isActive}
          onCheckedChange={(isActive) => change({ isActive })}
        />
      </FormSection>
    </>
  );
}
