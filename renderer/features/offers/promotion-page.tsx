import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Promotion } from '../../../shared/api/offers.ts';
import { isApiFailure } from '../../api/api-failure.ts';
import { useChangePromotion, usePromotion, usePromotionUse } from '../../api/promotions.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { namedProducts } from './named-products.ts';
import { OfferPage } from './offer-page.tsx';
import { promotionWords } from './offer-words.ts';
import { OfferFacts } from './offer-facts.tsx';
import { PromotionDialog } from './promotion-dialog.tsx';
import { newPromotion, promotionDraftOf, type PromotionDraft } from './promotion-draft.ts';
import { QrSheet } from './qr-sheet.tsx';
import { RedemptionList } from './redemption-list.tsx';
import { offersTexts } from './texts.ts';
import { UseByDay } from './use-by-day.tsx';
import { UseFigures } from './use-figures.tsx';
import { useWords } from './use-words.ts';

/** One promotion: what it gives, its QR code, and what came of it. */
export function PromotionPage() {
  const t = offersTexts.useText();
  const { id = null } = useParams();
  const navigate = useNavigate();
  const { data: promotion, error, refetch } = usePromotion(id);
  if (promotion !== undefined) return <KnownPromotion key={promotion.id} promotion={promotion} />;
  if (isApiFailure(error, 'promotion-unknown', 'request-invalid')) {
    return (
      <EmptyState
        title={t('unknownPromotion')}
        action={<Button onClick={() => void navigate('/promotions')}>{t('backPromotions')}</Button>}
      />
    );
  }
  return error ? <FailureNotice failure={error} onRetry={() => void refetch()} /> : null;
}

type Editing = { promotion: Promotion | null; opened: PromotionDraft };

function KnownPromotion({ promotion }: { promotion: Promotion }) {
  const t = offersTexts.useText();
  const navigate = useNavigate();
  const { number } = useFormats();
  const words = useWords(namedProducts([promotion]));
  const change = useChangePromotion();
  const [editing, setEditing] = useState<Editing | null>(null);
  const sentences = promotionWords(promotion, words);
  const draft = () => promotionDraftOf(promotion, words.clock);
  return (
    <>
      <OfferPage
        offer={promotion}
        mutation={change}
        send={(isActive, onSuccess) =>
          change.mutate({ id: promotion.id, change: { isActive } }, { onSuccess })
        }
        back="promotions"
        onEdit={() => setEditing({ promotion, opened: draft() })}
        onDuplicate={() =>
          setEditing({
            promotion: null,
            opened: {
              ...draft(),
              title: t('copyOf', { title: promotion.title }),
              couponCode: newPromotion.couponCode,
            },
          })
        }
        facts={
          <>
            <OfferFacts
              sentences={sentences}
              description={promotion.description}
              facts={[[t('number'), number(promotion.number)]]}
            />
            <QrSheet promotion={promotion} sentences={sentences} />
          </>
        }
      >
        <Use promotion={promotion} />
      </OfferPage>
      {editing !== null && (
        <PromotionDialog
          promotion={editing.promotion}
          opened={editing.opened}
          onClose={() => setEditing(null)}
          onSaved={({ id }) => {
            if (id !== promotion.id) void navigate(`/promotions/${id}`);
          }}
        />
      )}
    </>
  );
}

function Use({ promotion }: { promotion: Promotion }) {
  const t = offersTexts.useText();
  const { data: use, error, refetch } = usePromotionUse(promotion.id);
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
        <EmptyState title={t('notUsedTitle')} description={t('notUsedPromotion')} />
      </div>
    );
  }
  return (
    <>
      <UseFigures use={use} pointsLabel="bonusLabel" />
      <UseByDay days={use.byDay} />
      <RedemptionList promotionId={promotion.id} />
    </>
  );
}
