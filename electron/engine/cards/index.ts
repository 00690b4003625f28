export { cardKeyOf } from './card-key.ts';
export { isVoid } from './card-life.ts';
export { cardsRoutes } from './cards.routes.ts';
export { checkCard } from './check-card.ts';
export { raiseCardExpiry, raiseVoid, setQrCode } from './card-statements.ts';
