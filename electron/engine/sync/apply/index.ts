export { afterReceiving, receiveEntries, type Received } from './receive-entries.ts';
export { startApplying } from './start-applying.ts';
export type { ForeignEntry, Outcome, PulledEntry } from './types.ts';
