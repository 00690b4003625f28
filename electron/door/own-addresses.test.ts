import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { doorOfConnection } from './own-addresses.ts';

describe('the door of a connection', () => {
  it('is the network for another machine, under the address it dialled and our name', () => {
    const door = doorOfConnection({ localAddress: '192.168.1.5', remoteAddress: '192.168.1.20' }, 8000);
    expect(door).toMatchObject({ name: 'network', remoteAddress: '192.168.1.20' });
    expect(door.ownHosts).toContain('192.168.1.5:8000');
    expect(door.ownHosts).toContain(`${hostname().toLowerCase()}:8000`);
    expect(door.ownHosts).not.toContain('localhost:8000');
    expect(door.ownHosts).not.toContain('127.0.0.1:8000');
    expect(door.ownOrigins).toEqual(door.ownHosts.map((host) => `http://${host}`));
  });

  it('is the network for this machine when it dials its address on the network', () => {
    expect(doorOfConnection({ localAddress: '10.0.0.2', remoteAddress: '10.0.0.2' }, 1).name).toBe('network');
  });

  it('is loopback for what can only come from this machine', () => {
    for (const address of ['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1']) {
      expect(doorOfConnection({ localAddress: address, remoteAddress: address }, 1).name).toBe('loopback');
    }
  });

  it('is not loopback when the address is unknown', () => {
    expect(doorOfConnection({ localAddress: undefined, remoteAddress: undefined } as never, 1).name).toBe(
      'network',
    );
  });

  it('leaves the port out of the default one', () => {
    const door = doorOfConnection({ localAddress: '::1', remoteAddress: '::1' }, 80);
    expect(door.ownHosts).toContain('localhost');
    expect(door.ownHosts).toContain('localhost:80');
  });
});
