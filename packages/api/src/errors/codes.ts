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
  /** What the wire and the addresses of pages carry. */
  number: number;
  trpc: Outcome;
  level: Level;
}

/** Every error that may leave, by the name it is thrown with. */
export const codes = {
  unauthorized: { number: 1001, trpc: 'UNAUTHORIZED', level: 'info' },
  invalid_token: { number: 1002, trpc: 'BAD_REQUEST', level: 'info' },
  token_expired: { number: 1003, trpc: 'UNAUTHORIZED', level: 'debug' },
  insufficient_permissions: { number: 1004, trpc: 'FORBIDDEN', level: 'warn' },
  invalid_credentials: { number: 1005, trpc: 'UNAUTHORIZED', level: 'info' },
  account_inactive: { number: 1006, trpc: 'FORBIDDEN', level: 'info' },
  second_factor_needed: { number: 1007, trpc: 'UNAUTHORIZED', level: 'info' },
  validation: { number: 2001, trpc: 'BAD_REQUEST', level: 'debug' },
  required_field_missing: { number: 2002, trpc: 'BAD_REQUEST', level: 'debug' },
  invalid_format: { number: 2003, trpc: 'BAD_REQUEST', level: 'debug' },
  duplicate_entry: { number: 2004, trpc: 'CONFLICT', level: 'info' },
  conflict: { number: 2005, trpc: 'CONFLICT', level: 'info' },
  not_found: { number: 3001, trpc: 'NOT_FOUND', level: 'info' },
  already_exists: { number: 3002, trpc: 'CONFLICT', level: 'info' },
  deleted: { number: 3003, trpc: 'NOT_FOUND', level: 'info' },
  changed_meanwhile: { number: 3004, trpc: 'CONFLICT', level: 'info' },
  insufficient_balance: { number: 4001, trpc: 'UNPROCESSABLE_CONTENT', level: 'info' },
  subscription_expired: { number: 4002, trpc: 'FORBIDDEN', level: 'info' },
  limit_exceeded: { number: 4003, trpc: 'UNPROCESSABLE_CONTENT', level: 'info' },
  tenant_suspended: { number: 4004, trpc: 'FORBIDDEN', level: 'info' },
  too_many_calls: { number: 4005, trpc: 'TOO_MANY_REQUESTS', level: 'warn' },
  payment_gateway: { number: 5001, trpc: 'BAD_GATEWAY', level: 'error' },
  sms: { number: 5002, trpc: 'BAD_GATEWAY', level: 'error' },
  email: { number: 5003, trpc: 'BAD_GATEWAY', level: 'error' },
  database: { number: 6001, trpc: 'INTERNAL_SERVER_ERROR', level: 'error' },
  server: { number: 6002, trpc: 'INTERNAL_SERVER_ERROR', level: 'error' },
  unavailable: { number: 6003, trpc: 'SERVICE_UNAVAILABLE', level: 'error' },
} as const satisfies Record<string, CodeEntry>;

export type Code = keyof typeof codes;
