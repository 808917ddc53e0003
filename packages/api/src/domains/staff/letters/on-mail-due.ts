import { memberLetters } from '../../../letters/member-letters.ts';

export const onMailDue = memberLetters({
  'member.invited': 'invitation',
  'member.invited_again': 'invitation',
  'member.reset_requested': 'reset',
});
