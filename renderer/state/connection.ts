import { create } from 'zustand';

export type Connection = { engineReachable: boolean };

/** Whether the last request reached the engine. */
export const useConnection = create<Connection>(() => ({ engineReachable: true }));

export function reportReachable(engineReachable: boolean): void {
  if (useConnection.getState().engineReachable !== engineReachable)
    useConnection.setState({ engineReachable });
}
