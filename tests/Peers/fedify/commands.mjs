// What a test may have the server do. Each sends at once and ends when everybody has answered; a refusal is its error.
// "as" is the name of a person here; an actor is given by id or by handle.
import { Temporal } from '@js-temporal/polyfill';
import { parseNodeInfo } from '@fedify/fedify/nodeinfo';
import {
  Activity, Announce, Block, Create, Delete, Flag, Follow, isActor, Like, Mention, Move, Note, PUBLIC_COLLECTION, Tombstone, Undo, Update,
} from '@fedify/vocab';
import { documentOf } from './inspection.mjs';
import { newId } from './node.mjs';

export function commandsOf(node, inspection) {
  const ctx = node.context();
  const loader = async (as) => ({ documentLoader: as === undefined ? ctx.documentLoader : await ctx.getDocumentLoader({ identifier: as }) });
  const personOf = (as) => node.people.get(as);

  async function find(what, as) {
    const found = await ctx.lookupObject(what, await loader(as));
    if (found === null) {
      throw new Error(`Nothing was found at ${what}.`);
    }
    return found;
  }

  async function findActor(what, as) {
    const found = await find(what, as);
    if (!isActor(found)) {
      throw new Error(`${what} is no actor.`);
    }
    return found;
  }

  async function authorOf(object, as) {
    return isActor(object) ? object : findActor(object.attributionId, as);
  }

  async function send(as, kind, members, recipients, prefersSharedInbox = false) {
    const activity = new kind({ id: newId(node, kind), actor: ctx.getActorUri(as), ...members });
    return transmit(as, activity, recipients, prefersSharedInbox);
  }

  async function transmit(as, activity, recipients, prefersSharedInbox) {
    personOf(as).outbox.push({ activity, recipients, prefersSharedInbox });
    await ctx.sendActivity({ identifier: as }, recipients, activity, { immediate: true, preferSharedInbox: prefersSharedInbox });
    return { activityId: activity.id.href, objectId: activity.objectId?.href ?? null };
  }

  const publicly = (as) => ({ to: PUBLIC_COLLECTION, cc: ctx.getFollowersUri(as) });
  const followersOf = (as) => [...personOf(as).followers.values()];

  function audience(as, to, mentioned) {
    const followers = ctx.getFollowersUri(as);
    const ids = mentioned.map((actor) => actor.id);
    switch (to) {
      case 'public': return { tos: [PUBLIC_COLLECTION], ccs: [followers, ...ids] };
      case 'unlisted': return { tos: [followers], ccs: [PUBLIC_COLLECTION, ...ids] };
      case 'followers': return { tos: [followers], ccs: ids };
      case 'direct': return { tos: ids, ccs: [] };
      default: throw new Error(`There is no audience ${to}.`);
    }
  }

  async function post({ as, text, to = 'public', mentions = [], inReplyTo, summary }) {
    const mentioned = await Promise.all(mentions.map((actor) => findActor(actor, as)));
    const answered = inReplyTo === undefined ? [] : [await authorOf(await find(inReplyTo, as), as)];
    const recipients = [...(to === 'direct' ? [] : followersOf(as)), ...mentioned, ...answered];
    const { tos, ccs } = audience(as, to, mentioned);
    const id = ctx.getObjectUri(Note, { id: crypto.randomUUID() });
    const note = new Note({
      id,
      attribution: ctx.getActorUri(as),
      content: paragraph(text),
      summary,
      sensitive: summary === undefined ? null : true,
      url: id,
      published: Temporal.Now.instant(),
      replyTarget: inReplyTo === undefined ? null : new URL(inReplyTo),
      tags: mentioned.map((actor) => new Mention({ href: actor.id, name: `@${actor.preferredUsername}@${actor.id.host}` })),
      tos,
      ccs,
    });
    const readers = to === 'public' || to === 'unlisted' ? null : new Set(recipients.map((one) => one.id.href));
    node.notes.set(id.href, { note, author: as, recipients, readers });
    return send(as, Create, { object: note, tos, ccs }, recipients, to !== 'direct');
  }

  async function update({ as, object, text }) {
    const kept = node.notes.get(object);
    kept.note = kept.note.clone({ content: paragraph(text), updated: Temporal.Now.instant() });
    return send(as, Update, { object: kept.note, tos: kept.note.toIds, ccs: kept.note.ccIds }, kept.recipients, true);
  }

  async function remove({ as, object }) {
    const { note, recipients } = node.notes.get(object);
    node.notes.delete(object);
    return send(as, Delete, { object: new Tombstone({ id: note.id }), tos: note.toIds, ccs: note.ccIds }, recipients, true);
  }

  async function follow({ as, actor }) {
    const followed = await findActor(actor, as);
    return send(as, Follow, { object: followed.id, to: followed.id }, [followed]);
  }

  async function undo({ as, activity: id }) {
    const { activity, recipients, prefersSharedInbox } = personOf(as).outbox.find((sent) => sent.activity.id.href === id);
    if (activity instanceof Follow) {
      personOf(as).following.delete(activity.objectId.href);
    }
    return send(as, Undo, { object: activity, tos: activity.toIds, ccs: activity.ccIds }, recipients, prefersSharedInbox);
  }

  async function like({ as, object }) {
    const author = await authorOf(await find(object, as), as);
    return send(as, Like, { object: new URL(object), to: author.id }, [author]);
  }

  async function announce({ as, object }) {
    const author = await authorOf(await find(object, as), as);
    const { to, cc } = publicly(as);
    return send(as, Announce, { object: new URL(object), published: Temporal.Now.instant(), to, ccs: [cc, author.id] }, [...followersOf(as), author], true);
  }

  async function flag({ as, actor, objects = [], text = '' }) {
    const reported = await findActor(actor, as);
    return send(as, Flag, { objects: [reported.id, ...objects.map((id) => new URL(id))], content: text, to: reported.id }, [reported], true);
  }

  async function block({ as, actor }) {
    const blocked = await findActor(actor, as);
    return send(as, Block, { object: blocked.id, to: blocked.id }, [blocked]);
  }

  // The new account has to name this one as its alias first.
  async function move({ as, target }) {
    const successor = await findActor(target, as);
    personOf(as).successor = successor.id.href;
    return send(as, Move, { object: ctx.getActorUri(as), target: successor.id, ...publicly(as) }, followersOf(as), true);
  }

  async function describe({ as, name, summary, aliases }) {
    const person = personOf(as);
    person.displayName = name ?? person.displayName;
    person.summary = summary ?? person.summary;
    person.aliases = aliases ?? person.aliases;
    const actor = await node.federation.createContext(new Request(node.origin), { inbox: null }).getActor(as);
    return send(as, Update, { object: actor, ...publicly(as) }, followersOf(as), true);
  }

  // Any activity at all, with "recipients" by id or handle. What Fedify has no words for is lost on its way out.
  async function sendAny({ as, activity: document, recipients }) {
    const id = document.id ?? newId(node, { name: document.type }).href;
    const activity = await Activity.fromJsonLd({ '@context': 'https://www.w3.org/ns/activitystreams', actor: ctx.getActorUri(as).href, ...document, id }, ctx);
    return transmit(as, activity, await Promise.all(recipients.map((actor) => findActor(actor, as))), false);
  }

  // Fedify's own look-up never asks private addresses, whatever it is told; its reader says null of what is no NodeInfo.
  async function nodeInfo({ origin }) {
    const { links } = await (await fetch(new URL('/.well-known/nodeinfo', origin))).json();
    const link = links.find(({ rel }) => rel.startsWith('http://nodeinfo.diaspora.software/ns/schema/2.'));
    return parseNodeInfo(await (await fetch(link.href)).json());
  }

  // A collection as Fedify walks it, pages and all: the ids of its items.
  async function collection({ address, as, limit = 100 }) {
    const options = { ...(await loader(as)), contextLoader: ctx.contextLoader };
    const ids = [];
    for await (const item of ctx.traverseCollection(await find(address, as), options)) {
      ids.push(item.id?.href ?? item.href?.href ?? null);
      if (ids.length === limit) {
        break;
      }
    }
    return ids;
  }

  return {
    post, update, delete: remove, follow, undo, like, announce, flag, block, move, describe, send: sendAny, collection,
    received: ({ since = 0 }) => inspection.received.slice(since),
    requests: ({ since = 0 }) => inspection.requests.slice(since),
    failures: () => node.failures,
    person: ({ as }) => ({ followers: [...personOf(as).followers.keys()], following: [...personOf(as).following] }),
    answerFollows: ({ by }) => { node.answerFollows = by; },
    lookup: async ({ what, as }) => documentOf(await find(what, as), ctx),
    load: async ({ address, as }) => (await (await loader(as)).documentLoader(address)).document,
    webFinger: ({ resource }) => ctx.lookupWebFinger(resource),
    nodeInfo,
    verifyProof: ({ document }) => inspection.proofs(document),
  };
}

function paragraph(text) {
  return `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`;
}
