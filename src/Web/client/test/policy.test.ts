import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { build } from 'esbuild';

const folders = ['.', 'crypto', 'flows', 'keys', 'page', 'ui'];
const sources = folders.flatMap(folder => readdirSync(folder).filter(name => name.endsWith('.ts')).map(name => `${folder}/${name}`));

test('No source parses markup, runs text as code, or writes handlers and styles into markup', () => {
  assert.ok(sources.length > 30);
  const forbidden = /innerHTML|outerHTML|insertAdjacentHTML|DOMParser|document\.write|srcdoc|\beval\(|new Function|\.style\b|'style'|'on[a-z]+':/;
  for (const source of sources) {
    assert.doesNotMatch(readFileSync(source, 'utf8'), forbidden, source);
  }
});

test('The script of every page carries neither libsodium nor any other code that touches a key', async () => {
  const { metafile } = await build({ entryPoints: ['page.ts'], bundle: true, write: false, metafile: true });
  const carried = Object.keys(metafile.inputs);
  assert.deepEqual(carried.filter(path => /node_modules|crypto\/|flows\//.test(path)), []);
  assert.deepEqual(carried.filter(path => path.startsWith('keys/')), ['keys/rest.ts']);
});

test('No file names a package registry in the lock file', () => {
  assert.doesNotMatch(readFileSync('package-lock.json', 'utf8'), /"resolved"|https?:\/\/(?!opencollective|github)/);
});
