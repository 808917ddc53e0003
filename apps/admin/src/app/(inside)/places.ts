// Written by scripts/map.ts.
import { announcementPlace } from '../../features/announcements/announcement-place.tsx';
import { tenantPlace } from '../../features/tenants/tenant-place.tsx';

export const places = [tenantPlace, announcementPlace];
