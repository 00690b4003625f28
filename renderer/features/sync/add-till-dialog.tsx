import { useState, type FormEvent } from 'react';
import { useMakeCode, type Stores } from '../../api/sync.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TillCode } from './till-code.tsx';
import { tillsTexts } from './tills-texts.ts';

const formId = 'add-till';
const newStore = 'new';

/** Names the new till and its shop, then shows the code with which it joins. */
export function AddTillDialog({ stores, onClose }: { stores: Stores; onClose: () => void }) {
  const t = tillsTexts.useText();
  const common = useCommonText();
  const make = useMakeCode();
  const [name, setName] = useState('');
  const [storeId, setStoreId] = useState(stores.find(({ isOwn }) => isOwn)?.id ?? newStore);
  const [storeName, setStoreName] = useState('');
  const [tried, setTried] = useState(false);
  const lacksName = name.trim() === '';
  const lacksStoreName = storeId === newStore && storeName.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (make.isPending || lacksName || lacksStoreName) return;
    const store = storeId === newStore ? { name: storeName.trim() } : { id: storeId };
    make.mutate({ registerName: name.trim(), store });
  };
  if (make.data !== undefined) return <TillCode made={make.data} name={name.trim()} onClose={onClose} />;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      dismissible={!make.isPending}
      size="small"
      title={t('add')}
      description={t('addWhat')}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose} disabled={make.isPending}>
            {common('cancel')}
          </Button>
          <Button variant="primary" type="submit" form={formId} keyLabel="Enter" busy={make.isPending}>
            {t('addSend')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {make.error && <FailureNotice failure={make.error} />}
        <TextField
          label={t('addName')}
          hint={t('addNameHint')}
          autoFocus
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={tried && lacksName ? t('addNameNeeded') : undefined}
        />
        <Select
          label={t('addStore')}
          value={storeId}
          onValueChange={setStoreId}
          choices={[
            ...stores.map((store) => ({ value: store.id, label: `${store.code} ${store.name}` })),
            { value: newStore, label: t('addNewStore') },
          ]}
        />
        {storeId === newStore && (
          <TextField
            label={t('addStoreName')}
            maxLength={80}
            value={storeName}
            onChange={(event) => setStoreName(event.target.value)}
            error={tried && lacksStoreName ? t('addStoreNameNeeded') : undefined}
          />
        )}
      </form>
    </Dialog>
  );
}
