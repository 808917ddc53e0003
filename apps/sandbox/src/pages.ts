import type { KeptMail } from './mailbox.ts';

export function listPage(mails: readonly KeptMail[]): string {
  const rows = mails
    .slice(0, 200)
    .map(
      (mail) =>
        `<tr><td><a href="/mails/${mail.id}">${escapeHtml(mail.subject || '(no subject)')}</a></td>` +
        `<td>${escapeHtml(mail.to.join(', '))}</td><td><time>${escapeHtml(mail.receivedAt)}</time></td></tr>`,
    )
    .join('');
  const table = rows
    ? `<table><thead><tr><th>Subject</th><th>To</th><th>Received</th></tr></thead><tbody>${rows}</tbody></table>`
    : '<p>No mail yet. What the portals send arrives here.</p>';
  return page(
    'Mailbox',
    `<h1>Mailbox</h1><form method="post" action="/clear"><button>Clear</button> <a href="/">Look again</a></form>${table}`,
  );
}

export function mailPage(mail: KeptMail): string {
  const html = mail.html
    ? `<h2>As HTML</h2><iframe title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mails/${mail.id}/html"></iframe>`
    : '';
  return page(
    mail.subject || 'Mail',
    `<p><a href="/">All mail</a></p><h1>${escapeHtml(mail.subject || '(no subject)')}</h1>` +
      `<p>From ${escapeHtml(mail.from)} to ${escapeHtml(mail.to.join(', '))}, ${escapeHtml(mail.receivedAt)}</p>` +
      `<h2>As text</h2><pre>${withLinks(mail.text)}</pre>${html}`,
  );
}

export function missingPage(): string {
  return page('Not here', '<h1>Not here</h1><p>This mail is gone. <a href="/">All mail</a></p>');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, index) =>
      index % 2 === 1 ? `<a href="${escapeHtml(part)}" rel="noreferrer">${escapeHtml(part)}</a>` : escapeHtml(part),
    )
    .join('');
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} · StudySpot sandbox</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c2a33}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.5rem;border-bottom:1px solid #d5dde2;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f4f7f8;padding:1rem}iframe{width:100%;height:32rem;border:1px solid #d5dde2;background:#fff}</style>
<body>${body}</body></html>`;
}
