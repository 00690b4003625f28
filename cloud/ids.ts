import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** The cloud's only source of identity and chance. */
export type Ids = {
  /** A UUID version 7: sortable by the time it was made. */
  uuid(): string;
  bytes(count: number): Uint8Array;
};

export const systemIds: Ids = {
  uuid: () => v7(),
  bytes: (count) => randomBytes(count),
};
