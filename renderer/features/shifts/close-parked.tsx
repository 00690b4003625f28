import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useCarts } from '../../api/carts.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/card.tsx';
import { Money } from '../../ui/money.tsx';
import { useFormats } from '../../ui/format.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { changeClosing } from './close-store.ts';
import { shiftTexts } from './texts.ts';

/** First of all: carts that are parked, or that a screen left in hand, are looked at, or knowingly left. Without any there is nothing to ask. */
export function CloseParked() {
  const t = shiftTexts.useText();
  const { time } = useFormats();
  const navigate = useNavigate();
  const { data: carts, error, refetch } = useCarts();
  const isNone = carts?.length === 0;
  useEffect(() => {
    if (isNone) changeClosing({ step: 'count' });
  }, [isNone]);
  if (error) return <FailureNotice failure={error} onRetry={() => void refetch()} />;
  if (carts === undefined || isNone) return <Skeleton className="h-48 rounded-card" />;
  return (
    <Panel title={t('parkedTitle', { count: carts.length })} description={t('parkedWhat')}>
      <ul className="divide-y">
        {carts.map(({ id, name, owner, updatedAt, totalMinor }) => (
          <li key={id} className="flex items-center gap-4 py-2">
            <span className="min-w-0 flex-1 font-medium wrap-anywhere">
              {name === '' ? owner.name : name}
            </span>
            <span className="figures text-ink-muted">{time(updatedAt)}</span>
            <Money minor={totalMinor} />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-2 pt-4">
        <Button onClick={() => void navigate('/sell')}>{t('parkedSell')}</Button>
        <Button variant="primary" autoFocus onClick={() => changeClosing({ step: 'count' })}>
          {t('parkedLeave')}
        </Button>
      </div>
    </Panel>
  );
}
