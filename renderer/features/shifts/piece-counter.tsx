import { Minus, Plus } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { denominationsOf } from '../../../shared/domain/denominations.ts';
import { useCommonText } from '../../app/i18n.ts';
import { applyPadKey, type PadKey } from '../../ui/apply-pad-key.ts';
import { classNames } from '../../ui/class-names.ts';
import { controlClass } from '../../ui/field.tsx';
import { useFormats } from '../../ui/format.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { NumberPad } from '../../ui/number-pad.tsx';
import { readCount, type DrawerDraft } from './drawer-draft.ts';
import { shiftTexts } from './texts.ts';

export type PieceCounterProps = {
  typed: DrawerDraft['typed'];
  onTypedChange: (typed: DrawerDraft['typed']) => void;
};

/** How many of each note and coin: typed, pressed, or with + and −. Enter and the arrows go from one to the next. */
export function PieceCounter({ typed, onTypedChange }: PieceCounterProps) {
  const t = shiftTexts.useText();
  const common = useCommonText();
  const { currency } = useFormats();
  const known = denominationsOf(currency);
  const others = Object.keys(typed)
    .map(Number)
    .filter((worth) => !known.includes(worth));
  const worths = [...known, ...others].sort((a, b) => b - a);
  const [first = 0] = worths;
  /** Which one the pad types into; the first key after it was chosen begins anew. */
  const [chosen, setChosen] = useState({ worth: first, isFresh: true });
  const write = (worth: number, text: string) => onTypedChange({ ...typed, [worth]: text });
  const press = (key: PadKey) => {
    const { worth, isFresh } = chosen;
    write(worth, applyPadKey(isFresh ? '' : (typed[worth] ?? ''), key, { maximumLength: 6 }));
    setChosen({ worth, isFresh: false });
  };
  return (
    <div className="@container">
      <div className="flex items-start gap-6">
        <div
          data-pieces
          role="group"
          aria-label={t('byPiece')}
          className="grid flex-1 grid-flow-row justify-start gap-x-6 gap-y-1 md:grid-flow-col"
          style={{ gridTemplateRows: `repeat(${Math.ceil(worths.length / 2)}, auto)` }}
        >
          {worths.map((worth) => (
            <PieceRow
              key={worth}
              worth={worth}
              text={typed[worth] ?? ''}
              isFirst={worth === first}
              onTextChange={(text) => write(worth, text)}
              onChosen={() => setChosen({ worth, isFresh: true })}
            />
          ))}
        </div>
        <NumberPad
          label={common('numberPad')}
          backspaceLabel={common('backspace')}
          onKey={press}
          className="w-44 shrink-0 max-md:hidden"
        />
      </div>
    </div>
  );
}

type PieceRowProps = {
  worth: number;
  text: string;
  isFirst: boolean;
  onTextChange: (text: string) => void;
  onChosen: () => void;
};

function PieceRow({ worth, text, isFirst, onTextChange, onChosen }: PieceRowProps) {
  const t = shiftTexts.useText();
  const { money } = useFormats();
  const count = readCount(text);
  const name = money(worth);
  const step = (by: number) => onTextChange(String(Math.max(0, (count ?? 0) + by)));
  return (
    <div className="flex items-center gap-2">
      <span className="figures w-22 text-right font-medium">{name}</span>
      <IconButton
        icon={Minus}
        variant="outlined"
        tabIndex={-1}
        label={t('oneLess', { name })}
        disabled={count === null || count === 0}
        onClick={() => step(-1)}
      />
      <input
        data-piece
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever opens this is about to count
        autoFocus={isFirst}
        inputMode="numeric"
        autoComplete="off"
        aria-label={t('piecesOf', { name })}
        aria-invalid={count === null || undefined}
        className={classNames(controlClass, 'figures w-18! text-center')}
        value={text}
        onKeyDown={moveBetween}
        onFocus={(event) => {
          event.target.select();
          onChosen();
        }}
        onChange={(event) => onTextChange(event.target.value)}
      />
      <IconButton
        icon={Plus}
        variant="outlined"
        tabIndex={-1}
        label={t('oneMore', { name })}
        disabled={count === null}
        onClick={() => step(1)}
      />
      <span className="figures hidden w-24 text-right text-ink-muted @4xl:inline">
        {count === null ? '?' : count === 0 ? '' : money(count * worth)}
      </span>
    </div>
  );
}

/** Enter on the last one is left to the form. */
function moveBetween(event: KeyboardEvent<HTMLInputElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1, Enter: 1 }[event.key];
  const table = event.currentTarget.closest('[data-pieces]');
  if (by === undefined || table === null) return;
  const inputs = [...table.querySelectorAll<HTMLInputElement>('input[data-piece]')];
  const next = inputs[inputs.indexOf(event.currentTarget) + by];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
