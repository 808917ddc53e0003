export const PLATFORM_ROLES = ['super_admin', 'admin', 'support', 'analyst'] as const;
export const TENANT_ROLES = ['owner', 'manager', 'staff'] as const;

export type PlatformRole = (typeof PLATFORM_ROLES)[number];
export type TenantRole = (typeof TENANT_ROLES)[number];
export type Role = PlatformRole | TenantRole;

export interface Grant {
  platform: readonly PlatformRole[];
  tenant: readonly TenantRole[];
  /** Kept by a library whose subscription ran out: it may pay and ask for help. */
  evenExpired?: true;
}

export type Grants = Readonly<Record<string, Grant>>;
