import { useRef, useState } from 'react';
import { useCommonText } from '../../app/i18n.ts';
import { cartActions } from '../../state/cart.ts';
import type { DraftLine } from '../../state/cart/cart-draft.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { editTexts } from './edit-texts.ts';

/** Writes a note on a line, which is printed under it. */
export function NoteDialog({ line, onClose }: { line: DraftLine; onClose: () => void }) {
  const t = editTexts.useText();
  const [note, setNote] = useState(line.note ?? '');
  const field = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('noteTitle')}
      description={line.product.name}
      size="small"
      initialFocus={field}
      closeLabel={useCommonText()('close')}
      footer={
        <Button variant="primary" size="large" type="submit" form="note" keyLabel="Enter" className="flex-1">
          {t('setNote')}
        </Button>
      }
    >
      <form
        id="note"
        onSubmit={(event) => {
          event.preventDefault();
          cartActions.noteLine(line.lineId, note.trim());
          onClose();
        }}
      >
        <TextField
          ref={field}
          label={t('noteLabel')}
          maxLength={120}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
