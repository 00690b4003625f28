export { ExceptionsPage } from './exceptions-page.tsx';
export { SyncPage } from './sync-page.tsx';
export { SyncReportsPage } from './reports-page.tsx';
export { TillsPage } from './tills-page.tsx';
