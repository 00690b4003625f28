export { verifyAccessToken } from './verify-access-token.ts';
