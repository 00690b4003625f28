export { AccountsPage } from './accounts-page.tsx';
export { PeoplePage } from './people-page.tsx';
