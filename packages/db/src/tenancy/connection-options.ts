import { connect, isIP, type Socket } from 'node:net';

export interface Address {
  user: string;
  password: string;
  database: string;
  host: string;
  port: number;
  /** The unix socket, where `?host=/folder` names one. */
  path: string | null;
  ssl: false | 'require' | 'verify-full';
}

/** `postgres://user:password@host:port/database`, with `?host=/folder` for a unix socket and `?sslmode=` for TLS. */
export function parseAddress(url: string): Address {
  const parsed = new URL(url);
  const folder = parsed.searchParams.get('host');
  const port = Number(parsed.port || '5432');
  const mode = parsed.searchParams.get('sslmode') ?? 'disable';
  return {
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database: decodeURIComponent(parsed.pathname.slice(1)),
    host: parsed.hostname,
    port,
    path: folder?.startsWith('/') ? `${folder}/.s.PGSQL.${port}` : null,
    ssl: mode === 'disable' ? false : mode.startsWith('verify') ? 'verify-full' : 'require',
  };
}

export function openSocket(address: Address): Socket {
  if (address.path) return connect(address.path);
  const socket = connect({ host: address.host, port: address.port, noDelay: true });
  // The driver's TLS handshake reads the server's name from the socket.
  if (!isIP(address.host)) Object.assign(socket, { host: address.host });
  return socket;
}
