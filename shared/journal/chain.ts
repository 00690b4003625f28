import canonicalize from 'canonicalize';

/** What the chain protects of an entry: everything but its own hash and its detachable personal part. */
export type ChainedEntry = {
  seq: number;
  opId: string;
  writer: string;
  kind: string;
  v: number;
  at: string;
  businessDate: string;
  actor: string;
  /** Canonical JSON (RFC 8785), as stored. */
  body: string;
};

/** The `prev_hash` of a writer's first entry. */
export const genesisHash = new Uint8Array(32);

/** Canonical JSON by RFC 8785: the same value always gives the same bytes. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('A journal body must be a JSON value.');
  return text;
}

/**
 * The bytes that `hash = SHA-256(prev_hash ‖ header ‖ body)` is taken over. The header holds sequence, identity, time
 * and actor too, so that none of them can be changed without breaking the chain; each field is ended by a newline,
 * which none of them can hold.
 */
export function chainedText(entry: ChainedEntry): string {
  const { seq, opId, writer, kind, v, at, businessDate, actor, body } = entry;
  return `${seq}\n${opId}\n${writer}\n${kind}\n${v}\n${at}\n${businessDate}\n${actor}\n${body}`;
}
