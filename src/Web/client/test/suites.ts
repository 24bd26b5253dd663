/** The public suites, read from where the data lies: POSTMONEY_TEST_DATA, or `shared/data` beside the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

// npm runs the tests in the folder of package.json, which is src/Web/client of the repository.
const root = process.env['POSTMONEY_TEST_DATA'] ?? resolve('../../../../shared/data');

/** For a test's options: the reason to skip it where the suite is missing. */
export function suite(folder: string): { skip: string | false } {
  return { skip: existsSync(resolve(root, folder)) ? false : 'skipped: no test data' };
}

export function readText(path: string): string {
  return readFileSync(resolve(root, path), 'utf8');
}

export function readJson<T>(path: string): T {
  return JSON.parse(readText(path)) as T;
}
