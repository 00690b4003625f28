import { EmptyState } from '../../ui/empty-state.tsx';

export const DayPage = () => <EmptyState title="Day" />;

export const JournalPage = () => <EmptyState title="Journal" />;
