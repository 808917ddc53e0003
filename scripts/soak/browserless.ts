export interface Answered {
  status: number;
  text: string;
  /** The events of what was changed. */
  told: string[];
}

/** As much of a browser as signing in, calling and turning pages take. */
export interface Browserless {
  call(procedure: string, input: unknown): Promise<Answered>;
  page(path: string): Promise<Answered>;
  /** News of a business, as they come, until the stream ends or the signal does. */
  news(path: string, signal: AbortSignal): Promise<Response>;
  /** As a link inside asks for the page. */
  turn(path: string): Promise<Answered>;
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

  const { csrfToken } = await keep(await fetch(`${origin}/api/auth/csrf`)).json();
  const body = new URLSearchParams({ csrfToken, email, password });
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

  const ask = async (path: string, init: RequestInit = {}): Promise<Answered> => {
    const headers = { cookie: cookie(), ...init.headers };
    const answer = keep(await fetch(origin + path, { redirect: 'manual', ...init, headers }));
    const told = answer.headers.get('x-studyspot-told')?.split(',') ?? [];
    return { status: answer.status, text: await answer.text(), told };
  };
  return {
    call: (procedure, input) =>
      ask(`/api/trpc/${procedure}`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        ...(input !== undefined && { body: JSON.stringify(input) }),
      }),
    page: (path) => ask(path),
    news: (path, signal) => fetch(origin + path, { headers: { cookie: cookie() }, signal }),
    // Next sends it on to the address under which this answer may be kept.
    turn: (path) => ask(path, { headers: { rsc: '1' }, redirect: 'follow' }),
  };
}
