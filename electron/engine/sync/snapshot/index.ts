export { arrivingNow } from './arrive.ts';
export { keepSnapshotFresh } from './send-snapshot.ts';
export { isArriving, startArriving } from './start-arriving.ts';
