export const env = {
  // `next build` imports the route without any of these.
  databaseUrl: process.env.DATABASE_URL ?? '',
  databaseSocket: process.env.DATABASE_SOCKET,
};
