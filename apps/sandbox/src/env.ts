export const env = {
  host: process.env.SANDBOX_HOST ?? '127.0.0.1',
  httpPort: Number(process.env.SANDBOX_PORT ?? 3010),
  smtpPort: Number(process.env.SANDBOX_SMTP_PORT ?? 3011),
};
