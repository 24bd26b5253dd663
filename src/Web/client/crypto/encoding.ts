/** Bytes and text: UTF-8, base64url without padding (RFC 4648 §5) and base58btc (multibase `z`). */
import { Refused } from './refusal.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

/** UTF-8 of a text. A lone surrogate is refused, because it would be replaced in silence. */
export function utf8(text: string): Bytes {
  if (/\p{Surrogate}/u.test(text)) {
    throw new Refused('encoding.utf8');
  }
  return encoder.encode(text);
}

/** Text of UTF-8 bytes; a byte order mark is kept, anything malformed is refused. */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused('encoding.utf8');
  }
}

export function concat(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) {
    binary += String.fromCharCode(byte);
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Strict: one text for one byte string, so stray bits, padding and white space are refused. */
export function fromBase64Url(text: string): Bytes {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) {
    throw new Refused('encoding.base64url');
  }
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, letter => letter.charCodeAt(0));
  if (toBase64Url(bytes) !== text) {
    throw new Refused('encoding.base64url');
  }
  return bytes;
}

const base58Letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

export function toBase58(bytes: Uint8Array): string {
  const digits: number[] = [];
  for (const byte of bytes) {
    let carry = byte;
    for (let at = 0; at < digits.length; at++) {
      carry += digits[at]! << 8;
      digits[at] = carry % 58;
      carry = Math.floor(carry / 58);
    }
    while (carry > 0) {
      digits.push(carry % 58);
      carry = Math.floor(carry / 58);
    }
  }
  return '1'.repeat(leading(bytes, 0)) + digits.reverse().map(digit => base58Letters[digit]).join('');
}

/** Decodes at most `limit` letters (the work grows with the square of the length). Default 128, enough for a signature. */
export function fromBase58(text: string, limit = 128): Bytes {
  if (text.length > limit) {
    throw new Refused('encoding.base58');
  }
  const values = Array.from(text, letter => base58Letters.indexOf(letter));
  if (values.includes(-1)) {
    throw new Refused('encoding.base58');
  }
  const bytes: number[] = [];
  for (const value of values) {
    let carry = value;
    for (let at = 0; at < bytes.length; at++) {
      carry += bytes[at]! * 58;
      bytes[at] = carry & 0xff;
      carry >>= 8;
    }
    while (carry > 0) {
      bytes.push(carry & 0xff);
      carry >>= 8;
    }
  }
  return Uint8Array.from([...new Array<number>(leading(values, 0)).fill(0), ...bytes.reverse()]);
}

function leading(values: ArrayLike<number>, wanted: number): number {
  let count = 0;
  while (count < values.length && values[count] === wanted) {
    count++;
  }
  return count;
}
