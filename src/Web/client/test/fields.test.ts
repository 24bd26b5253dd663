import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftBody, partsOf, valueOf } from '../flows/fields.ts';

const canary = 'canary-4711';
const inputs = [
  { name: 'payload.accessCode', part: 'accessCode', value: canary },
  { name: 'payload.note', part: 'note', value: '  ' },
];

test('A private input is never posted, even when the form still had its name', () => {
  const entries = [['Title', 'Ladder'], ['payload.accessCode', canary], ['payload.note', canary], ['payload.accessCode', 'again']] as const;
  const body = draftBody(entries, inputs).toString();

  assert.equal(body, 'Title=Ladder&sealed=accessCode');
  assert.ok(!body.includes('canary'));
});

test('The draft is asked to seal the parts that were filled in, and no others', () => {
  assert.deepEqual(draftBody([['sealed', 'everything']], inputs).getAll('sealed'), ['accessCode']);
  assert.deepEqual(draftBody([], []).getAll('sealed'), []);
});

test('A file in the form is not posted with the draft', () => {
  assert.equal(draftBody([['Photo', new File(['x'], 'x.png')], ['Title', 'Ladder']], []).toString(), 'Title=Ladder');
});

test('Two inputs of one part become its two lines', () => {
  const lines = partsOf([{ name: 'a', part: 'code', value: 'left 12' }, { name: 'b', part: 'code', value: 'right 34' }]);
  assert.deepEqual([...lines], [['code', 'left 12\nright 34']]);
});

test('A field is found by its plain name, and by that before any prefixed one', () => {
  const entries = [['Offer.Title', 'Prefixed'], ['title', 'Plain'], ['Subtitle', 'Other']] as const;
  assert.equal(valueOf(entries, 'title'), 'Plain');
  assert.equal(valueOf(entries.slice(0, 1), 'title'), 'Prefixed');
  assert.equal(valueOf(entries.slice(2), 'title'), undefined);
  assert.equal(valueOf([['details.title', 'A book’s title'], ['Input.Details.Title', 'Another']], 'title'), undefined);
});
