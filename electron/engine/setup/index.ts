export { isSetUpNeeded } from './is-set-up-needed.ts';
