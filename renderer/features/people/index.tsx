import { EmptyState } from '../../ui/empty-state.tsx';

export const PeoplePage = () => <EmptyState title="People" />;

export const AccountsPage = () => <EmptyState title="Accounts" />;
