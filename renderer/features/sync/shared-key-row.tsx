import { Copy } from 'lucide-react';
import { useNavigate } from 'react-router';
import type { SyncException } from '../../../shared/api/sync.ts';
import { Button } from '../../ui/button.tsx';
import { ExceptionCard } from './exception-card.tsx';
import { exceptionsTexts } from './exceptions-texts.ts';

type SharedKey = Extract<SyncException, { kind: 'shared-key' }>;

const spaces = {
  sku: { title: 'shared-sku', page: (id: string) => `/products?open=${id}` },
  barcode: { title: 'shared-barcode', page: (id: string) => `/products?open=${id}` },
  category: { title: 'shared-category', page: () => '/products' },
  coupon: { title: 'shared-coupon', page: (id: string) => `/promotions/${id}` },
} as const;
type Space = keyof typeof spaces;

/** Two records with one code: who is found by it, who waits for it, and the way to both. */
export function SharedKeyRow({ shared: { space, key, holder, waiting } }: { shared: SharedKey }) {
  const t = exceptionsTexts.useText();
  const navigate = useNavigate();
  const known = Object.hasOwn(spaces, space) ? spaces[space as Space] : null;
  return (
    <ExceptionCard
      icon={Copy}
      title={t(known?.title ?? 'shared-other', { key })}
      what={
        holder === null
          ? t('sharedNobody', { waiting: waiting.name })
          : t('sharedWhat', { holder: holder.name, waiting: waiting.name })
      }
      actions={
        known !== null &&
        [holder, waiting]
          .filter((record) => record !== null)
          .map(({ id, name }) => (
            <Button key={id} className="max-w-72" onClick={() => void navigate(known.page(id))}>
              <span className="line-clamp-1">{t('open', { name })}</span>
            </Button>
          ))
      }
    />
  );
}
