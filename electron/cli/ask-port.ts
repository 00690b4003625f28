import { createServer } from 'node:net';
import { once } from 'node:events';

export type PortHolder =
  { kind: 'free' } | { kind: 'sukli'; version: string; writer: string } | { kind: 'other' };

/** Who listens on a port of this machine: nobody, a Sukli, or another program. */
export async function askPort(port: number): Promise<PortHolder> {
  if (await isFree(port)) return { kind: 'free' };
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/health`, {
      signal: AbortSignal.timeout(2000),
    });
    const health: unknown = await answer.json();
    if (typeof health === 'object' && health !== null && 'register' in health && 'version' in health) {
      const { register, version } = health as { register: { writer?: unknown }; version: unknown };
      return { kind: 'sukli', version: String(version), writer: String(register.writer) };
    }
  } catch {
    // Not one of ours: whatever it says, it is not a till's health.
  }
  return { kind: 'other' };
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
