export { checkCredits } from './check-credits.ts';
export { creditsRoutes } from './credits.routes.ts';
export { customerCredit, openGiftCard } from './open-credit.ts';
export { creditsOfVoid } from './void-credits.ts';
export { writeCredit } from './write-credit.ts';
