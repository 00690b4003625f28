import { Search, X } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { IconButton } from './icon-button.tsx';
import { KeyCap } from './key-cap.tsx';
import { TextField } from './text-field.tsx';

export type SearchFieldProps = {
  label: string;
  placeholder?: string;
  clearLabel: string;
  value: string;
  onValueChange: (value: string) => void;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  keyLabel?: string;
  fieldRef?: RefObject<HTMLInputElement | null>;
  className?: string;
};

/** Narrows a list while it is typed in; Esc empties it. */
export function SearchField({
  label,
  placeholder,
  clearLabel,
  value,
  onValueChange,
  onKeyDown,
  keyLabel,
  fieldRef,
  className,
}: SearchFieldProps) {
  return (
    <TextField
      type="search"
      label={label}
      hideLabel
      className={className}
      placeholder={placeholder ?? label}
      value={value}
      maxLength={200}
      {...(fieldRef ? { ref: fieldRef } : {})}
      onChange={(event) => onValueChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value !== '') {
          event.stopPropagation();
          onValueChange('');
        }
        onKeyDown?.(event);
      }}
      start={<Search className="size-4.5" aria-hidden="true" />}
      end={
        value === '' ? (
          keyLabel && (
            <span className="pointer-events-none pr-2.5">
              <KeyCap>{keyLabel}</KeyCap>
            </span>
          )
        ) : (
          <IconButton icon={X} label={clearLabel} onClick={() => onValueChange('')} />
        )
      }
    />
  );
}
