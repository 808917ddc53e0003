export const TENANT_STATUSES = ['trial', 'active', 'suspended', 'expired'] as const;
export const PLANS = ['free', 'starter', 'professional', 'enterprise'] as const;
export const TENANT_SORTS = ['name', 'createdAt', 'status', 'endsAt'] as const;
