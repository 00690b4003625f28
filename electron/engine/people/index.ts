export { answerSession } from './answer-session.ts';
export { checkSecrets, prepareAccount, writeNewAccount, type PreparedAccount } from './create-account.ts';
export { openSession, type OpenSession } from './open-session.ts';
export { peopleRoutes } from './people.routes.ts';
export { seedDemoAccounts } from './seed-demo-accounts.ts';
export { sessionsRoutes } from './sessions.routes.ts';
export { verifyAccessToken } from './verify-access-token.ts';
