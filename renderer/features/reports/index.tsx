export { DayPage } from './day-page.tsx';
export { JournalPage } from './journal-page.tsx';
export { ZReportsPage } from './z-list-page.tsx';
export { ZReportPage } from './z-page.tsx';
