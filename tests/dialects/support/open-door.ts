import { onTestFinished } from 'vitest';
import { createAnswer } from '../../../electron/door/answer-request.ts';
import { openHttpDoor } from '../../../electron/door/http-door.ts';
import { openTestEngine, type TestEngine } from '../../fixtures/engine.ts';

/** A till that is set up, behind its real HTTP door on any free port, on both loopback addresses. */
export async function openTillWithDoor(): Promise<{ till: TestEngine; port: number }> {
  const till = await openTestEngine();
  await till.setUp();
  const screens = async () => new Response('the screens');
  const door = await openHttpDoor({
    port: 0,
    shopNetwork: false,
    answer: createAnswer({ engine: till.engine, screens }),
  });
  if (!door.ok) throw new Error(door.failure.message);
  onTestFinished(() => door.value.close());
  return { till, port: door.value.port };
}
