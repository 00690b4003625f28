export { arrivingNow, startArriving } from './arrive.ts';
export { keepSnapshotFresh } from './send-snapshot.ts';
