export type Level = 'debug' | 'info' | 'warn' | 'error';

/** The tRPC names we use, with the numbers JSON-RPC and HTTP want for them. */
export const outcomes = {
  BAD_REQUEST: { rpc: -32600, status: 400 },
  UNAUTHORIZED: { rpc: -32001, status: 401 },
  FORBIDDEN: { rpc: -32003, status: 403 },
  NOT_FOUND: { rpc: -32004, status: 404 },
  METHOD_NOT_SUPPORTED: { rpc: -32005, status: 405 },
  CONFLICT: { rpc: -32009, status: 409 },
  PAYLOAD_TOO_LARGE: { rpc: -32013, status: 413 },
  UNPROCESSABLE_CONTENT: { rpc: -32022, status: 422 },
  TOO_MANY_REQUESTS: { rpc: -32029, status: 429 },
  INTERNAL_SERVER_ERROR: { rpc: -32603, status: 500 },
  BAD_GATEWAY: { rpc: -32603, status: 502 },
  SERVICE_UNAVAILABLE: { rpc: -32603, status: 503 },
} as const;

export type Outcome = keyof typeof outcomes;

interface CodeEntry {
  name: string;
  trpc: Outcome;
  level: Level;
}

export const codes = {
  1001: { name: 'unauthorized', trpc: 'UNAUTHORIZED', level: 'info' },
  1002: { name: 'invalid_token', trpc: 'BAD_REQUEST', level: 'info' },
  1003: { name: 'token_expired', trpc: 'UNAUTHORIZED', level: 'debug' },
  1004: { name: 'insufficient_permissions', trpc: 'FORBIDDEN', level: 'warn' },
  1005: { name: 'invalid_credentials', trpc: 'UNAUTHORIZED', level: 'info' },
  1006: { name: 'account_inactive', trpc: 'FORBIDDEN', level: 'info' },
  1007: { name: 'second_factor_needed', trpc: 'UNAUTHORIZED', level: 'info' },
  2001: { name: 'validation', trpc: 'BAD_REQUEST', level: 'debug' },
  2002: { name: 'required_field_missing', trpc: 'BAD_REQUEST', level: 'debug' },
  2003: { name: 'invalid_format', trpc: 'BAD_REQUEST', level: 'debug' },
  2004: { name: 'duplicate_entry', trpc: 'CONFLICT', level: 'info' },
  2005: { name: 'conflict', trpc: 'CONFLICT', level: 'info' },
  3001: { name: 'not_found', trpc: 'NOT_FOUND', level: 'info' },
  3002: { name: 'already_exists', trpc: 'CONFLICT', level: 'info' },
  3003: { name: 'deleted', trpc: 'NOT_FOUND', level: 'info' },
  3004: { name: 'changed_meanwhile', trpc: 'CONFLICT', level: 'info' },
  4001: { name: 'insufficient_balance', trpc: 'UNPROCESSABLE_CONTENT', level: 'info' },
  4002: { name: 'subscription_expired', trpc: 'FORBIDDEN', level: 'info' },
  4003: { name: 'limit_exceeded', trpc: 'UNPROCESSABLE_CONTENT', level: 'info' },
  4004: { name: 'tenant_suspended', trpc: 'FORBIDDEN', level: 'info' },
  4005: { name: 'too_many_calls', trpc: 'TOO_MANY_REQUESTS', level: 'warn' },
  5001: { name: 'payment_gateway', trpc: 'BAD_GATEWAY', level: 'error' },
  5002: { name: 'sms', trpc: 'BAD_GATEWAY', level: 'error' },
  5003: { name: 'email', trpc: 'BAD_GATEWAY', level: 'error' },
  6001: { name: 'database', trpc: 'INTERNAL_SERVER_ERROR', level: 'error' },
  6002: { name: 'server', trpc: 'INTERNAL_SERVER_ERROR', level: 'error' },
  6003: { name: 'unavailable', trpc: 'SERVICE_UNAVAILABLE', level: 'error' },
} as const satisfies Record<number, CodeEntry>;

export type Code = keyof typeof codes;
