import type * as z from 'zod/mini';
import type { createLibraryInput } from '../domains/libraries/schema.ts';
import type { inviteStaffInput } from '../domains/staff/schema.ts';
import type { createTenantInput } from '../domains/tenants/schema.ts';

type Library = Omit<z.input<typeof createLibraryInput>, 'requestKey'>;
type Member = Pick<z.input<typeof inviteStaffInput>, 'email' | 'name' | 'role'> & {
  /** Left open, so that the list shows an invitation too. */
  waits?: true;
};

export interface DemoTenant {
  tenant: Omit<z.input<typeof createTenantInput>, 'requestKey'>;
  libraries: Library[];
  staff: Member[];
}

const day = { open: '06:00', close: '23:00' };
const everyDay = [day, day, day, day, day, day, day];
const sundayOff = [day, day, day, day, day, day, null];
const allNight = everyDay.map(() => ({ open: '06:00', close: '02:00' }));

function library(
  [code, name, address, city, state, pincode]: [string, string, string, string, Library['state'], string],
  more: Partial<Library> & Pick<Library, 'phone' | 'capacity'>,
): Library {
  return {
    code,
    name,
    address,
    city,
    state,
    pincode,
    email: null,
    position: null,
    hours: everyDay,
    managerName: null,
    managerPhone: null,
    managerEmail: null,
    amenities: ['wifi', 'drinking_water', 'washroom', 'charging_points'],
    ...more,
  };
}

const priya = { email: 'priya.nair@gmail.com', name: 'Priya Nair' };

export const demoTenants: DemoTenant[] = [
  {
    tenant: {
      name: 'Gyan Library',
      email: 'hello@gyanlibrary.in',
      phone: '0141-2745610',
      city: 'Jaipur',
      state: 'RJ',
      plan: 'professional',
      ownerName: 'Rajesh Sharma',
      ownerEmail: 'rajesh.sharma@gyanlibrary.in',
      ownerPhone: '9829012345',
    },
    libraries: [
      library(['JPR-VN', 'Gyan Vaishali Nagar', '14 Amrapali Circle, Vaishali Nagar', 'Jaipur', 'RJ', '302021'], {
        phone: '9829012345',
        capacity: 120,
        position: { latitude: 26.9124, longitude: 75.7433 },
        managerName: 'Priya Nair',
        managerPhone: '9828711204',
        amenities: ['wifi', 'ac', 'power_backup', 'drinking_water', 'separate_washroom', 'lockers', 'cctv', 'parking'],
      }),
      library(['JPR-GP', 'Gyan Gopalpura', '203 Gopalpura Bypass, near Triveni Nagar', 'Jaipur', 'RJ', '302018'], {
        phone: '9829012346',
        capacity: 90,
        hours: allNight,
      }),
      library(['AJM-01', 'Gyan Ajmer', 'Opp. Mayo College, Alwar Gate', 'Ajmer', 'RJ', '305001'], {
        phone: '9829012347',
        capacity: 60,
        hours: sundayOff,
      }),
    ],
    staff: [
      { ...priya, role: 'manager' },
      { email: 'deepak.meena@gyanlibrary.in', name: 'Deepak Meena', role: 'staff' },
      { email: 'kavita.rathore@gyanlibrary.in', name: 'Kavita Rathore', role: 'staff', waits: true },
    ],
  },
  {
    tenant: {
      name: 'Vidya Reading Rooms',
      email: 'office@vidyarooms.in',
      phone: '020-25530147',
      city: 'Pune',
      state: 'MH',
      plan: 'starter',
      ownerName: 'Sneha Kulkarni',
      ownerEmail: 'sneha.kulkarni@vidyarooms.in',
      ownerPhone: '9822054321',
    },
    libraries: [
      library(['PUN-SP', 'Vidya Sadashiv Peth', '1120 Tilak Road, Sadashiv Peth', 'Pune', 'MH', '411030'], {
        phone: '9822054321',
        capacity: 80,
        position: { latitude: 18.5074, longitude: 73.8477 },
        amenities: ['wifi', 'ac', 'drinking_water', 'washroom', 'reading_lamps', 'silent_zone', 'newspapers'],
      }),
      library(['NAG-DH', 'Vidya Dharampeth', '7 West High Court Road, Dharampeth', 'Nagpur', 'MH', '440010'], {
        phone: '9822054322',
        capacity: 55,
      }),
    ],
    staff: [
      { ...priya, role: 'manager' },
      { email: 'rohan.deshmukh@vidyarooms.in', name: 'Rohan Deshmukh', role: 'staff' },
    ],
  },
  {
    tenant: {
      name: 'Saraswati Study Point',
      email: 'contact@saraswatistudy.in',
      phone: '0612-2370981',
      city: 'Patna',
      state: 'BR',
      plan: 'free',
      ownerName: 'Amit Kumar',
      ownerEmail: 'amit.kumar@saraswatistudy.in',
      ownerPhone: '9431067890',
    },
    libraries: [
      library(['PAT-BR', 'Saraswati Boring Road', '2nd floor, Harihar Chamber, Boring Road', 'Patna', 'BR', '800001'], {
        phone: '9431067890',
        capacity: 70,
        amenities: ['wifi', 'power_backup', 'drinking_water', 'washroom', 'cctv', 'girls_section'],
      }),
    ],
    staff: [{ email: 'anjali.singh@saraswatistudy.in', name: 'Anjali Singh', role: 'manager' }],
  },
];
