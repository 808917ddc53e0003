/** A browser as far as sign-in goes: a jar of cookies, an Origin, redirects left to the test. */
export interface Asked {
  method?: string;
  body?: string | Record<string, unknown> | URLSearchParams;
  headers?: Record<string, string>;
  /** null sends no Origin at all. */
  origin?: string | null;
  /** The answer is lost on its way: its cookies never reach the jar. */
  lost?: boolean;
}

export interface Answer {
  status: number;
  headers: Headers;
  setCookies: string[];
  text: string;
  json: Record<string, unknown>;
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : { value };
  } catch {
    return {};
  }
}

export class Browser {
  jar = new Map<string, string>();
  readonly url: string;
  constructor(url: string) {
    this.url = url;
  }

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  copy(): Browser {
    const other = new Browser(this.url);
    other.jar = new Map(this.jar);
    return other;
  }

  keep(setCookies: readonly string[]): void {
    for (const cookie of setCookies) {
      const [pair = '', ...rest] = cookie.split(';');
      const at = pair.indexOf('=');
      const attributes = rest.map((part) => part.trim().toLowerCase());
      const expires = attributes.find((part) => part.startsWith('expires='))?.slice(8);
      const isOver = attributes.includes('max-age=0') || (expires !== undefined && Date.parse(expires) <= Date.now());
      if (isOver) this.jar.delete(pair.slice(0, at));
      else this.jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  async ask(path: string, asked: Asked = {}): Promise<Answer> {
    const { method = 'GET', body, origin = this.url, lost = false } = asked;
    const isJson = typeof body === 'object' && !(body instanceof URLSearchParams);
    const type = isJson ? 'application/json' : 'application/x-www-form-urlencoded';
    const headers: Record<string, string> = {
      cookie: this.cookie,
      ...(body !== undefined && { 'content-type': type }),
    };
    if (origin !== null && method !== 'GET') headers.origin = origin;
    const sent = isJson ? JSON.stringify(body) : body?.toString();
    const response = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...headers, ...asked.headers },
      ...(sent !== undefined && { body: sent }),
    });
    const text = await response.text();
    const setCookies = response.headers.getSetCookie();
    if (!lost) this.keep(setCookies);
    return { status: response.status, headers: response.headers, setCookies, text, json: parse(text) };
  }

  async csrf(): Promise<string> {
    return String((await this.ask('/api/auth/csrf')).json.csrfToken);
  }

  /** The plain form, as a page without script posts it. */
  async signIn(email: string, password: string, more: Asked = {}): Promise<Answer> {
    const body = new URLSearchParams({ csrfToken: await this.csrf(), email, password, callbackUrl: '/' });
    return this.ask('/api/auth/callback/credentials', { method: 'POST', body, ...more });
  }

  async signOut(): Promise<Answer> {
    const body = new URLSearchParams({ csrfToken: await this.csrf() });
    return this.ask('/api/auth/signout', { method: 'POST', body });
  }

  refresh(asked: Asked = {}): Promise<Answer> {
    return this.ask('/api/auth/refresh', { method: 'POST', ...asked });
  }

  call(procedure: string, input: Record<string, unknown> = {}, asked: Asked = {}): Promise<Answer> {
    return this.ask(`/api/trpc/${procedure}`, { method: 'POST', body: input, ...asked });
  }
}

/** The number of an error as the API answers it, or null. */
export function errorNumber(answer: Answer): number | null {
  const match = /"number":(\d{4})/.exec(answer.text);
  return match?.[1] === undefined ? null : Number(match[1]);
}
