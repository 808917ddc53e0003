import { one, type SignInMutant } from './mutant.ts';

const authorize = 'sign-in/authorize.ts';
const throttle = 'sign-in/throttle.ts';
const line = 'sign-in/password-line.ts';

/** Mistakes that a flood of the sign-in page finds. */
export const floodMutants: SignInMutant[] = [
  one(
    'a refusal mails a link',
    'a refused address',
    authorize,
    'if (refusal) return',
    "if (refusal) signIn.later(() => signIn.identity.askLetter({ purpose: 'device', email: parsed.data.email, portal: 'owner', data: 'any' }));\n  if (refusal) return",
  ),
  one(
    'a refused login is looked up',
    'a refused address',
    authorize,
    'if (refusal) return',
    'if (refusal) void signIn.identity.findLogin(parsed.data.email);\n  if (refusal) return',
  ),
  one(
    'an address has no end of tries',
    'a refused address',
    throttle,
    "{ why: 'address', tally: ofAddress, key: addressKey(address) },",
    '',
  ),
  one(
    'unknown devices are counted by address',
    'one account from many addresses',
    throttle,
    'tally: ofStrangers, key: account }',
    'tally: ofStrangers, key: account + address }',
  ),
  one(
    'a password that is compared is not counted',
    'one account from many addresses',
    authorize,
    'found.right ? admission.right() : admission.wrong()',
    'false',
  ),
  one(
    'no link is mailed',
    'one account from many addresses',
    throttle,
    'mails.take(account).wrong();\n    return true;',
    'return false;',
  ),
  one(
    'the known wait in the line of strangers',
    'a known device does not wait',
    authorize,
    'knownDevice === null ? stranger(address) : known(account)',
    'stranger(address)',
  ),
  one(
    'room to send is looked for after the password',
    'a mail that may not be sent',
    'domains/identity/person/request-email-change.ts',
    'mustHaveRoomToSend(services, request);',
    '',
  ),
  one('one network may fill the line', 'one network has its share', line, 'most: 10 }', 'most: 1000 }'),
  one('one account may fill the lane', 'one network has its share', line, 'most: 3 }', 'most: 300 }'),
  one(
    'every refusal writes a line',
    'calls that are refused',
    'http/call-log.ts',
    "if (error?.code === 'too_many_calls') logSparingly('warn', line, 'call');\n  else ",
    '',
  ),
  one(
    'every foreign Origin writes a line',
    'calls that are refused',
    'open-app.ts',
    "services.logSparingly('warn', facts, what)",
    'log.warn(facts, what)',
  ),
];
