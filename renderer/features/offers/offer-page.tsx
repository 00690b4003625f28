import { ArrowLeft, Copy, Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useCommonText } from '../../app/i18n.ts';
import { useScanOpens } from '../../app/use-scan-opens.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { OfferBadge } from './offer-badge.tsx';
import { SwitchOffer, type SwitchOfferProps } from './switch-offer.tsx';
import { offersTexts } from './texts.ts';

export type OfferPageProps = SwitchOfferProps & {
  offer: { title: string; isActive: boolean; validFrom: string | null; validUntil: string | null };
  back: 'promotions' | 'rewards';
  onEdit: () => void;
  onDuplicate: () => void;
  /** What it is, at the left. */
  facts: ReactNode;
  /** What came of it, at the right. */
  children: ReactNode;
};

/** One offer: what it is and what came of it; E changes it. */
export function OfferPage(props: OfferPageProps) {
  const { offer, mutation, send, back, onEdit, onDuplicate, facts, children } = props;
  const t = offersTexts.useText();
  const common = useCommonText();
  const navigate = useNavigate();
  const mayEdit = useMay('offers.edit');
  useScanOpens();
  usePageKeys({ e: () => mayEdit && onEdit() });
  return (
    <div className="flex min-h-full flex-col">
      <PageHeader
        title={offer.title}
        description={<OfferBadge offer={offer} />}
        back={
          <IconButton
            variant="outlined"
            icon={ArrowLeft}
            label={t(back === 'promotions' ? 'backPromotions' : 'backRewards')}
            onClick={() => void navigate(`/${back}`)}
          />
        }
        actions={
          mayEdit && (
            <>
              <SwitchOffer offer={offer} mutation={mutation} send={send} />
              <Button icon={Copy} onClick={onDuplicate}>
                {t('duplicate')}
              </Button>
              <Button icon={Pencil} keyLabel="E" onClick={onEdit}>
                {common('edit')}
              </Button>
            </>
          )
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-1">{facts}</div>
        <div className="flex min-w-0 flex-col gap-4">{children}</div>
      </div>
    </div>
  );
}
