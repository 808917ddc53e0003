/** As much of a browser as signing in and calling take. */
export interface Browserless {
  call(procedure: string, input: unknown): Promise<boolean>;
  page(path: string): Promise<boolean>;
}

export async function signIn(
  origin: string,
  { email, password }: { email: string; password: string },
): Promise<Browserless> {
  const jar = new Map<string, string>();
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) jar.set(name, value);
    }
    return response;
  };
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

  const form = await keep(await fetch(`${origin}/signin`)).text();
  const csrfToken = /name="csrfToken"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="csrfToken"/.exec(form);
  const body = new URLSearchParams({ csrfToken: csrfToken?.[1] ?? csrfToken?.[2] ?? '', email, password });
  const answer = keep(
    await fetch(`${origin}/api/auth/callback/credentials`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin, cookie: cookie(), 'content-type': 'application/x-www-form-urlencoded' },
      body,
    }),
  );
  const to = answer.headers.get('location') ?? '';
  if (answer.status >= 400 || to.includes('error'))
    throw new Error(`${email} could not sign in: ${answer.status} ${to}`);

  return {
    async call(procedure, input) {
      const response = keep(
        await fetch(`${origin}/api/trpc/${procedure}`, {
          method: 'POST',
          headers: { origin, cookie: cookie(), 'content-type': 'application/json' },
          ...(input !== undefined && { body: JSON.stringify(input) }),
        }),
      );
      await response.arrayBuffer();
      return response.status === 200;
    },
    async page(path) {
      const response = keep(await fetch(origin + path, { headers: { cookie: cookie() } }));
      await response.arrayBuffer();
      return response.status === 200;
    },
  };
}
