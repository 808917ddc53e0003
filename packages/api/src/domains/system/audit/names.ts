/** What the trail tells of, by the kind it begins with: an event is called `tenant.created`. */
export const AUDIT_EVENTS = {
  tenant: ['created', 'updated', 'suspended', 'reactivated', 'removed', 'restored', 'welcomed_again', 'exported'],
  library: ['created', 'updated', 'status_changed', 'exported'],
  member: ['invited', 'invited_again', 'updated', 'removed', 'reset_requested', 'exported'],
  membership: ['accepted'],
  person: ['signed_in', 'sign_in_failed', 'session_reused', 'renamed', 'password_changed', 'email_changed'],
  setting: ['changed'],
  flag: ['changed'],
  views: ['kept'],
  audit: ['exported'],
} as const;
