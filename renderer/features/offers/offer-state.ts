/** Off by hand; not begun; over; or what customers can have now, if it is their time. */
export type OfferState = 'running' | 'planned' | 'ended' | 'off';

export const offerStates: readonly OfferState[] = ['running', 'planned', 'ended', 'off'];

/** How an offer stands at an instant (milliseconds); its end is the first instant at which it no longer is. */
export function offerState(
  offer: { isActive: boolean; validFrom: string | null; validUntil: string | null },
  at: number,
): OfferState {
  if (!offer.isActive) return 'off';
  if (offer.validUntil !== null && at >= Date.parse(offer.validUntil)) return 'ended';
  if (offer.validFrom !== null && at < Date.parse(offer.validFrom)) return 'planned';
  return 'running';
}
