/** The one door to libsodium. Nothing is compiled before the first call, so a page that only reads stays light. */
import type library from 'libsodium-wrappers-sumo';

export type Sodium = typeof library;

let loading: Promise<Sodium> | undefined;

export function loadSodium(): Promise<Sodium> {
  loading ??= import('libsodium-wrappers-sumo').then(async module => {
    await module.default.ready;
    return module.default;
  });
  return loading;
}
