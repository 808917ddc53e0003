import type { PersonScope } from '../../../procedures/context.ts';

export const listChoices = ({ identity, at }: PersonScope) => identity.choices(at);
