import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../shared/domain/result.ts';
import { createBootPlan } from './boot-plan.ts';

describe('a boot plan', () => {
  it('stops in the opposite order of the start, and once', async () => {
    const events: string[] = [];
    const plan = createBootPlan();
    plan.opened('log', 'log', (name) => void events.push(`stop ${name}`));
    await plan.phase(
      'engine',
      () => ok('engine'),
      (name) => void events.push(`stop ${name}`),
    );
    await plan.phase(
      'door',
      () => ok('door'),
      async (name) => void events.push(`stop ${name}`),
    );
    expect(plan.up).toEqual(['log', 'engine', 'door']);
    await Promise.all([plan.stop(), plan.stop()]);
    expect(events).toEqual(['stop door', 'stop engine', 'stop log']);
  });

  it('stops what is up when a phase fails, and gives its failure back', async () => {
    const events: string[] = [];
    const plan = createBootPlan();
    plan.opened('log', 0, () => void events.push('stop log'));
    const outcome = await plan.phase('engine', () => fail({ code: 'no', message: 'No.' }));
    expect(outcome).toEqual({ ok: false, failure: { code: 'no', message: 'No.' } });
    expect(events).toEqual(['stop log']);
    expect(plan.up).toEqual(['log']);
  });

  it('stops what is up when a phase throws', async () => {
    const events: string[] = [];
    const plan = createBootPlan();
    plan.opened('log', 0, () => void events.push('stop log'));
    const start = () => {
      throw new Error('broken');
    };
    await expect(plan.phase('engine', start)).rejects.toThrow('broken');
    expect(events).toEqual(['stop log']);
  });

  it('goes on stopping past a phase that cannot', async () => {
    const events: string[] = [];
    const plan = createBootPlan();
    plan.opened('log', 0, () => void events.push('stop log'));
    plan.opened('engine', 0, () => Promise.reject(new Error('stuck')));
    await expect(plan.stop()).rejects.toThrow('Not everything stopped');
    expect(events).toEqual(['stop log']);
  });
});
