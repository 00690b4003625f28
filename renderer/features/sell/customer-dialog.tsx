import { useRef, useState } from 'react';
import type { Customer } from '../../../shared/api/customers.ts';
import { classifyScan } from '../../../shared/domain/codes.ts';
import { useCommonText } from '../../app/i18n.ts';
import { useScan } from '../../app/scanner/use-scan.ts';
import { cartActions } from '../../state/cart.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { CustomerForm } from './customer-form.tsx';
import { CustomerSearch } from './customer-search.tsx';
import { sellView } from './sell-view.ts';
import { sellTexts } from './texts.ts';

/** Finds the customer of this sale, or adds a new one on the spot. */
export function CustomerDialog({ onClose }: { onClose: () => void }) {
  const t = sellTexts.useText();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isAdding, setAdding] = useState(false);
  const attach = (customer: Customer) => {
    cartActions.attachCustomer(customer);
    const { name, code, pointsBalance: points } = customer;
    sellView.tell({ kind: 'customer', name, code, points });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('customerTitle')}
      passesScans
      initialFocus={field}
      closeLabel={useCommonText()('close')}
      bodyClassName="flex flex-col"
    >
      <CardScan onCard={onClose} />
      {isAdding ? (
        <CustomerForm typed={typed} onSaved={attach} onBack={() => setAdding(false)} />
      ) : (
        <CustomerSearch
          fieldRef={field}
          typed={typed}
          onType={setTyped}
          onChoose={attach}
          onAdd={() => setAdding(true)}
          onTakeOff={() => {
            cartActions.detachCustomer();
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}

/** A scanned card answers the question; the page below takes it in. */
function CardScan({ onCard }: { onCard: () => void }) {
  useScan(({ code }) => {
    if (classifyScan(code).startsWith('customer')) onCard();
    return false;
  });
  return null;
}
