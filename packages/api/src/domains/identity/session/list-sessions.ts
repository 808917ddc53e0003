import type { PersonScope } from '../../../procedures/context.ts';

export const listSessions = ({ identity, at }: PersonScope) => identity.sessions(at);
