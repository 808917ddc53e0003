import { expect, test } from 'vitest';
import { openLog } from './log.ts';
import { logSparingly } from './log-sparingly.ts';

test('what strangers can cause is written ten times a minute, and then how often it was left out', () => {
  const lines: Record<string, unknown>[] = [];
  const to = { write: (line: string) => void lines.push(JSON.parse(line)) };
  const time = { now: 1_000_000 };
  const sparingly = logSparingly(openLog({ level: 'info', portal: 'owner', to }), () => time.now);
  for (let i = 0; i < 5_000; i++) sparingly('warn', { address: `10.0.0.${i}` }, 'origin refused');
  sparingly('warn', {}, 'another');
  expect(lines).toHaveLength(11);
  time.now += 60_000;
  sparingly('warn', {}, 'origin refused');
  sparingly('warn', {}, 'origin refused');
  expect(lines.slice(11)).toMatchObject([{ leftOut: 4_990 }, { msg: 'origin refused' }]);
  expect(lines[12]).not.toHaveProperty('leftOut');
});
