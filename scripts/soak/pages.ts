import { randomUUID } from 'node:crypto';
import { demoSignIns } from '../../packages/api/src/demo/sign-ins.ts';
import { rawConnection } from '../../packages/db/src/raw-connection.ts';
import { testStack } from '../stack/test-stack.ts';
import { type Answered, type Browserless, signIn } from './browserless.ts';

type Connection = ReturnType<typeof rawConnection>;

/** Whatever has a list and records stands for all that has. */
const specimen = 'libraries';
const BUSINESSES = 4;
const PEOPLE = 10;
const ROUNDS = 25;

interface Business {
  id: string;
  /** Stands in its name, in the names of its records and in those of its people, and nowhere else. */
  mark: string;
  record: string;
  people: Array<{ email: string; mark: string; member: string }>;
}

/** Forty people of four businesses read and turn pages at once: no answer holds a byte of another's. */
export async function run({ scale }: { scale: number; seed: number }): Promise<{ passed: boolean; line: string }> {
  const { stack, stop } = await testStack({ CHANGES_PER_MINUTE: '1000000', READS_PER_MINUTE: '1000000' });
  try {
    await stack.start();
    const sql = rawConnection(stack.database().url);
    const businesses = await Promise.all(Array.from({ length: BUSINESSES }, () => addBusiness(sql)));
    const [first, second] = businesses;
    if (!first || !second) throw new Error('two businesses are wanted');
    const wanderer = await addPerson(sql, first, 'wanderer');
    await addMembership(sql, second.id, wanderer);
    await sql.end();

    const origin = `http://localhost:${stack.options.ports.owner}`;
    const password = demoSignIns.owner[0]?.password ?? '';
    const tally: Tally = { answers: 0, faults: [] };
    const rounds = Math.max(2, Math.round(ROUNDS * scale));
    const readers: Array<() => Promise<void>> = [];
    // One after the other: of all at once some would be told to try again.
    for (const business of businesses)
      for (const person of business.people) {
        const browser = await signIn(origin, { email: person.email, password });
        readers.push(() => read(browser, business, person, businesses, tally));
      }
    const browser = await signIn(origin, { email: wanderer.email, password });
    await Promise.all([
      ...readers.map(async (readAll) => {
        for (let round = 0; round < rounds; round++) await readAll();
      }),
      wander(browser, [first, second], rounds, businesses, tally),
    ]);
    const { answers, faults } = tally;
    const wanted = BUSINESSES * PEOPLE * rounds;
    return {
      passed: faults.length === 0 && answers > wanted,
      line: `${answers} answers to ${BUSINESSES * PEOPLE + 1} people of ${BUSINESSES} businesses, ${faults.length} wrong${faults
        .slice(0, 5)
        .map((fault) => `; ${fault}`)
        .join('')}`,
    };
  } finally {
    await stop();
  }
}

interface Tally {
  answers: number;
  faults: string[];
}

const foreignTo = (own: Business, all: readonly Business[]) =>
  all.filter(({ id }) => id !== own.id).map(({ mark }) => mark);

function look(tally: Tally, what: string, answer: Answered, must: readonly string[], never: readonly string[]): void {
  tally.answers += 1;
  const { status, text } = answer;
  const missing = must.filter((mark) => !text.includes(mark));
  const foreign = never.filter((mark) => text.includes(mark));
  if (foreign.length > 0) tally.faults.push(`${what}: ${foreign.length} of another's marks (${status})`);
  else if (missing.length > 0) tally.faults.push(`${what}: not one's own (${status})`);
}

async function read(
  browser: Browserless,
  own: Business,
  person: Business['people'][number],
  all: readonly Business[],
  tally: Tally,
): Promise<void> {
  const foreign = foreignTo(own, all);
  const colleagues = own.people.filter(({ mark }) => mark !== person.mark).map(({ mark }) => mark);
  const other = all.find(({ id }) => id !== own.id);
  const pages: Array<[path: string, must: string[], never: string[]]> = [
    ['/', [own.mark, person.mark], foreign],
    [`/${specimen}`, [own.mark], foreign],
    [`/${specimen}?q=${other?.mark}`, [own.mark], foreign.filter((mark) => mark !== other?.mark)],
    [`/${specimen}/${own.record}`, [own.mark], foreign],
    [`/${specimen}/${other?.record}`, [], foreign],
    ['/staff', [own.mark, ...colleagues], foreign],
    [`/staff/${person.member}`, [person.mark], [...foreign, ...colleagues]],
    ['/profile', [person.mark], [...foreign, ...colleagues]],
  ];
  for (const [path, must, never] of pages) {
    look(tally, path, await browser.turn(path), must, never);
    look(tally, path, await browser.page(path), must, never);
  }
  const input = { limit: 20, filters: { q: own.mark } };
  look(tally, 'its list', await browser.call(`${specimen}.list`, input), [own.mark], foreign);
}

/** Who works for two: after each switch everything is of the one chosen. */
async function wander(
  browser: Browserless,
  places: readonly [Business, Business],
  rounds: number,
  all: readonly Business[],
  tally: Tally,
): Promise<void> {
  for (let round = 0; round < rounds * 2; round++) {
    const place = places[round % 2 === 0 ? 0 : 1];
    const { status } = await browser.call('identity.chooseTenant', { tenantId: place.id });
    if (status !== 200) tally.faults.push(`the switch was answered ${status}`);
    for (const path of ['/', `/${specimen}`, '/staff']) {
      const never = foreignTo(place, all);
      look(tally, `${path} after a switch`, await browser.turn(path), [place.mark], never);
      look(tally, `${path} after a switch`, await browser.page(path), [place.mark], never);
    }
  }
}

const newMark = () => `zq${randomUUID().replaceAll('-', '').slice(0, 12)}`;

async function addBusiness(sql: Connection): Promise<Business> {
  const business: Business = { id: randomUUID(), mark: newMark(), record: randomUUID(), people: [] };
  const { id, mark, record } = business;
  await sql`insert into tenants (id, name, slug, email, status)
    values (${id}, ${`Halls ${mark}`}, ${id}, ${`${mark}@example.test`}, 'active')`;
  await sql`
    insert into ${sql(specimen)} select (jsonb_populate_record(null::${sql(specimen)}, to_jsonb(l) || jsonb_build_object(
        'id', case n when 1 then ${record}::uuid else gen_random_uuid() end, 'tenant_id', ${id}::uuid,
        'name', 'Hall ' || n || ' ' || ${mark}::text, 'code', 'H-' || n))).*
      from (select * from ${sql(specimen)} limit 1) l, generate_series(1, 20) n`;
  for (let n = 0; n < PEOPLE; n++) await addPerson(sql, business, `person ${n}`);
  return business;
}

interface Person {
  id: string;
  name: string;
  email: string;
}

async function addPerson(sql: Connection, business: Business, name: string): Promise<Person> {
  const mark = newMark();
  const person = { id: randomUUID(), name: `${name} ${mark}`, email: `${mark}@example.test` };
  await sql`
    insert into users select (jsonb_populate_record(null::users, to_jsonb(u) || ${sql.json({ ...person })})).*
      from users u where email = ${demoSignIns.owner[0]?.email ?? ''}`;
  const member = await addMembership(sql, business.id, person);
  if (name !== 'wanderer') business.people.push({ email: person.email, mark, member });
  return person;
}

async function addMembership(sql: Connection, tenant: string, { id, name, email }: Person): Promise<string> {
  const member = randomUUID();
  await sql`insert into memberships (id, tenant_id, user_id, role, name, email, accepted_at)
    values (${member}, ${tenant}, ${id}, 'owner', ${name}, ${email}, now())`;
  return member;
}
