import { memberLetters } from '../../../letters/member-letters.ts';

export const onWelcomed = memberLetters({ 'member.welcomed': 'welcome', 'member.welcomed_again': 'welcome' });
