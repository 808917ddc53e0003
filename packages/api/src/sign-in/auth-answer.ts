/** Stands where next-auth expects a response and keeps what it wanted to say; the server decides what is sent. */
export class AuthAnswer {
  statusCode = 200;
  location: string | null = null;
  cookies: string[] = [];
  body: unknown = undefined;

  getHeader(name: string): unknown {
    return name.toLowerCase() === 'set-cookie' ? this.cookies : undefined;
  }

  setHeader(name: string, value: unknown): this {
    const key = name.toLowerCase();
    if (key === 'location') this.location = String(value);
    if (key === 'set-cookie') this.cookies = Array.isArray(value) ? value.map(String) : [String(value)];
    return this;
  }

  status(code: number): this {
    this.statusCode = code;
    return this;
  }

  json(body: unknown): void {
    this.body = body;
  }

  send(body: unknown): void {
    this.body = body;
  }

  end(): void {}
}

/** The request in the shape that next-auth reads, with the cookies it needs and no others. */
export interface AuthRequest {
  method: string;
  headers: Record<string, string>;
  query: { nextauth: string[] };
  cookies: Record<string, string>;
  body: Record<string, string>;
}
