/** Named people and a node, each with a seed of one repeated byte, and small words for what tests expect. */
import assert from 'node:assert/strict';
import { didOfSeed } from '../crypto/didkey.ts';
import { Refused } from '../crypto/refusal.ts';

export interface Person {
  seed: Uint8Array;
  did: string;
}

async function person(byte: number): Promise<Person> {
  const seed = new Uint8Array(32).fill(byte);
  return { seed, did: await didOfSeed(seed) };
}

export const asha = await person(1);
export const bilal = await person(2);
export const node = await person(90);
export const otherNode = await person(91);

export async function refuses(code: string, work: () => unknown): Promise<void> {
  await assert.rejects(async () => await work(), why => why instanceof Refused && why.code === code || why as Error);
}

export const hex = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'hex'));
