/**
 * The canonical form of a JSON value, RFC 8785. Numbers and strings are written by the engine, whose rules are those
 * that the RFC refers to (ECMA-262 Number::toString and QuoteJSONString); members sort by UTF-16 code unit.
 */
import { Refused } from './refusal.ts';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Deepest nesting, as on the server. */
const depthLimit = 32;

/** Refuses what JSON has no word for: NaN, infinities, undefined, lone surrogates, other objects. */
export function canonicalize(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (value === null || typeof value === 'boolean') {
    return String(value);
  }
  if (typeof value === 'number' && Number.isFinite(value)) {
    return JSON.stringify(value);
  }
  if (typeof value === 'string') {
    return writeText(value);
  }
  if (depth < depthLimit && Array.isArray(value)) {
    return `[${value.map(item => write(item, depth + 1)).join(',')}]`;
  }
  if (depth < depthLimit && isPlain(value)) {
    const members = Object.keys(value).sort().map(name => `${writeText(name)}:${write(value[name], depth + 1)}`);
    return `{${members.join(',')}}`;
  }
  throw new Refused('jcs.value');
}

function writeText(text: string): string {
  if (/\p{Surrogate}/u.test(text)) {
    throw new Refused('jcs.value');
  }
  return JSON.stringify(text);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const parent: unknown = Object.getPrototypeOf(value);
  return parent === Object.prototype || parent === null;
}
