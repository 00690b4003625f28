export type { ArrivedEntry, ReviewReason } from './arrived-entry.ts';
export { countFacts } from './count-facts.ts';
export { judge } from './judge.ts';
