export interface Layout {
  locale: 'en' | 'hi';
  subject: string;
  greeting: string;
  body: string;
  button: string;
  link: string;
  plainLink: string;
  footer: string;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);

/** The one shape of our mails: tables and inline styles, since mail programs know little else. */
export function htmlOf(mail: Layout): string {
  const [greeting, body, button, link, plainLink, footer, subject] = [
    mail.greeting,
    mail.body,
    mail.button,
    mail.link,
    mail.plainLink,
    mail.footer,
    mail.subject,
  ].map(escapeHtml);
  return `<!doctype html>
<html lang="${mail.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${subject}</title></head>
<body style="margin:0;background:#f4f5f7;font-family:system-ui,'Noto Sans Devanagari',sans-serif;color:#1d2433">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" style="max-width:520px;background:#fff;border-radius:12px" cellpadding="0" cellspacing="0">
<tr><td style="padding:28px 28px 8px;font-size:20px;font-weight:600">${subject}</td></tr>
<tr><td style="padding:8px 28px;font-size:16px;line-height:1.5">${greeting}</td></tr>
<tr><td style="padding:8px 28px;font-size:16px;line-height:1.5">${body}</td></tr>
<tr><td style="padding:16px 28px"><a href="${link}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#1f5eff;color:#fff;text-decoration:none;font-weight:600">${button}</a></td></tr>
<tr><td style="padding:8px 28px;font-size:13px;line-height:1.5;color:#5b6475">${plainLink}<br><a href="${link}" style="color:#1f5eff;word-break:break-all">${link}</a></td></tr>
<tr><td style="padding:16px 28px 28px;font-size:12px;color:#5b6475">${footer}</td></tr>
</table></td></tr></table>
</body>
</html>
`;
}

export function textOf(mail: Layout): string {
  return `${mail.greeting}\n\n${mail.body}\n\n${mail.button}: ${mail.link}\n\n${mail.footer}\n`;
}
