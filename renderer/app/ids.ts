import { v7 } from 'uuid';

/** A new id (UUIDv7), for what the screen makes: sales, cart lines, customers, shifts. */
export function newId(): string {
  return v7();
}
