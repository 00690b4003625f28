import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Customer } from '../../../shared/api/customers.ts';
import { useDuplicates } from '../../api/customers.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { mergeTexts } from './merge-texts.ts';

/** Says when somebody seems to be here twice, and opens both side by side. */
export function DuplicatesHint({ customer: { id } }: { customer: Customer }) {
  const t = mergeTexts.useText();
  const navigate = useNavigate();
  const { data: duplicates } = useDuplicates(id, { enabled: useMay('customers.merge') });
  const [comparedId, setComparedId] = useState<string | null>(null);
  const first = duplicates?.[0];
  return (
    <>
      {first !== undefined && (
        <ErrorNotice
          tone="warn"
          className="mb-4"
          title={t('duplicateTitle')}
          kept={t(`duplicate-${first.because}`, { name: first.customer.name, code: first.customer.code })}
          action={<Button onClick={() => setComparedId(first.customer.id)}>{t('compare')}</Button>}
        />
      )}
      {comparedId !== null && (
        <MergeDialog
          customerId={id}
          otherId={comparedId}
          onClose={() => setComparedId(null)}
          onMerged={(survivor) => void navigate(`/customers/${survivor.id}`, { replace: true })}
        />
      )}
    </>
  );
}
