/** Whether an offer can be had: switched off, before its time, after it, or now. */
export type OfferState = 'running' | 'planned' | 'ended' | 'off';

/** The state of an offer at an instant; its first and its last instant belong to it. Instants are UTC, of one shape. */
export function offerStateAt(
  offer: { isActive: boolean; validFrom: string | null; validUntil: string | null },
  instant: string,
): OfferState {
  if (!offer.isActive) return 'off';
  if (offer.validFrom !== null && instant < offer.validFrom) return 'planned';
  return offer.validUntil !== null && instant > offer.validUntil ? 'ended' : 'running';
}
