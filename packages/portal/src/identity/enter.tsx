export interface Entrance {
  csrf: string;
  email: string;
  password: string;
}

/** Signs in with what was typed a moment ago, by the same plain form as the sign-in page's. */
export function enter({ csrf, email, password }: Entrance): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/api/auth/callback/credentials';
  for (const [name, value] of Object.entries({ csrfToken: csrf, callbackUrl: '/', email, password })) {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  }
  document.body.append(form);
  form.submit();
}
