export type { ArrivedEntry, ReviewReason } from './arrived-entry.ts';
export { countFacts } from './count-facts.ts';
export { newestErasure } from './erased-people.ts';
export { judge } from './judge.ts';
export { recordsOf } from './records-of.ts';
export { countAgain, forgetEntry, judgeAgain } from './review-again.ts';
export { arrivedAgain } from './stored-entry.ts';
