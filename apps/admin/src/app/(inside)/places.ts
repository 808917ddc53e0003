// Written by scripts/map.ts.
import { tenantPlace } from '../../features/tenants/tenant-place.tsx';

export const places = [tenantPlace];
