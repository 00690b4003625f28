import { useFormats } from '../ui/format.tsx';
import { useNow } from './use-now.ts';

/** The time of day in the shop, as its clock on the wall shows it. */
export function useClockText(): string {
  const { time } = useFormats();
  return time(useNow(1_000));
}
