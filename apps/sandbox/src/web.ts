import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Fault, parseFault } from './faults.ts';
import type { Mailbox } from './mailbox.ts';
import { listPage, mailPage, missingPage } from './pages.ts';

const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'";
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

interface Parts {
  mailbox: Mailbox;
  fault: { now: Fault };
}

export function makeWebServer(parts: Parts): Server {
  return createServer((request, response) => {
    answer(parts, request, response).catch(() => {
      if (!response.headersSent) send(response, 400, 'text/plain', 'bad request');
    });
  });
}

async function answer({ mailbox, fault }: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const [first, second, third] = url.pathname.slice(1).split('/');
  const asked = `${request.method} /${first}`;
  if (asked === 'GET /healthz') return send(response, 200, 'text/plain', 'ok');
  if (asked === 'GET /') return send(response, 200, 'text/html', listPage(mailbox.list()));
  if (asked === 'POST /clear') {
    mailbox.clear();
    response.writeHead(303, { location: '/' }).end();
    return;
  }
  if (asked === 'GET /mails' && second !== undefined) {
    const mail = mailbox.find(second);
    if (!mail) return send(response, 404, 'text/html', missingPage());
    if (third === 'html') return send(response, 200, 'text/html', `<base target="_blank">${mail.html}`, MAIL_POLICY);
    return send(response, 200, 'text/html', mailPage(mail));
  }
  if (first === 'api') return answerJson({ mailbox, fault }, request, response, url, second, third);
  send(response, 404, 'text/html', missingPage());
}

async function answerJson(
  { mailbox, fault }: Parts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  what?: string,
  id?: string,
): Promise<void> {
  const json = (status: number, body: unknown) => send(response, status, 'application/json', JSON.stringify(body));
  const asked = `${request.method} ${what}`;
  if (asked === 'GET mails' && id === undefined)
    return json(200, mailbox.list(url.searchParams.get('to') ?? undefined));
  if (asked === 'GET mails' && id !== undefined) {
    const mail = mailbox.find(id);
    return mail ? json(200, mail) : json(404, { error: 'no such mail' });
  }
  if (asked === 'DELETE mails') {
    mailbox.clear();
    return json(200, { cleared: true });
  }
  if (asked === 'PUT fault') {
    const next = parseFault(JSON.parse(await bodyOf(request)));
    if (!next)
      return json(400, { error: 'a fault is none, refuse, busy, hang, drop, or delay with delayMs up to 60000' });
    fault.now = next;
    return json(200, next);
  }
  json(404, { error: 'no such address' });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
    if (body.length > 10_000) throw new Error('too large');
  }
  return body;
}

function send(response: ServerResponse, status: number, type: string, body: string, policy = PAGE_POLICY): void {
  response
    .writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    .end(body);
}
