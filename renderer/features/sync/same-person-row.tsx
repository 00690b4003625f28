import { UsersRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { SyncException } from '../../../shared/api/sync.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { ExceptionCard } from './exception-card.tsx';
import { exceptionsTexts } from './exceptions-texts.ts';

const MergeDialog = lazy(async () => ({ default: (await import('../customers/index.tsx')).MergeDialog }));

type SamePerson = Extract<SyncException, { kind: 'same-person' }>;

/** Two customers who may be one person, and the way to look at both and make them one. */
export function SamePersonRow({ pair: { customer, other, because } }: { pair: SamePerson }) {
  const t = exceptionsTexts.useText();
  const mayMerge = useMay('customers.merge');
  const [isComparing, setComparing] = useState(false);
  const named = ({ name, code }: SamePerson['customer']) => `${name} (${code})`;
  return (
    <ExceptionCard
      icon={UsersRound}
      title={t(`same-${because}`)}
      what={t('sameWhat', { one: named(customer), other: named(other) })}
      actions={mayMerge && <Button onClick={() => setComparing(true)}>{t('compare')}</Button>}
    >
      <Suspense fallback={null}>
        {isComparing && (
          <MergeDialog customerId={customer.id} otherId={other.id} onClose={() => setComparing(false)} />
        )}
      </Suspense>
    </ExceptionCard>
  );
}
