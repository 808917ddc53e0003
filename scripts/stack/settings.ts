import { existsSync } from 'node:fs';
import { inRoot } from './root.ts';

/** What `npm start` itself reads, besides the settings of the portals that it hands on. */
export const startSettings = [
  'OWNER_PORT',
  'ADMIN_PORT',
  'SANDBOX_PORT',
  'SANDBOX_SMTP_PORT',
  'WORKER_PORT',
  'POSTGRES_PORT',
] as const;

export interface Ports {
  owner: number;
  admin: number;
  sandbox: number;
  smtp: number;
  worker: number;
  postgres: number;
}

export const defaultPorts: Ports = {
  owner: 3000,
  admin: 3001,
  sandbox: 3010,
  smtp: 3011,
  worker: 3012,
  postgres: 54320,
};

export const portVariable: Record<keyof Ports, (typeof startSettings)[number]> = {
  owner: 'OWNER_PORT',
  admin: 'ADMIN_PORT',
  sandbox: 'SANDBOX_PORT',
  smtp: 'SANDBOX_SMTP_PORT',
  worker: 'WORKER_PORT',
  postgres: 'POSTGRES_PORT',
};

export function loadEnvFile(): void {
  const file = inRoot('.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

export function portsFromEnv(): Ports {
  const ports = { ...defaultPorts };
  for (const name of Object.keys(portVariable) as (keyof Ports)[]) {
    const value = process.env[portVariable[name]];
    if (value) ports[name] = Number(value);
  }
  return ports;
}
