// The platform is itself a row of `tenants`; its staff are its members.
export const PLATFORM_ID = '00000000-0000-7000-8000-000000000001';
