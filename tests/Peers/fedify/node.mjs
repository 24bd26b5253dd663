// The server itself: its people, what it shows, and what it does of its own accord with what it receives.
import { createFederation, generateCryptoKeyPair, InProcessMessageQueue, MemoryKvStore } from '@fedify/fedify';
import {
  Accept, Activity, Application, Block, Endpoints, Follow, isActor, Move, Note, Person, PUBLIC_COLLECTION, Reject, Undo,
} from '@fedify/vocab';
import { documentOf } from './inspection.mjs';

// Signs what nobody in particular asks for, and is shown to everybody.
export const instance = 'instance';

export function createNode({ origin, people: names, firstKnock, answerFollows, rsaBits, demandsSignatures }) {
  const person = (name) => ({
    name, displayName: name[0].toUpperCase() + name.slice(1), summary: null, followers: new Map(), following: new Set(),
    outbox: [], aliases: [], successor: null, keys: null,
  });
  const node = {
    origin,
    answerFollows,
    people: new Map([...names, instance].map((name) => [name, person(name)])),
    notes: new Map(), // id → { note, author, readers: null (everybody) or actor ids }
    failures: [],
  };
  const federation = createFederation({
    kv: new MemoryKvStore(),
    // Without a queue for what comes in, a request is answered after it was handled. What it brings about is sent later.
    queue: { outbox: new InProcessMessageQueue({ pollInterval: { milliseconds: 50 } }) },
    origin,
    firstKnock,
    allowPrivateAddress: true,
    userAgent: { software: 'Fediverse/1.0.0', url: origin },
    // Each try is to be seen by a test, not smoothed over.
    outboxRetryPolicy: () => null,
    circuitBreaker: false,
    onOutboxError: (error, activity) => { node.failures.push({ activityId: activity?.id?.href ?? null, problem: error.message }); },
  });
  node.federation = federation;
  node.context = () => federation.createContext(new URL(origin), { inbox: null });

  // Keys are asked for with a signature too, by those whom everybody answers.
  const signerOf = async (ctx) => ctx.getSignedKeyOwner({ documentLoader: await ctx.getDocumentLoader({ identifier: instance }) });
  const isWelcome = async (ctx, name) => !demandsSignatures || name === instance || (await signerOf(ctx)) !== null;
  const list = (items) => ({ items: [...items], nextCursor: null });

  federation.setActorDispatcher('/users/{identifier}', (ctx, name) => actorOf(ctx, node.people.get(name)))
    .setKeyPairsDispatcher((_, name) => (node.people.has(name) ? keysOf(node.people.get(name), rsaBits) : []))
    .mapHandle((_, name) => (node.people.has(name) ? name : null))
    .authorize(isWelcome);
  federation.setFollowersDispatcher('/users/{identifier}/followers', (_, name) => list(node.people.get(name)?.followers.values() ?? []))
    .setCounter((_, name) => node.people.get(name)?.followers.size ?? 0)
    .authorize(isWelcome);
  federation.setFollowingDispatcher('/users/{identifier}/following', (_, name) =>
    list([...node.people.get(name)?.following ?? []].map((id) => new URL(id))))
    .setCounter((_, name) => node.people.get(name)?.following.size ?? 0)
    .authorize(isWelcome);
  federation.setOutboxDispatcher('/users/{identifier}/outbox', (_, name) =>
    list((node.people.get(name)?.outbox ?? []).map((sent) => sent.activity).filter(isPublic).reverse()))
    .authorize(isWelcome);
  federation.setObjectDispatcher(Note, '/notes/{id}', (ctx, { id }) => node.notes.get(ctx.getObjectUri(Note, { id }).href)?.note ?? null)
    .authorize(async (ctx, { id }) => {
      const readers = node.notes.get(ctx.getObjectUri(Note, { id }).href)?.readers ?? null;
      return readers === null ? isWelcome(ctx) : readers.has((await signerOf(ctx))?.id?.href);
    });
  federation.setNodeInfoDispatcher('/nodeinfo/2.1', () => ({
    software: { name: 'fediverse', version: '1.0.0' },
    protocols: ['activitypub'],
    usage: { users: { total: names.length }, localPosts: node.notes.size, localComments: 0 },
  }));
  // Every activity comes here: only the listener of the nearest type is called.
  federation.setInboxListeners('/users/{identifier}/inbox', '/inbox')
    .setSharedKeyDispatcher(() => ({ identifier: instance }))
    .on(Activity, async (ctx, activity) => {
      ctx.data.isHandled = true;
      ctx.data.document = await documentOf(activity, ctx);
      await react(node, ctx, activity);
    });
  return node;
}

async function actorOf(ctx, person) {
  if (person === undefined) {
    return null;
  }
  const keys = await ctx.getActorKeyPairs(person.name);
  const kind = person.name === instance ? Application : Person;
  return new kind({
    id: ctx.getActorUri(person.name),
    preferredUsername: person.name,
    name: person.displayName,
    summary: person.summary,
    inbox: ctx.getInboxUri(person.name),
    endpoints: new Endpoints({ sharedInbox: ctx.getInboxUri() }),
    outbox: ctx.getOutboxUri(person.name),
    followers: ctx.getFollowersUri(person.name),
    following: ctx.getFollowingUri(person.name),
    manuallyApprovesFollowers: false,
    publicKey: keys[0].cryptographicKey,
    assertionMethods: keys.map((key) => key.multikey),
    aliases: person.aliases.map((id) => new URL(id)),
    successor: person.successor === null ? null : new URL(person.successor),
  });
}

// One promise for all that ask at once: keys of 4,096 bits take seconds.
function keysOf(person, rsaBits) {
  const rsa = { name: 'RSASSA-PKCS1-v1_5', modulusLength: rsaBits, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' };
  person.keys ??= Promise.all([crypto.subtle.generateKey(rsa, true, ['sign', 'verify']), generateCryptoKeyPair('Ed25519')]);
  return person.keys;
}

function isPublic(activity) {
  return [...activity.toIds, ...activity.ccIds].some((id) => id.href === PUBLIC_COLLECTION.href);
}

async function react(node, ctx, activity) {
  const actor = activity.actorId.href;
  const named = (id) => { const place = ctx.parseUri(id); return place?.type === 'actor' ? node.people.get(place.identifier) : undefined; };
  if (activity instanceof Follow) {
    await answerFollow(node, ctx, activity, named(activity.objectId));
  } else if (activity instanceof Accept) {
    followed(node, activity)?.following.add(actor);
  } else if (activity instanceof Reject) {
    followed(node, activity)?.following.delete(actor);
  } else if (activity instanceof Undo) {
    const undone = await activity.getObject(ctx);
    if (undone instanceof Follow) {
      named(undone.objectId)?.followers.delete(actor);
    }
  } else if (activity instanceof Block) {
    named(activity.objectId)?.followers.delete(actor);
    named(activity.objectId)?.following.delete(actor);
  } else if (activity instanceof Move && activity.objectId?.href === actor) {
    await followOn(node, ctx, actor, activity.targetId);
  }
}

// Who sent the Follow that is answered. Fedify does not believe what another server says it was, and would fetch it.
function followed(node, { objectId, actorId }) {
  return [...node.people.values()].find(({ outbox }) => outbox.some(({ activity }) =>
    activity instanceof Follow && activity.id.href === objectId?.href && activity.objectId.href === actorId.href));
}

async function answerFollow(node, ctx, follow, person) {
  const follower = await follow.getActor(ctx);
  if (person === undefined || follower === null || node.answerFollows === 'nothing') {
    return;
  }
  const kind = node.answerFollows === 'accept' ? Accept : Reject;
  if (kind === Accept) {
    person.followers.set(follower.id.href, { id: follower.id, inboxId: follower.inboxId, endpoints: follower.endpoints });
  }
  const answer = new kind({ id: newId(node, kind), actor: ctx.getActorUri(person.name), object: follow, to: follower.id });
  await ctx.sendActivity({ identifier: person.name }, follower, answer);
}

// Who followed the one that moves follows where it moves to, if that place says that it is the same.
async function followOn(node, ctx, from, to) {
  const target = await ctx.lookupObject(to);
  if (!isActor(target) || !target.aliasIds.some((id) => id.href === from)) {
    return;
  }
  for (const person of node.people.values()) {
    if (person.following.delete(from)) {
      const follow = new Follow({ id: newId(node, Follow), actor: ctx.getActorUri(person.name), object: target.id, to: target.id });
      person.outbox.push({ activity: follow, recipients: [target], prefersSharedInbox: false });
      await ctx.sendActivity({ identifier: person.name }, target, follow);
    }
  }
}

export function newId(node, kind) {
  return new URL(`/activities/${kind.name.toLowerCase()}-${crypto.randomUUID()}`, node.origin);
}
