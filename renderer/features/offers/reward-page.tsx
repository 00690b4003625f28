import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Reward } from '../../../shared/api/offers.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { useChangeReward, useReward, useRewardUse } from '../../api/rewards.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { namedProducts } from './named-products.ts';
import { OfferFacts } from './offer-facts.tsx';
import { OfferPage } from './offer-page.tsx';
import { rewardWords } from './offer-words.ts';
import { RewardDialog } from './reward-dialog.tsx';
import { rewardDraftOf, type RewardDraft } from './reward-draft.ts';
import { offersTexts } from './texts.ts';
import { UseByDay } from './use-by-day.tsx';
import { UseFigures } from './use-figures.tsx';
import { useWords } from './use-words.ts';

/** One reward: what it gives for its points, and what came of it. */
export function RewardPage() {
  const t = offersTexts.useText();
  const { id = null } = useParams();
  const navigate = useNavigate();
  const { data: reward, error, refetch } = useReward(id);
  if (reward !== undefined) return <KnownReward key={reward.id} reward={reward} />;
  if (isApiFailure(error, 'reward-unknown', 'request-invalid')) {
    return (
      <EmptyState
        title={t('unknownReward')}
        action={<Button onClick={() => void navigate('/rewards')}>{t('backRewards')}</Button>}
      />
    );
  }
  return error ? <FailureNotice failure={error} onRetry={() => void refetch()} /> : null;
}

type Editing = { reward: Reward | null; opened: RewardDraft };

function KnownReward({ reward }: { reward: Reward }) {
  const t = offersTexts.useText();
  const navigate = useNavigate();
  const words = useWords(namedProducts([reward]));
  const change = useChangeReward();
  const [editing, setEditing] = useState<Editing | null>(null);
  const draft = () => rewardDraftOf(reward, words.clock);
  return (
    <>
      <OfferPage
        offer={reward}
        mutation={change}
        send={(isActive, onSuccess) => change.mutate({ id: reward.id, change: { isActive } }, { onSuccess })}
        back="rewards"
        onEdit={() => setEditing({ reward, opened: draft() })}
        onDuplicate={() =>
          setEditing({ reward: null, opened: { ...draft(), title: t('copyOf', { title: reward.title }) } })
        }
        facts={<OfferFacts sentences={rewardWords(reward, words)} description={reward.description} />}
      >
        <Use reward={reward} />
      </OfferPage>
      {editing !== null && (
        <RewardDialog
          reward={editing.reward}
          opened={editing.opened}
          onClose={() => setEditing(null)}
          onSaved={({ id }) => {
            if (id !== reward.id) void navigate(`/rewards/${id}`);
          }}
        />
      )}
    </>
  );
}

function Use({ reward }: { reward: Reward }) {
  const t = offersTexts.useText();
  const { data: use, error, refetch } = useRewardUse(reward.id);
  if (use === undefined) {
    return error ? (
      <FailureNotice failure={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton className="h-96 w-full rounded-card" />
    );
  }
  if (use.uses === 0) {
    return (
      <div className="rounded-card border bg-surface shadow-low">
        <EmptyState title={t('notUsedTitle')} description={t('notUsedReward')} />
      </div>
    );
  }
  return (
    <>
      <UseFigures use={use} pointsLabel="spentLabel" />
      <UseByDay days={use.byDay} />
    </>
  );
}
