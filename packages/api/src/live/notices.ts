import type { Domain, NoticeKind } from '../domains/domain.ts';
import * as order from '../domains/order.ts';

/** What people are told, by kind. Isomorphic. */
export const notices: Readonly<Record<string, NoticeKind>> = Object.assign(
  {},
  ...Object.values<Domain>(order).map((domain) => domain.notices),
);
