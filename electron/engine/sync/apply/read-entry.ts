import { isStamp, stampOfInstant } from '../../../../shared/journal/stamp.ts';
import type { ForeignEntry } from './types.ts';

export type RawEntry = Omit<ForeignEntry, 'body' | 'personal' | 'stamp'> & {
  body: string;
  part: string | null;
};

/** An entry with its texts parsed; null where the body is no object, so that nothing can come of it. */
export function readEntry({ body, part, ...header }: RawEntry): ForeignEntry | null {
  const parsed = parseObject(body);
  if (parsed === null) return null;
  const { stamp } = parsed;
  return {
    ...header,
    body: parsed,
    personal: part === null ? null : parseObject(part),
    stamp: isStamp(stamp) ? stamp : stampOfInstant(header.at, header.writer),
  };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
