import { useState, type ReactNode } from 'react';
import { FailureNotice } from '../../app/failure-notice.tsx';
import { useCommonText } from '../../app/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { offersTexts } from './texts.ts';

export type OfferDialogProps = {
  title: string;
  /** It is in the books already. */
  isSaved: boolean;
  form: { failure: unknown; isDirty: boolean; isSaving: boolean; save: () => void };
  onClose: () => void;
  /** Stands beside the fields: what it does in words, a cart to try it on. */
  beside: ReactNode;
  children: ReactNode;
};

/** Makes or changes an offer: the fields at the left, what comes of them at the right. */
export function OfferDialog({ title, isSaved, form, onClose, beside, children }: OfferDialogProps) {
  const t = offersTexts.useText();
  const common = useCommonText();
  const [isLeaving, setLeaving] = useState(false);
  const leave = () => (form.isDirty ? setLeaving(true) : onClose());
  return (
    <>
      <Dialog
        open
        onOpenChange={leave}
        dismissible={!form.isSaving}
        size="wide"
        title={title}
        closeLabel={common('close')}
        bodyClassName="overflow-hidden! p-0! border-t flex"
        footer={
          <>
            <Button onClick={leave} disabled={form.isSaving}>
              {common(isSaved && !form.isDirty ? 'close' : 'cancel')}
            </Button>
            <Button
              variant="primary"
              keyLabel="Enter"
              busy={form.isSaving}
              disabled={isSaved && !form.isDirty}
              onClick={form.save}
            >
              {common('save')}
            </Button>
          </>
        }
      >
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            form.save();
          }}
          className="min-w-0 flex-1 overflow-y-auto px-5 pt-4 pb-6"
        >
          {Boolean(form.failure) && <FailureNotice failure={form.failure} className="mb-4" />}
          <fieldset disabled={form.isSaving} className="contents">
            {children}
          </fieldset>
          {/* Enter in any field saves. */}
          <button type="submit" hidden tabIndex={-1} aria-label={common('save')} />
        </form>
        <div className="flex w-90 shrink-0 flex-col gap-4 overflow-y-auto border-l bg-canvas p-4 xl:w-106">
          {beside}
        </div>
      </Dialog>
      <ConfirmDialog
        open={isLeaving}
        onOpenChange={setLeaving}
        title={t('unsavedTitle')}
        description={t('unsavedWhat')}
        cancelLabel={t('unsavedStay')}
        confirmLabel={t('unsavedLeave')}
        closeLabel={common('close')}
        danger
        onConfirm={onClose}
      />
    </>
  );
}
