// Written by scripts/map.ts.
import { announcementPlace } from '../../features/announcements/announcement-place.tsx';
import { libraryPlace } from '../../features/libraries/library-place.tsx';
import { tenantPlace } from '../../features/tenants/tenant-place.tsx';

export const places = [tenantPlace, libraryPlace, announcementPlace];
