/** How many points a till that is cut off lets a customer spend: a share of the balance last confirmed, and a most. */
export type AllowanceRule = { offlineAllowancePercent: number; offlineMostPoints: number };

/**
 * What a customer may still spend while the cloud cannot be asked. `confirmed`: the balance without what this till alone
 * knows; `earnedHere` and `spentHere`: that. What was earned here is certain and may be spent whole.
 */
export function offlineAllowance(
  { confirmed, earnedHere, spentHere }: { confirmed: number; earnedHere: number; spentHere: number },
  { offlineAllowancePercent, offlineMostPoints }: AllowanceRule,
): number {
  const share = Math.floor((Math.max(0, confirmed) * offlineAllowancePercent) / 100);
  return Math.max(0, Math.min(share, offlineMostPoints) + earnedHere - spentHere);
}
