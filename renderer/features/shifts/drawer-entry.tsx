import type { Ref } from 'react';
import { useFormats } from '../../ui/format.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { AmountField, AmountPad } from './amount-field.tsx';
import { PieceCounter } from './piece-counter.tsx';
import { piecesSoFar, type DrawerDraft } from './drawer-draft.ts';
import { shiftTexts } from './texts.ts';

export type DrawerEntryProps = {
  draft: DrawerDraft;
  onDraftChange: (draft: DrawerDraft) => void;
  amountLabel: string;
  amountHint?: string;
  /** What could not be read, once that was tried. */
  error: string | undefined;
  amountRef?: Ref<HTMLInputElement>;
};

/** What is in the drawer: piece by piece with the total as it grows, or as one amount. */
export function DrawerEntry({
  draft,
  onDraftChange,
  amountLabel,
  amountHint,
  error,
  amountRef,
}: DrawerEntryProps) {
  const t = shiftTexts.useText();
  const { money } = useFormats();
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <SegmentedControl
          label={t('way')}
          hideLabel
          value={draft.way}
          onValueChange={(way) => onDraftChange({ ...draft, way })}
          choices={[
            { value: 'pieces', label: t('byPiece') },
            { value: 'amount', label: t('oneAmount') },
          ]}
        />
        {draft.way === 'pieces' && (
          <p role="status" className="text-right">
            <span className="text-sm text-ink-muted">{t('countedSoFar')} </span>
            <span className="figures text-2xl font-semibold">{money(piecesSoFar(draft.typed))}</span>
          </p>
        )}
      </div>
      {draft.way === 'pieces' ? (
        <>
          <PieceCounter typed={draft.typed} onTypedChange={(typed) => onDraftChange({ ...draft, typed })} />
          {error !== undefined && (
            <p role="alert" className="text-danger">
              {error}
            </p>
          )}
        </>
      ) : (
        <>
          <AmountField
            ref={amountRef}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it appears when this way is chosen
            autoFocus
            label={amountLabel}
            hint={amountHint}
            error={error}
            value={draft.amount}
            onValueChange={(amount) => onDraftChange({ ...draft, amount })}
          />
          <AmountPad
            value={draft.amount}
            onValueChange={(amount) => onDraftChange({ ...draft, amount })}
            className="w-full max-w-sm"
          />
        </>
      )}
    </div>
  );
}
