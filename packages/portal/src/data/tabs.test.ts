import { expect, it } from 'vitest';
import { Tabs, type Word } from './tabs.tsx';

const soon = () => new Promise((resolve) => setTimeout(resolve, 20));
const change = (id: string) => ({ kind: 'library', id, event: `of ${id}` });
let names = 0;

function tab(name: string, from: string, isLeader: boolean) {
  const heard: Word[] = [];
  const tabs = new Tabs(
    name,
    from,
    () => isLeader,
    (word) => heard.push(word),
  );
  const ids = () => heard.flatMap(({ change: one, lost }) => [...(one ? [one.id] : []), ...(lost ? ['lost'] : [])]);
  return { tabs, ids };
}

it('tells each change once to every tab', async () => {
  const name = `t${++names}`;
  const [leader, follower] = [tab(name, 'a.1', true), tab(name, 'a.1', false)];
  leader.tabs.tell({ mark: 'a.2', change: change('x') });
  leader.tabs.tell({ mark: 'a.2', change: change('x') });
  leader.tabs.tell({ mark: 'a.9' });
  leader.tabs.tell({ mark: 'a.10', change: change('y') });
  await soon();
  expect([leader.ids(), follower.ids()]).toEqual([
    ['x', 'y'],
    ['x', 'y'],
  ]);
  leader.tabs.close();
  follower.tabs.close();
});

it('brings a tab that was frozen what it missed, and one that was away too long everything', async () => {
  const name = `t${++names}`;
  const leader = tab(name, 'a.1', true);
  for (let seq = 2; seq <= 4; seq++) leader.tabs.tell({ mark: `a.${seq}`, change: change(String(seq)) });
  const frozen = tab(name, 'a.2', false);
  frozen.tabs.catchUp();
  await soon();
  expect(frozen.ids()).toEqual(['3', '4']);
  // A word comes before it has asked: it notices the gap by itself.
  const asleep = tab(name, 'a.3', false);
  leader.tabs.tell({ mark: 'a.5' });
  await soon();
  expect(asleep.ids()).toEqual(['4']);
  for (let seq = 6; seq <= 200; seq++) leader.tabs.tell({ mark: `a.${seq}`, change: change(String(seq)) });
  const old = tab(name, 'a.1', false);
  old.tabs.catchUp();
  await soon();
  expect(old.ids()).toContain('lost');
  for (const one of [leader, frozen, asleep, old]) one.tabs.close();
});

it('begins anew when the server did', async () => {
  const name = `t${++names}`;
  const [leader, follower] = [tab(name, 'a.7', true), tab(name, 'a.7', false)];
  leader.tabs.tell({ mark: 'b.0', lost: true });
  leader.tabs.tell({ mark: 'b.1', change: change('x') });
  await soon();
  expect([leader.ids(), follower.ids()]).toEqual([
    ['lost', 'x'],
    ['lost', 'x'],
  ]);
  leader.tabs.close();
  follower.tabs.close();
});
