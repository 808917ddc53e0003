import type { Edit } from '../testing/load-mutant.ts';
import type { cancelScenarios } from './cancel-scenarios.ts';
import type { changeScenarios } from './change-scenarios.ts';
import type { scenarios } from './handle-scenarios.ts';
import type { slotScenarios } from './slot-scenarios.ts';

export interface HandleMutant {
  name: string;
  edits: [Edit, ...Edit[]];
  caughtBy:
    | keyof typeof scenarios
    | keyof typeof changeScenarios
    | keyof typeof slotScenarios
    | keyof typeof cancelScenarios;
}

const edit = (file: string, from: string, to: string): Edit => ({ file: `tenancy/${file}`, from, to });

const neverShut = edit('door.ts', "    this.state = 'shut';\n", '');
const neverSettled = edit('run-verb.ts', '    await transaction.settled();\n', '');
const keepLeftOpen = edit(
  'run-verb.ts',
  "if ((leftOpen && !interruption.fault) || transaction.stale) slot.die('connection');",
  '',
);
const anyParameter = edit(
  'parameters.ts',
  '  throw new TypeError(\n',
  '  if (Number.isNaN(value)) return null;\n  return value as never;\n  throw new TypeError(\n',
);

export const handleMutants: HandleMutant[] = [
  {
    name: 'dead connection not noticed',
    edits: [edit('slot.ts', "() => this.die('connection'),", '() => undefined,')],
    caughtBy: 'a verb whose connection dies is answered at once',
  },
  {
    name: 'verb not raced against the death of its connection',
    edits: [
      edit(
        'run-verb.ts',
        'Promise.race([work, death, interruption.raised])',
        'Promise.race([death.catch(() => work), work])',
      ),
    ],
    caughtBy: 'a verb whose connection dies is answered at once',
  },
  { name: 'handle used after its verb ended', edits: [neverShut], caughtBy: 'a handle is of no use after its verb' },
  {
    name: 'handle goes on after its connection died',
    edits: [neverShut],
    caughtBy: 'a verb that goes on after its connection died reaches nobody',
  },
  {
    name: 'slot given on before the handle closed',
    edits: [
      edit('run-verb.ts', 'const leftOpen = door.shut();', 'const leftOpen = false;'),
      edit(
        'run-verb.ts',
        '    door.shut();\n    interruption.forget();',
        '    setTimeout(() => door.shut(), 50);\n    interruption.forget();',
      ),
    ],
    caughtBy: 'a handle is of no use after its verb',
  },
  {
    name: 'SET, COMMIT and COPY let through',
    edits: [edit('statement-text.ts', 'if (!query.test(text))', 'if (false)')],
    caughtBy: 'only queries pass',
  },
  {
    name: 'NUL let through in a text',
    edits: [edit('statement-text.ts', "if (text.includes('\\0'))", 'if (false)')],
    caughtBy: 'only queries pass',
  },
  {
    name: 'simple protocol for a query without parameters',
    edits: [edit('slot.ts', 'simple: false };', 'simple: parameters.length === 0 };')],
    caughtBy: 'one query is one statement',
  },
  {
    name: 'unsettled query at the end',
    edits: [neverSettled, keepLeftOpen],
    caughtBy: 'a query left behind is settled inside its transaction',
  },
  {
    name: 'parameters not checked',
    edits: [anyParameter],
    caughtBy: 'a bad parameter is refused before the driver sees it',
  },
  {
    name: 'client-side error keeps the slot',
    edits: [anyParameter, edit('slot.ts', "lost(this.die('connection', error))", 'lost(error)')],
    caughtBy: 'a bad parameter is refused before the driver sees it',
  },
  {
    name: 'parameters not counted',
    edits: [edit('parameters.ts', 'const most = 65_000;', 'const most = 100_000;')],
    caughtBy: 'too many parameters are refused before the driver sees them',
  },
  {
    name: "COMMIT's answer not looked at",
    edits: [edit('transaction.ts', "answer.command !== 'COMMIT' || slot.lostTransaction", 'slot.lostTransaction')],
    caughtBy: 'a swallowed failure is not a success',
  },
  {
    name: 'a read with a failure counts as ended well',
    edits: [edit('transaction.ts', "if (!isClean) return this.commit('read');", '')],
    caughtBy: 'a swallowed failure is not a success',
  },
  {
    name: 'commit of a read forgotten',
    edits: [edit('slot.ts', 'const words = this.awaitsCommit ?', 'const words = false ?')],
    caughtBy: 'a change after a read has a transaction of its own',
  },
  {
    name: 'commit of a read waits for ever',
    edits: [edit('slots.ts', 'setTimeout(() => this.commitReads(), commitWithinMs)', 'null')],
    caughtBy: 'a read that nothing follows is committed all the same',
  },
  {
    name: "answer to a read's commit not looked at",
    edits: [
      edit(
        'slot.ts',
        "if (answer?.command !== 'COMMIT' || this.lostTransaction) this.die('connection');",
        'void answer;',
      ),
    ],
    caughtBy: 'a commit that fails by itself costs the slot',
  },
  {
    name: 'unanswered ROLLBACK keeps the slot',
    edits: [edit('run-verb.ts', 'await transaction.rollback();', 'void transaction.rollback();')],
    caughtBy: 'a rollback without an answer costs the slot',
  },
  {
    name: 'lost commit told as not done',
    edits: [edit('transaction.ts', "mode === 'change' ? 'unknown' : 'none'", "'none'")],
    caughtBy: 'a commit without an answer is unknown',
  },
  {
    name: '"no transaction" not noticed',
    edits: [edit('slot.ts', 'this.lostTransaction = true;', 'this.lostTransaction = false;')],
    caughtBy: 'a transaction that never began costs the slot',
  },
  {
    name: 'claim not matched against the uuid pattern',
    edits: [edit('claim.ts', 'if (!isUuid(tenant))', 'if (false)')],
    caughtBy: 'a claim is a uuid',
  },
  {
    name: 'read transaction may write',
    edits: [edit('claim.ts', "'begin read only'", "'begin'")],
    caughtBy: 'a read cannot write',
  },
  {
    name: 'no deadline',
    edits: [edit('interruption.ts', "this.interrupt('deadline'), Math", 'undefined, Math')],
    caughtBy: 'a deadline ends a verb and frees its slot',
  },
  {
    name: 'mutation without an event',
    edits: [edit('run-verb.ts', 'if (!entry.silent && !change?.told.length)', 'if (false)')],
    caughtBy: 'a change without an event is not committed',
  },
  {
    name: 'undone event counts',
    edits: [edit('change-handle.ts', 'change.told.length = before.told;', '')],
    caughtBy: 'an event taken back by a savepoint does not count',
  },
  {
    name: 'savepoint not rolled back',
    edits: [edit('change-handle.ts', '`rollback to savepoint', '`savepoint')],
    caughtBy: 'a savepoint takes back a failure',
  },
  {
    name: 'second claim sent before the gate answered',
    edits: [
      edit(
        'run-verb.ts',
        'const { actor } = await gate;',
        "const actor = { userId: entry.session, name: '' } as never;",
      ),
    ],
    caughtBy: 'a change waits for the gate',
  },
  {
    name: "platform's doors open while it acts for a tenant",
    edits: [edit('change-handle.ts', '    this.door.lend();\n', '')],
    caughtBy: 'the platform acts for one tenant and comes back',
  },
  {
    name: 'claim does not come back',
    edits: [edit('change-handle.ts', 'await transaction.command(back)', 'await transaction.command(there)')],
    caughtBy: 'the platform acts for one tenant and comes back',
  },
  {
    name: 'plans of all tenants used for one',
    edits: [edit('change-handle.ts', 'new Door(transaction, forOneTenant)', 'new Door(transaction)')],
    caughtBy: 'what is asked for a tenant has plans of its own',
  },
  {
    name: 'constraints checked under the claim that came next',
    edits: [edit('claim.ts', 'set constraints all immediate; ', '')],
    caughtBy: 'what a change leaves to its commit is checked under the claim it was written under',
  },
  {
    name: 'a tenant acts for another',
    edits: [edit('change-handle.ts', "if (entry.login !== 'platform')", 'if (false)')],
    caughtBy: 'only the platform acts for a tenant',
  },
  {
    name: 'a tenant within another',
    edits: [edit('change-handle.ts', 'if (change.isAway)', 'if (false)')],
    caughtBy: 'the platform acts for one tenant at a time',
  },
  {
    name: 'lent handle stays open',
    edits: [edit('change-handle.ts', '      inner.shut();\n', '')],
    caughtBy: 'a handle lent for a tenant ends with its turn',
  },
  {
    name: 'trail takes any column',
    edits: [edit('recorder.ts', 'columns.filter((name) => name in values)', 'Object.keys(values)')],
    caughtBy: 'the trail holds allowed columns alone',
  },
  {
    name: 'one tenant may hold all connections',
    edits: [edit('slots.ts', 'const perLane = Math.ceil(size / 2);', 'const perLane = size;')],
    caughtBy: 'a tenant that floods keeps nobody out',
  },
  {
    name: 'one tenant may fill all waiting',
    edits: [
      edit('slots.ts', 'waitingPerLane: size * waitingPerSlotOfOneLane,', 'waitingPerLane: size * waitingPerSlot,'),
    ],
    caughtBy: 'a tenant that floods keeps nobody out',
  },
  {
    name: 'no room made for who waits in a shorter line',
    edits: [
      edit('waiting-lines.ts', 'pushedOut = lastOfLongest(lane, line.waiting.length);', 'pushedOut = undefined;'),
    ],
    caughtBy: 'a tenant that floods keeps nobody out',
  },
  {
    name: 'sessions wait in one line with strangers',
    edits: [edit('auth-slots.ts', "{ lane: 'session', key: asker", "{ lane: 'address', key: asker")],
    caughtBy: 'strangers keep out nobody who is signed in',
  },
  {
    name: 'each session waits in a line of its own',
    edits: [edit('auth-slots.ts', 'key: asker?.tenant ?? asker?.address ?? session', 'key: session')],
    caughtBy: 'one tenant keeps out nobody else who is signed in',
  },
  {
    name: 'no pause between tries of a server that is away',
    edits: [edit('back-off.ts', 'if (this.failures === 0) return true;', 'if (this.failures >= 0) return true;')],
    caughtBy: 'a server that is away is not stormed',
  },
  {
    name: 'a server that is back is not noticed',
    edits: [
      edit('back-off.ts', 'const mostMs = 1000;', 'const mostMs = 60_000;'),
      edit('back-off.ts', 'const firstMs = 50;', 'const firstMs = 5000;'),
    ],
    caughtBy: 'a server that is away is not stormed',
  },
  {
    name: 'a connection has no age',
    edits: [edit('slots.ts', 'else if (slot.isOld()) this.retire(slot);', '')],
    caughtBy: 'an old connection is replaced between verbs',
  },
  {
    name: 'a waiter without time is started',
    edits: [edit('slots.ts', 'if (performance.now() < waiter.deadlineAt) return waiter;', 'return waiter;')],
    caughtBy: 'who has no time left is not started',
  },
  {
    name: 'the going of a caller not noticed',
    edits: [edit('interruption.ts', "if (!this.isVerbOver) this.interrupt('aborted');", 'void this.isVerbOver;')],
    caughtBy: 'a read whose caller has gone ends, and its connection goes on',
  },
  {
    name: 'nothing is cancelled',
    edits: [edit('run-verb.ts', 'if (transaction.settled()) await transaction.slot.cancel();', '')],
    caughtBy: 'a read whose caller has gone ends, and its connection goes on',
  },
  {
    name: 'slot given on before its cancel has ended',
    edits: [
      edit(
        'run-verb.ts',
        'if (transaction.settled()) await transaction.slot.cancel();',
        'if (transaction.settled()) void transaction.slot.cancel();',
      ),
    ],
    caughtBy: 'a cancel that comes late hits nobody',
  },
  {
    name: "a cancel request's end not waited for",
    edits: [
      edit(
        'cancel-request.ts',
        'ready.write(cancelMessage(backend));',
        'ready.write(cancelMessage(backend), () => resolve());',
      ),
    ],
    caughtBy: 'a cancel that comes late hits nobody',
  },
  {
    name: 'a cancel that failed keeps the slot',
    edits: [edit('slot.ts', "      this.die('connection', error);\n    }\n  }", '      void error;\n    }\n  }')],
    caughtBy: 'a cancel that does not come through costs the slot',
  },
  {
    name: 'connection cut at a deadline',
    edits: [
      edit('interruption.ts', 'this.raise(this.fault);', "this.raise(this.fault);\n    this.slot.die('deadline');"),
    ],
    caughtBy: 'a slow statement is cancelled at its deadline, not its connection cut',
  },
  {
    name: 'connection of identity cut at a deadline',
    edits: [edit('auth-slots.ts', 'stopped = slot.cancel();', "slot.die('deadline');")],
    caughtBy: 'a slow identity function is cancelled at its deadline',
  },
  {
    name: 'a verb that was interrupted may still speak',
    edits: [edit('transaction.ts', "if (this.isOver) throw new AppFault('closed', 'the transaction is over');", '')],
    caughtBy: 'an interrupted verb that goes on moves no claim',
  },
  {
    name: 'a change stopped by the going of its caller',
    edits: [
      edit('database.ts', 'change: async (entry, verb) =>', 'change: async (entry, verb, ...more: never[]) =>'),
      edit(
        'database.ts',
        'runChange(slotsOf(entry), entry, { deadlineMs }, verb)',
        'runChange(slotsOf(entry), entry, { deadlineMs, signal: more[0] } as never, verb)',
      ),
      edit('run-verb.ts', "{ deadlineMs }: Omit<Limits, 'signal'>,", '{ deadlineMs, signal }: Limits,'),
      edit('run-verb.ts', "wayOf(entry), { deadlineMs }, 'change'", "wayOf(entry), { deadlineMs, signal }, 'change'"),
    ],
    caughtBy: 'a change is not stopped by the going of its caller',
  },
];
