import { Eraser, Merge, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Customer } from '../../../shared/api/customers.ts';
import { useCommonText } from '../../app/i18n.ts';
import { useMay } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { CustomerFormDialog } from './customer-form-dialog.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { mergeTexts } from './merge-texts.ts';

/** What can be done to a customer as a whole: change, merge with another record, erase. */
export function CustomerActions({ customer }: { customer: Customer }) {
  const t = mergeTexts.useText();
  const common = useCommonText();
  const navigate = useNavigate();
  const mayEdit = useMay('customers.edit');
  const mayMerge = useMay('customers.merge');
  const mayErase = useMay('customers.erase');
  const [open, setOpen] = useState<'edit' | 'merge' | 'erase' | null>(null);
  const close = () => setOpen(null);
  usePageKeys({ e: () => mayEdit && setOpen('edit'), m: () => mayMerge && setOpen('merge') });
  return (
    <>
      {mayErase && (
        <Button icon={Eraser} onClick={() => setOpen('erase')}>
          {t('erase')}
        </Button>
      )}
      {mayMerge && (
        <Button icon={Merge} keyLabel="M" onClick={() => setOpen('merge')}>
          {t('merge')}
        </Button>
      )}
      {mayEdit && (
        <Button icon={Pencil} keyLabel="E" onClick={() => setOpen('edit')}>
          {common('edit')}
        </Button>
      )}
      {open === 'edit' && <CustomerFormDialog customer={customer} onClose={close} />}
      {open === 'erase' && <EraseDialog customer={customer} onClose={close} />}
      {open === 'merge' && (
        <MergeDialog
          customerId={customer.id}
          onClose={close}
          onMerged={(survivor) => void navigate(`/customers/${survivor.id}`, { replace: true })}
        />
      )}
    </>
  );
}
