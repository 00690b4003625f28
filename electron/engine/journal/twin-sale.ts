import { createHash } from 'node:crypto';

type Sale = { orderId: string; lines: readonly { lineId: string }[] };

/**
 * A sale under ids of its own. One cart can be paid at two copies of a till: where the other sale of it came first and
 * has the cart's ids, this one goes by the id of its entry, and counts as well.
 */
export function asTwin<Body extends Sale>(body: Body, opId: string): Body {
  const ids = body.lines.map(({ lineId }): [string, string] => [lineId, lineIdOf(opId, lineId)]);
  let text = JSON.stringify(body);
  for (const [from, to] of [[body.orderId, opId] as const, ...ids]) text = text.replaceAll(from, to);
  return JSON.parse(text) as Body;
}

/** The same on every till. */
function lineIdOf(opId: string, lineId: string): string {
  const hash = createHash('sha256').update(`${opId} ${lineId}`).digest('hex');
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`];
  return [...parts, hash.slice(20, 32)].join('-');
}
