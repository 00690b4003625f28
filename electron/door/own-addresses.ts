import type { Socket } from 'node:net';
import { hostname } from 'node:os';
import type { Door } from '../engine/api/door.ts';

/**
 * The door that a connection came through, and the addresses that are ours there. On the shop's network only the
 * address that was dialled and this machine's name count, so that a page of another name cannot reach in.
 */
export function doorOfConnection(socket: Pick<Socket, 'localAddress' | 'remoteAddress'>, port: number): Door {
  const remoteAddress = plainAddress(socket.remoteAddress ?? '');
  const localAddress = plainAddress(socket.localAddress ?? '');
  const loopback = isLoopback(remoteAddress) && isLoopback(localAddress);
  const machine = hostname().toLowerCase();
  const names = loopback
    ? ['127.0.0.1', 'localhost', '[::1]']
    : [bracketed(localAddress), machine, `${machine.replace(/\.local$/, '')}.local`];
  const ownHosts = names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  return {
    name: loopback ? 'loopback' : 'network',
    remoteAddress,
    ownHosts,
    ownOrigins: ownHosts.map((host) => `http://${host}`),
  };
}

function plainAddress(address: string): string {
  return address.replace(/^::ffff:/, '');
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}

function bracketed(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}
