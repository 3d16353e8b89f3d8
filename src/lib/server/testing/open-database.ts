/** Opens a SQLite file with the steps given as JSON, and ends: for tests of processes that start at once. */
import { openSqlite } from '../store/sqlite';

const [file = '', steps = '[]'] = process.argv.slice(2);
await (await openSqlite(file, JSON.parse(steps) as string[])).close();
