import type { Promotion, Reward } from '../../../shared/api/offers.ts';
import { mostNamed } from './offer-words.ts';

const mostLookedUp = 40;

/** The products that a list of offers calls by their names, each once. */
export function namedProducts(
  offers: readonly (Pick<Promotion, 'scope'> | Pick<Reward, 'effect'>)[],
): string[] {
  const ids = offers.flatMap((offer) => {
    if ('scope' in offer) {
      return offer.scope.kind === 'products' ? offer.scope.productIds.slice(0, mostNamed) : [];
    }
    return offer.effect.kind === 'free-item' ? [offer.effect.productId] : [];
  });
  return [...new Set(ids)].slice(0, mostLookedUp);
}
