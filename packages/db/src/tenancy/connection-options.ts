import { readFileSync } from 'node:fs';
import { connect, isIP, type Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';

const sslModes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;
type SslMode = (typeof sslModes)[number];

export interface Address {
  user: string;
  password: string;
  database: string;
  host: string;
  port: number;
  /** The unix socket, where `?host=/folder` names one. */
  path: string | null;
  sslMode: SslMode;
  /** The certificates that may sign the server's, instead of the system's. */
  rootCertificate: string | null;
}

function sslModeOf(given: string | null): SslMode {
  // As libpq: with TLS where the server has it. `require` and better are for networks that are not ours.
  if (given === null) return 'prefer';
  const mode = sslModes.find((one) => one === given);
  if (!mode) throw new Error(`sslmode is one of ${sslModes.join(', ')}`);
  return mode;
}

/**
 * `postgres://user:password@host:port/database`, with `?host=/folder` for a unix socket, `?sslmode=` and `?sslrootcert=`
 * (a file, or `system`) for TLS.
 */
export function parseAddress(url: string): Address {
  const parsed = new URL(url);
  const folder = parsed.searchParams.get('host');
  const port = Number(parsed.port || '5432');
  const root = parsed.searchParams.get('sslrootcert');
  const path = folder?.startsWith('/') ? `${folder}/.s.PGSQL.${port}` : null;
  return {
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database: decodeURIComponent(parsed.pathname.slice(1)),
    // An address of IPv6 stands in brackets, which are part of no name.
    host: parsed.hostname.replace(/^\[(.*)\]$/, '$1'),
    port,
    path,
    // There is no TLS on a unix socket.
    sslMode: path ? 'disable' : sslModeOf(parsed.searchParams.get('sslmode')),
    rootCertificate: root === null || root === 'system' ? null : readFileSync(root, 'utf8'),
  };
}

export const isTlsWanted = ({ sslMode }: Address): boolean => sslMode !== 'disable';
export const isTlsOptional = ({ sslMode }: Address): boolean => sslMode === 'allow' || sslMode === 'prefer';

/** Which certificates the server may show. As libpq: who requires TLS and names a root wants to see it. */
export function tlsOptions(address: Address): ConnectionOptions {
  const { host, sslMode, rootCertificate: ca } = address;
  // Said also for an address in figures: of a socket Node would take any host for "localhost".
  const known = { host, ...(ca === null ? {} : { ca }) };
  if (sslMode === 'verify-full') return known;
  const isChecked = sslMode === 'verify-ca' || (sslMode === 'require' && ca !== null);
  return isChecked ? { ...known, checkServerIdentity: () => undefined } : { rejectUnauthorized: false };
}

/** The same for the driver, which goes on without TLS only where it is told so by a word. */
export function driverSsl(address: Address): false | 'prefer' | ConnectionOptions {
  if (!isTlsWanted(address)) return false;
  return isTlsOptional(address) ? 'prefer' : tlsOptions(address);
}

/** What the driver is told of every connection of ours: one that lasts, and asks nothing before it is asked. */
export const driverOptions = (address: Address) => ({
  user: address.user,
  pass: address.password,
  database: address.database,
  host: address.host,
  port: address.port,
  ssl: driverSsl(address),
  max: 1,
  idle_timeout: 0,
  max_lifetime: null,
  connect_timeout: 5,
  fetch_types: false,
});

export function openSocket(address: Address): Socket {
  if (address.path) return connect(address.path);
  const socket = connect({ host: address.host, port: address.port, noDelay: true });
  // The driver's TLS handshake reads the server's name from the socket.
  if (!isIP(address.host)) Object.assign(socket, { host: address.host });
  return socket;
}
