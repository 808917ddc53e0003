import { entityKind, type Query, type SQL } from 'drizzle-orm';
import {
  PgDatabase,
  PgDialect,
  PgPreparedQuery,
  PgSession,
  type PgTransaction,
  type PreparedQueryConfig,
  type SelectedFieldsOrdered,
} from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import type { Door } from './door.ts';
import { AppFault } from './faults.ts';
import { plainRows } from './plain-rows.ts';
import { rowMapper } from './row-mapper.ts';

type NoSchema = Record<string, never>;
type ResultMapper = (rows: unknown[][]) => unknown;

const dialect = new PgDialect();

class HandleQuery<T extends PreparedQueryConfig> extends PgPreparedQuery<T> {
  static override readonly [entityKind]: string = 'HandleQuery';
  private readonly door: Door;
  private readonly fields: SelectedFieldsOrdered | undefined;
  private readonly mapper: ResultMapper | undefined;
  // Set by Drizzle's select.
  joinsNotNullableMap: Record<string, boolean> | undefined;

  constructor(door: Door, query: Query, fields: SelectedFieldsOrdered | undefined, mapper: ResultMapper | undefined) {
    super(query, undefined, undefined, undefined);
    this.door = door;
    this.fields = fields;
    this.mapper = mapper;
  }

  override async execute(): Promise<T['execute']> {
    const { sql, params } = this.query;
    if (!this.fields && !this.mapper) return this.door.objects(sql, params);
    const rows = await this.door.rows(sql, params);
    if (this.mapper) return this.mapper(rows);
    return this.fields ? rows.map(rowMapper(this.fields, this.joinsNotNullableMap)) : rows;
  }
}

class HandleSession extends PgSession<PostgresJsQueryResultHKT> {
  static override readonly [entityKind]: string = 'HandleSession';
  private readonly door: Door;

  constructor(door: Door) {
    super(dialect);
    this.door = door;
  }

  override prepareQuery<T extends PreparedQueryConfig>(
    query: Query,
    fields: SelectedFieldsOrdered | undefined,
    _name: string | undefined,
    _arrays: boolean,
    mapper?: (rows: unknown[][]) => T['execute'],
  ): HandleQuery<T> {
    return new HandleQuery<T>(this.door, query, fields, mapper);
  }

  override transaction<T>(_run: (tx: PgTransaction<PostgresJsQueryResultHKT>) => Promise<T>): Promise<T> {
    return Promise.reject(new AppFault('statement', 'a handle has savepoints, no transactions of its own'));
  }
}

/** Drizzle on one door: made for one verb, so that a late query finds the door shut instead of someone else's turn. */
export class VerbHandle extends PgDatabase<PostgresJsQueryResultHKT, NoSchema> {
  static override readonly [entityKind]: string = 'VerbHandle';
  protected readonly door: Door;

  constructor(door: Door) {
    super(dialect, new HandleSession(door), undefined);
    this.door = door;
  }

  async run(query: SQL): Promise<Record<string, unknown>[]> {
    const { sql, params } = dialect.sqlToQuery(query);
    return plainRows(await this.door.objects(sql, params));
  }
}
