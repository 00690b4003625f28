export { DayPage } from './day-page.tsx';
export { JournalPage } from './journal-page.tsx';
