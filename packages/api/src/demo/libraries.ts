import type * as z from 'zod/mini';
import type { createLibraryInput } from '../domains/libraries/schema.ts';
import type { inviteStaffInput } from '../domains/staff/schema.ts';
import type { createTenantInput } from '../domains/tenants/schema.ts';

type Library = Omit<z.input<typeof createLibraryInput>, 'requestKey'>;
type Tenant = Omit<z.input<typeof createTenantInput>, 'requestKey'>;
type Invitation = Pick<z.input<typeof inviteStaffInput>, 'email' | 'name' | 'role'> & { accepts: boolean };

export interface DemoTenant {
  tenant: Tenant;
  libraries: Library[];
  staff: Invitation[];
}

const day = (open: string, close: string) => ({ open, close });
const everyDay = (open: string, close: string): Library['hours'] => Array.from({ length: 7 }, () => day(open, close));
const restSunday = (open: string, close: string): Library['hours'] => [...everyDay(open, close).slice(0, 6), null];

export const demoTenants: DemoTenant[] = [
  {
    tenant: {
      name: 'Gyan Library',
      email: 'office@gyanlibrary.in',
      phone: '+91 94140 12345',
      city: 'Jaipur',
      state: 'RJ',
      plan: 'professional',
      ownerName: 'Rajesh Sharma',
      ownerEmail: 'rajesh.sharma@gyanlibrary.in',
      ownerPhone: '94140 12345',
    },
    libraries: [
      {
        name: 'Gyan Library, Malviya Nagar',
        code: 'JPR-MN',
        address: '14, Satkar Shopping Centre, Malviya Nagar',
        city: 'Jaipur',
        state: 'RJ',
        pincode: '302017',
        phone: '94140 12346',
        email: 'malviyanagar@gyanlibrary.in',
        position: { latitude: 26.8549, longitude: 75.8243 },
        capacity: 120,
        hours: everyDay('06:00', '23:00'),
        managerName: 'Sunita Meena',
        managerPhone: '98290 45678',
        managerEmail: 'sunita.meena@gyanlibrary.in',
        amenities: ['wifi', 'ac', 'power_backup', 'lockers', 'cctv', 'charging_points'],
      },
      {
        name: 'Gyan Library, Gopalpura',
        code: 'JPR-GP',
        address: '2nd floor, Riddhi Siddhi Circle, Gopalpura Bypass',
        city: 'Jaipur',
        state: 'RJ',
        pincode: '302018',
        phone: '94140 12347',
        email: null,
        position: { latitude: 26.8654, longitude: 75.7873 },
        capacity: 200,
        hours: everyDay('00:00', '24:00'),
        managerName: 'Vikram Rathore',
        managerPhone: '97991 22334',
        managerEmail: null,
        amenities: ['wifi', 'ac', 'power_backup', 'drinking_water', 'separate_washroom', 'cctv', 'newspapers'],
      },
      {
        name: 'Gyan Library, Vaishali Nagar',
        code: 'AJM-VN',
        address: '5, Vaishali Nagar Main Road, near Anasagar',
        city: 'Ajmer',
        state: 'RJ',
        pincode: '305006',
        phone: '0145-2642233',
        email: 'ajmer@gyanlibrary.in',
        position: null,
        capacity: 80,
        hours: restSunday('07:00', '22:00'),
        managerName: null,
        managerPhone: null,
        managerEmail: null,
        amenities: ['wifi', 'drinking_water', 'reading_lamps'],
      },
    ],
    staff: [
      { email: 'sunita.meena@gyanlibrary.in', name: 'Sunita Meena', role: 'manager', accepts: true },
      { email: 'pooja.verma@example.in', name: 'Pooja Verma', role: 'staff', accepts: true },
      { email: 'deepak.saini@example.in', name: 'Deepak Saini', role: 'staff', accepts: false },
    ],
  },
  {
    tenant: {
      name: 'Vidya Reading Rooms',
      email: 'hello@vidyarooms.in',
      phone: '98220 54321',
      city: 'Pune',
      state: 'MH',
      plan: 'starter',
      ownerName: 'Sneha Kulkarni',
      ownerEmail: 'sneha.kulkarni@vidyarooms.in',
      ownerPhone: '98220 54321',
    },
    libraries: [
      {
        name: 'Vidya Reading Room, Sadashiv Peth',
        code: 'PUN-SP',
        address: '1184, Tilak Road, Sadashiv Peth',
        city: 'Pune',
        state: 'MH',
        pincode: '411030',
        phone: '98220 54322',
        email: null,
        position: { latitude: 18.5089, longitude: 73.8478 },
        capacity: 90,
        hours: everyDay('06:30', '22:30'),
        managerName: 'Amol Deshpande',
        managerPhone: '98500 67890',
        managerEmail: 'amol.deshpande@vidyarooms.in',
        amenities: ['wifi', 'power_backup', 'drinking_water', 'lockers', 'silent_zone'],
      },
      {
        name: 'Vidya Reading Room, Dharampeth',
        code: 'NGP-DP',
        address: '27, West High Court Road, Dharampeth',
        city: 'Nagpur',
        state: 'MH',
        pincode: '440010',
        phone: '98220 54323',
        email: null,
        position: null,
        capacity: 60,
        hours: everyDay('18:00', '06:00'),
        managerName: null,
        managerPhone: null,
        managerEmail: null,
        amenities: ['wifi', 'ac', 'cctv'],
      },
    ],
    staff: [
      { email: 'amol.deshpande@vidyarooms.in', name: 'Amol Deshpande', role: 'manager', accepts: true },
      { email: 'pooja.verma@example.in', name: 'Pooja Verma', role: 'manager', accepts: true },
    ],
  },
  {
    tenant: {
      name: 'Saraswati Study Point',
      email: 'contact@saraswatistudy.in',
      phone: '99340 11223',
      city: 'Patna',
      state: 'BR',
      plan: 'free',
      ownerName: 'Anil Kumar',
      ownerEmail: 'anil.kumar@saraswatistudy.in',
      ownerPhone: '99340 11223',
    },
    libraries: [
      {
        name: 'Saraswati Study Point, Boring Road',
        code: 'PAT-BR',
        address: 'Above Hari Niwas Complex, Boring Road',
        city: 'Patna',
        state: 'BR',
        pincode: '800001',
        phone: '99340 11224',
        email: null,
        position: { latitude: 25.6129, longitude: 85.1188 },
        capacity: 150,
        hours: everyDay('05:00', '22:00'),
        managerName: null,
        managerPhone: null,
        managerEmail: null,
        amenities: ['wifi', 'power_backup', 'newspapers', 'girls_section'],
      },
    ],
    staff: [{ email: 'ritu.kumari@example.in', name: 'Ritu Kumari', role: 'staff', accepts: true }],
  },
];
