export { setKeys, type KeySpace } from './set-keys.ts';
