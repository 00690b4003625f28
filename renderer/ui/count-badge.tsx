import { useFormats } from './format.tsx';
import { Badge } from './badge.tsx';

/** How many things wait for a person, beside the name of where they wait; nothing when there are none. */
export function CountBadge({ count, className }: { count: number; className?: string }) {
  const { number } = useFormats();
  if (count === 0) return null;
  return (
    <Badge tone="warn" className={className ?? ''}>
      {number(count)}
    </Badge>
  );
}
