/**
 * A passport says that an account of this server is its holder's (FEP-c390). The statement is written here, so that there is
 * nothing of the server's to compare but whose account it is.
 */
import { canonicalize } from '../crypto/jcs.ts';
import { type Signed, signDocument } from '../crypto/proof.ts';
import { demand } from '../crypto/refusal.ts';
import { findPassport } from '../keys/keystore.ts';
import { withSeed } from '../ui/unlock.ts';
import { handlerUrl, ownUrl, postJson } from './post.ts';
import { attribute, keepReady } from './ready.ts';
import { onAnswer } from './signin.ts';

export function bindIdentity(form: HTMLFormElement): void {
  const did = attribute(form, 'did');
  keepReady(form, async () => await findPassport(did) !== undefined);
  onAnswer(form, async say => {
    const actor = ownUrl(attribute(form, 'actor')).href;
    const created = new Date(attribute(form, 'created'));
    demand(did !== '' && !Number.isNaN(created.getTime()), 'page.incomplete');
    demand(await findPassport(did) !== undefined, 'keystore.absent');
    say('Waiting for your passphrase…');
    const record = await withSeed(did, seed => stateIdentity(did, actor, seed, created));
    say('Sending…');
    const answer = await postJson(handlerUrl(form, 'Statement'), canonicalize({ record }), form);
    location.assign(ownUrl(String(answer.body['location'] ?? location.href)));
    return 'leave';
  });
}

/** The statement stands in the actor's document and has no context of its own; its proof names the key by the DID alone. */
export function stateIdentity(did: string, actor: string, seed: Uint8Array, created: Date): Promise<Signed> {
  return signDocument({ type: 'VerifiableIdentityStatement', subject: did, alsoKnownAs: actor }, seed, created, did);
}
