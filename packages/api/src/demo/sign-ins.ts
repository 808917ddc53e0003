export interface DemoSignIn {
  email: string;
  password: string;
  /** For the terminal of whoever starts the demo. */
  about: string;
}

export const demoSignIns: Record<'admin' | 'owner', DemoSignIn[]> = {
  admin: [
    { email: 'admin@studyspot.com', password: 'Admin@12345', about: 'super admin' },
    { email: 'kavita.menon@studyspot.com', password: 'Admin@12345', about: 'support' },
  ],
  owner: [
    { email: 'rajesh.sharma@gyanlibrary.in', password: 'Owner@12345', about: 'owner, Gyan Library, Jaipur and Ajmer' },
    { email: 'sneha.kulkarni@vidyarooms.in', password: 'Owner@12345', about: 'owner, Vidya Reading Rooms, Pune' },
    { email: 'anil.kumar@saraswatistudy.in', password: 'Owner@12345', about: 'owner, Saraswati Study Point, Patna' },
    { email: 'pooja.verma@example.in', password: 'Owner@12345', about: 'works for Gyan and for Vidya' },
  ],
};
