export const platformRoles = ['super_admin', 'admin', 'support', 'analyst'] as const;
export const businessRoles = ['owner', 'manager', 'staff'] as const;
export const departments = ['management', 'sales', 'finance', 'operations'] as const;
