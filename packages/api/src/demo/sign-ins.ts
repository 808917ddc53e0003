interface DemoSignIn {
  email: string;
  password: string;
  about: string;
}

const password = 'Owner@12345';

/** Public on purpose: they exist in demo databases alone. */
export const demoSignIns: { owner: DemoSignIn[]; admin: DemoSignIn[] } = {
  owner: [
    { email: 'rajesh.sharma@gyanlibrary.in', password, about: 'Gyan Library, Jaipur and Ajmer' },
    { email: 'sneha.kulkarni@vidyarooms.in', password, about: 'Vidya Reading Rooms, Pune and Nagpur' },
    { email: 'amit.kumar@saraswatistudy.in', password, about: 'Saraswati Study Point, Patna' },
    { email: 'priya.nair@gmail.com', password, about: 'manager in Jaipur and in Pune: chooses after signing in' },
  ],
  admin: [
    { email: 'admin@studyspot.com', password: 'Admin@12345', about: 'super admin' },
    { email: 'support@studyspot.com', password: 'Admin@12345', about: 'support' },
  ],
};

export const demoPassword = password;
