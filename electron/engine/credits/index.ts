export { checkCredits } from './check-credits.ts';
export { creditsRoutes } from './credits.routes.ts';
export { giftCardPaper } from './gift-card-paper.ts';
export { giftCardsOfOrder } from './gift-cards-of-order.ts';
export { customerCredit, openCredit, type NewCredit } from './open-credit.ts';
export { sellGiftCards } from './sell-gift-cards.ts';
export { spendCredits } from './spend-credits.ts';
export { creditsOfVoid } from './void-credits.ts';
export { writeCredit } from './write-credit.ts';
