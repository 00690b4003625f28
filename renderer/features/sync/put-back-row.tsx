import { History } from 'lucide-react';
import { useNavigate } from 'react-router';
import type { SyncException } from '../../../shared/api/sync.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { useFormats } from '../../ui/format.tsx';
import { ExceptionCard } from './exception-card.tsx';
import { exceptionsTexts } from './exceptions-texts.ts';

type PutBack = Extract<SyncException, { kind: 'put-back' }>;

/** That this till goes on from earlier books, and what may be missing in them. */
export function PutBackRow({ life }: { life: PutBack }) {
  const t = exceptionsTexts.useText();
  const { dateTime } = useFormats();
  const navigate = useNavigate();
  const maySeeSales = useMay('orders.view');
  return (
    <ExceptionCard
      icon={History}
      title={t(`put-back-${life.because}`)}
      what={t('putBackWhat')}
      detail={dateTime(life.at)}
      actions={maySeeSales && <Button onClick={() => void navigate('/sales')}>{t('putBackSales')}</Button>}
    />
  );
}
