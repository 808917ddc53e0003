import { draftMigration } from '../packages/db/src/migrations/draft.ts';

// npm run migration -- NAME: the next numbered file of drizzle/, drawn from what the tables declare.

const [title = ''] = process.argv.slice(2);

try {
  const name = await draftMigration(title);
  console.log(`drizzle/${name}.sql is drawn: read it, complete it, and say in its first line what it is for.`);
  console.log('To draw it again: remove it, and git checkout drizzle/meta.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
