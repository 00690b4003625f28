import { useState, type FormEvent } from 'react';
import { useEnrolDevice } from '../../api/devices.ts';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { DeviceKey } from './device-key.tsx';
import { settingsTexts } from './texts.ts';

const formId = 'enrol-device';

/** Names a device, then shows its key this once: it closes by its button alone, so that the key is not lost by Esc. */
export function EnrolDeviceDialog({ onClose }: { onClose: () => void }) {
  const t = settingsTexts.useText();
  const common = useCommonText();
  const [name, setName] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { mutate, data: enrolled, isPending, error } = useEnrolDevice();
  if (enrolled !== undefined) return <DeviceKey enrolled={enrolled} onClose={onClose} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    if (name.trim() === '') setMissing(true);
    else mutate(name.trim());
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      dismissible={!isPending}
      size="small"
      title={t('deviceAdd')}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose} disabled={isPending}>
            {common('cancel')}
          </Button>
          <Button variant="primary" type="submit" form={formId} keyLabel="Enter" busy={isPending}>
            {t('deviceSend')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {error && <FailureNotice failure={error} />}
        <TextField
          label={t('deviceName')}
          hint={t('deviceNameHint')}
          autoFocus
          maxLength={80}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            setMissing(false);
          }}
          error={isMissing ? t('deviceNameNeeded') : undefined}
        />
      </form>
    </Dialog>
  );
}
