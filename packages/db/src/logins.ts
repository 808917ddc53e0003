import { createHmac } from 'node:crypto';

export const logins = {
  tenant: 'ss_tenant',
  platform: 'ss_platform',
  auth: 'ss_auth',
  system: 'ss_system',
  post: 'ss_post',
} as const;
export type Login = keyof typeof logins;

export function loginPassword(secret: string, login: string): string {
  return createHmac('sha256', secret).update(`studyspot login ${login}`).digest('base64url');
}

/** The address of each login, made from the migrator's address and the secret only the migration holds. */
export function loginUrls(databaseUrl: string, secret: string): Record<Login, string> {
  const url = (login: string) => {
    const address = new URL(databaseUrl);
    address.username = login;
    address.password = loginPassword(secret, login);
    return address.href;
  };
  return {
    tenant: url(logins.tenant),
    platform: url(logins.platform),
    auth: url(logins.auth),
    system: url(logins.system),
    post: url(logins.post),
  };
}
