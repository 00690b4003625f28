import { EmptyState } from '../../ui/empty-state.tsx';

export const SettingsPage = () => <EmptyState title="Settings" />;
