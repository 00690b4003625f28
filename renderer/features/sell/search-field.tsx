import { Camera, Search as SearchIcon, X } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { keyLabelOf } from '../../app/actions.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { sellTexts } from './texts.ts';

export type SearchFieldProps = {
  inputRef: RefObject<HTMLInputElement | null>;
  value: string;
  onType: (typed: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  onCamera: () => void;
  /** The list of results and its row in front, while there is one. */
  listId: string | undefined;
  activeId: string | undefined;
};

/** Where the caret lives. */
export function SearchField({
  inputRef,
  value,
  onType,
  onKeyDown,
  onCamera,
  listId,
  activeId,
}: SearchFieldProps) {
  const t = sellTexts.useText();
  return (
    <div className="flex h-12 shrink-0 items-center gap-2 rounded-card border bg-surface pl-3.5 shadow-low focus-within:border-focus focus-within:ring-2 focus-within:ring-focus">
      <SearchIcon className="size-5 shrink-0" aria-hidden="true" />
      <input
        ref={inputRef}
        type="text"
        role="combobox"
        aria-label={t('searchLabel')}
        aria-keyshortcuts={keyLabelOf('sell.search')}
        aria-expanded={listId !== undefined}
        aria-controls={listId}
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="search"
        value={value}
        placeholder={t('searchHint')}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-full min-w-0 flex-1 bg-transparent text-base outline-none"
      />
      {value === '' ? (
        <KeyCap>{keyLabelOf('sell.search')}</KeyCap>
      ) : (
        <IconButton icon={X} label={t('clearSearch')} onClick={() => onType('')} className="-mx-2" />
      )}
      <IconButton icon={Camera} label={t('scanWithCamera')} onClick={onCamera} className="mr-0.5" />
    </div>
  );
}
