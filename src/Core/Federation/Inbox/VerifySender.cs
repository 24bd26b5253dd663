using System.Text.Json;
using PostMoney.ActivityStreams.Http;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Peers;

namespace PostMoney.Core.Federation.Inbox;

/// <summary>The one place that finds out who sent something. Nothing is stored; nothing is fetched before the request itself makes sense.</summary>
/// <remarks>
/// A request is its actor's where a key that the actor's own document names has signed it; or where such a key has signed the
/// activity itself (FEP-8b32), whoever carried it. A key is read again once in five minutes at most. Security group S.
/// </remarks>
public sealed class VerifySender(
    RemoteActors actors, FetchDocument fetch, HostGate gate, FetchLimits limits, KnownKeys keys, TimeProvider clock)
{
    /// <summary>How old a proof may be that somebody else carries.</summary>
    public static readonly TimeSpan OldestCarried = TimeSpan.FromDays(7);

    /// <summary>Finds the sender.</summary>
    /// <param name="request">As it came.</param>
    /// <param name="envelope">What it says.</param>
    /// <param name="stored">Whose it says it is, as they are stored; null where they were never met.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The sender; or the answer to give.</returns>
    internal async Task<(KnownSender? Sender, InboxAnswer? Answer)> ExecuteAsync(
        HttpMessage request, Envelope envelope, Actor? stored, CancellationToken ct)
    {
        var reading = HttpSignatures.Read(request, SignaturePolicy.Default, clock.GetUtcNow());
        if (reading is not SignatureReading.Found found)
        {
            var problem = ((SignatureReading.Refused)reading).Problem;
            return (null, new InboxAnswer(problem.Status, problem.Code));
        }

        var budget = new FetchBudget();
        var answer = InboxAnswer.NoKey;
        Actor? carrier = null;
        foreach (var candidate in found.Candidates)
        {
            // The actor's own keys first: most keys lie in the document of the one who sends.
            var signer = await SignerAsync(candidate, envelope.ActorId, stored, budget, ct);
            if (signer.Actor is { } actor && actor.Uri == envelope.ActorId.Value)
            {
                return (new KnownSender(actor, actor.Host, candidate.Scheme, candidate.Covered), null);
            }

            // A key that can be used has shown another sender: no worse signature beside it takes that back (security case S-16).
            carrier ??= signer.Actor;
            answer = carrier is not null ? InboxAnswer.ActorMismatch : signer.Answer!;
        }

        return carrier is null ? (null, answer) : await ProverAsync(envelope, carrier, budget, ct);
    }

    /// <summary>Who asks for a document, by the request's signature; null where nobody has signed, or not as one must.</summary>
    /// <param name="request">A GET, as it came.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Actor?> ReaderAsync(HttpMessage request, CancellationToken ct)
    {
        if (HttpSignatures.Read(request, SignaturePolicy.Default, clock.GetUtcNow()) is not SignatureReading.Found found
            || !WebId.TryParse(found.Candidates[0].KeyId, out var keyId)
            || !await gate.IsOpenAsync(keyId, ct))
        {
            return null;
        }

        var budget = new FetchBudget();
        return await OwnerAsync(keyId, budget, ct) is { } owner ? (await SignerAsync(found.Candidates[0], owner, null, budget, ct)).Actor : null;
    }

    // A key with an address of its own (GoToSocial has it below its owner's) says whose it is; that the owner's document names
    // it, too, is seen when the signature is checked.
    private async Task<WebId?> OwnerAsync(WebId keyId, FetchBudget budget, CancellationToken ct)
    {
        if (keyId.HasFragment)
        {
            return keyId;
        }

        var above = keyId.Value[..keyId.Value.LastIndexOf('/')];
        if (WebId.TryParse(above, out var owner) && await actors.FindAsync(above, ct) is { } known && keys.Of(known, keyId.Value) is ActorKey.Named)
        {
            return owner;
        }

        if (limits.IsMissing(keyId.Value) || !limits.MayFetchFrom(NodeAddress.HostOf(keyId)))
        {
            return null;
        }

        var fetched = await fetch.ExecuteAsync(keyId, budget, ct);
        if (fetched.TryGet(out var found) && DocumentOwner.Of(found.Plain) is DocumentOwner.Owned { Owner: var said } && said.Origin == keyId.Origin)
        {
            return said;
        }

        limits.NoteMissing(keyId.Value);
        return null;
    }

    private async Task<(Actor? Actor, InboxAnswer? Answer)> SignerAsync(
        CandidateSignature candidate, WebId claimed, Actor? known, FetchBudget budget, CancellationToken ct)
    {
        if (!WebId.TryParse(candidate.KeyId, out var keyId))
        {
            return (null, new InboxAnswer(SignatureProblem.KeyIdScheme.Status, SignatureProblem.KeyIdScheme.Code));
        }

        var owner = WebId.TryParse(keyId.Document.AbsoluteUri, out var document) && keyId.HasFragment ? document
            : keyId.Origin == claimed.Origin ? claimed
            : document!;
        if ((known?.Uri == owner.Value ? known : await actors.FindAsync(owner.Value, ct)) is { } stored)
        {
            var check = Verify(candidate, stored);
            if (check is null or SignatureCheck.Verified || !limits.MayRefresh(stored.Uri))
            {
                return Judge(stored, check);
            }
        }

        var host = NodeAddress.HostOf(owner);
        if (limits.IsMissing(owner.Value) || !await gate.IsOpenAsync(owner, ct))
        {
            return (null, InboxAnswer.NoKey);
        }

        if (!limits.MayFetchFrom(host))
        {
            return (null, new InboxAnswer(429, "limit.keys", TimeSpan.FromMinutes(1)));
        }

        var fetched = await actors.FetchAsync(owner, budget, ct);
        if (!fetched.TryGet(out var actor))
        {
            limits.NoteMissing(owner.Value);
            return (null, InboxAnswer.NoKey);
        }

        return Judge(actor, Verify(candidate, actor));
    }

    private static (Actor? Actor, InboxAnswer? Answer) Judge(Actor actor, SignatureCheck? check) => check switch
    {
        SignatureCheck.Verified when actor.Standing == Standing.Suspended => (null, InboxAnswer.HostClosed),
        SignatureCheck.Verified when actor.State == ActorState.Active => (actor, null),
        SignatureCheck.Refused refused => (null, new InboxAnswer(refused.Problem.Status, refused.Problem.Code)),
        _ => (null, InboxAnswer.NoKey),
    };

    private SignatureCheck? Verify(CandidateSignature candidate, Actor actor) =>
        keys.Of(actor, candidate.KeyId) is ActorKey.Named named ? candidate.Verify(named.Key) : new SignatureCheck.Refused(SignatureProblem.Mismatch);

    // Carried by somebody else: then the activity's own proof has to say whose it is.
    private async Task<(KnownSender? Sender, InboxAnswer? Answer)> ProverAsync(Envelope envelope, Actor carrier, FetchBudget budget, CancellationToken ct)
    {
        if (!ActorProof.TryReadMethod(envelope.Raw, out var method)
            || method.Document.AbsoluteUri != envelope.ActorId.Value
            || limits.IsMissing(envelope.ActorId.Value))
        {
            return (null, InboxAnswer.ActorMismatch);
        }

        var found = await actors.FindOrFetchAsync(envelope.ActorId, budget, ct);
        if (!found.TryGet(out var actor) || actor is not { State: ActorState.Active, Standing: not Standing.Suspended } || Prove(envelope.Raw, actor, method) is not { } proved)
        {
            return (null, InboxAnswer.ActorMismatch);
        }

        return IsOfThisWeek(proved.Created) || envelope.Type == "Delete"
            ? (new KnownSender(actor, carrier.Host, null, []), null)
            : (null, InboxAnswer.TooOld);
    }

    // What its actor sends, they mean now: a signature of a request lives minutes. A proof lives for ever, and whoever has it can
    // bring it back when it is not meant any more (security case S-38). What was deleted stays so, whenever one hears of it.
    private bool IsOfThisWeek(DateTimeOffset signed)
    {
        var now = clock.GetUtcNow();
        return signed > now - OldestCarried && signed <= now + SignaturePolicy.Default.MaximumAhead;
    }

    private ProofCheck.Verified? Prove(JsonElement document, Actor actor, WebId method) =>
        keys.Of(actor, method.Value) is ActorKey.Named { Key: VerificationKey.Ed25519 { Key: var key } }
            ? ActorProof.Verify(document, key) as ProofCheck.Verified
            : null;
}

/// <summary>Whose an activity is.</summary>
/// <param name="Actor">As stored, or as read just now.</param>
/// <param name="Carrier">The host that has sent it: the actor's own, or another's.</param>
/// <param name="Scheme">How the actor has signed the request; null where somebody else carried it.</param>
/// <param name="Covered">What that signature covers; nothing where somebody else carried it.</param>
internal sealed record KnownSender(Actor Actor, string Carrier, SignatureScheme? Scheme, IReadOnlyList<string> Covered);
