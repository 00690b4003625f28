export type { AccountRow } from './account-statements.ts';
export { isAtTheTill } from './address-of-caller.ts';
export { answerSession } from './answer-session.ts';
export { checkApproverPin } from './check-approver-pin.ts';
export { checkCredentials, type Login } from './check-credentials.ts';
export { changeOwnPassword } from './change-own-password.ts';
export { checkSecrets, prepareAccount, writeNewAccount, type PreparedAccount } from './create-account.ts';
export { openCustomerToken, readCustomerToken } from './customer-token.ts';
export { findDevice, isDeviceKey } from './devices.ts';
export { devicesRoutes } from './devices.routes.ts';
export { listLogins } from './list-logins.ts';
export { openSession, type OpenSession } from './open-session.ts';
export { peopleRoutes } from './people.routes.ts';
export { isCommonPassword } from './password.ts';
export { changeProfile, getProfile, type Profile, type ProfileChange } from './profile.ts';
export { checkUnique, registerPerson, type NewPerson, type RegisterOptions } from './register-person.ts';
export { readAccess, type CallingAccount } from './read-access.ts';
export { seedDemoAccounts } from './seed-demo-accounts.ts';
export { sessionNow } from './session-time.ts';
export { sessionsRoutes } from './sessions.routes.ts';
export {
  blacklistRefresh,
  openTokenPair,
  openTokenSession,
  refreshAccess,
  signTokenPair,
  type TokenFault,
} from './token-pair.ts';
export type { AttemptFrom } from './throttle-subjects.ts';
export { verifyAccessToken } from './verify-access-token.ts';
export { accountRowOf, changeToldAccount, writeToldAccount, type AccountEdit } from './told-accounts.ts';
export { emptyAccountsOf } from './empty-accounts.ts';
