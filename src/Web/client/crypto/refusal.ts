/** What may go wrong, by name, and the sentence a person reads about it. Never holds what was refused. */
const sentences = {
  'encoding.base64url': 'This text is not in the form we expect.',
  'encoding.base58': 'This text is not in the form we expect.',
  'encoding.utf8': 'This text has characters that cannot be stored.',
  'jcs.value': 'This document holds something that cannot be signed.',
  'key.form': 'This is not a passport identity we can use.',
  'key.point': 'This passport identity is not safe to use.',
  'proof.form': 'The signature is not of the kind we accept, so the document was not used.',
  'proof.context': 'The signature does not belong to this document, so it was not used.',
  'proof.signer': 'The document is signed by somebody else, so it was not used.',
  'proof.signature': 'The signature does not match the document, so it was not used.',
  'payload.tooLong': 'A private field is too long: at most 16 kilobytes.',
  'payload.damaged': 'The private details are damaged and cannot be opened.',
  'keyfile.form': 'This is not a passport file.',
  'keyfile.strength': 'This passport file is protected in a way we do not accept.',
  'keyfile.passphrase': 'That passphrase does not open this passport.',
  'keyfile.owner': 'This passport file says it belongs to another passport.',
  'keystore.unavailable': 'This browser does not let the page keep a passport. A private window or strict settings may be why.',
  'keystore.absent': 'This passport is not in this browser.',
  'draft.form': 'The server answered with a document we cannot read, so nothing was signed.',
  'draft.context': 'The server asked you to sign words with another meaning, so nothing was signed.',
  'draft.id': 'The server asked you to sign under an id that does not fit, so nothing was signed.',
  'draft.issuer': 'The server asked you to sign in another name, so nothing was signed.',
  'draft.authority': 'The server asked you to sign for another server, so nothing was signed.',
  'draft.type': 'The server asked you to sign another kind of document, so nothing was signed.',
  'draft.differs': 'The server asked you to sign something other than what you wrote, so nothing was signed.',
  'draft.payload': 'The server did not ask for the private fields you filled in, so nothing was signed.',
  'grant.form': 'The server answered with a release we cannot read.',
  'grant.holder': 'This release is for somebody else.',
  'grant.time': 'This release is not valid now. Please try again.',
  'grant.key': 'The key we got does not fit this release, so nothing was opened.',
  'page.incomplete': 'This page does not say what it asks you to sign, so nothing was signed.',
  'net.unreachable': 'We could not reach the server. Please check your connection and try again.',
  'net.answer': 'The server could not do this just now. Please try again in a moment.',
  'net.signedOut': 'You are signed out. Please sign in again in another tab, then come back here.',
  'net.forbidden': 'You may not do this, or this page has been open too long. Please reload it.',
  'net.notFound': 'There is nothing here for you at the moment.',
  'net.tooMany': 'That was a lot in a short time. Please wait a minute and try again.',
  'net.elsewhere': 'The server pointed to another place, so we stayed here.',
  'unlock.cancelled': 'Your passport stayed locked, so nothing was done.',
} as const;

export type RefusalCode = keyof typeof sentences;

/** An expected failure: a stable code for tests, a sentence that is safe to show, and at most the name of a member. */
export class Refused extends Error {
  constructor(readonly code: RefusalCode, readonly about = '') {
    super(sentences[code]);
    this.name = 'Refused';
  }
}

/** Goes on only when something holds. */
export function demand(holds: boolean, otherwise: RefusalCode, about = ''): asserts holds {
  if (!holds) {
    throw new Refused(otherwise, about);
  }
}
