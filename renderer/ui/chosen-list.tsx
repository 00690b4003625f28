import { X } from 'lucide-react';
import { IconButton } from './icon-button.tsx';

export type ChosenListProps = {
  label: string;
  chosen: readonly { value: string; label: string }[];
  /** What the button that takes one off is called. */
  removeLabel: (name: string) => string;
  onRemove: (value: string) => void;
  /** Stands after the last: how many more there are, and the like. */
  more?: string | undefined;
};

/** What was picked so far, each to be taken off again. */
export function ChosenList({ label, chosen, removeLabel, onRemove, more }: ChosenListProps) {
  if (chosen.length === 0) return null;
  return (
    <ul aria-live="polite" aria-label={label} className="flex flex-wrap items-center gap-2">
      {chosen.map(({ value, label: name }) => (
        <li
          key={value}
          className="inline-flex min-h-11 max-w-full items-center rounded-control bg-sunken pl-3 text-sm"
        >
          <span className="truncate">{name}</span>
          <IconButton icon={X} label={removeLabel(name)} onClick={() => onRemove(value)} />
        </li>
      ))}
      {more !== undefined && <li className="text-sm text-ink-muted">{more}</li>}
    </ul>
  );
}
