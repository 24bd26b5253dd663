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
public sealed class VerifySender(RemoteActors actors, FetchDocument fetch, HostGate gate, FetchLimits limits, TimeProvider clock)
{
    /// <summary>Finds the sender.</summary>
    /// <returns>The actor, as stored or as read just now; or the answer to give.</returns>
    internal async Task<(Actor? Sender, InboxAnswer? Answer, SignatureScheme? Scheme)> ExecuteAsync(
        HttpMessage request, Envelope envelope, CancellationToken ct)
    {
        var reading = HttpSignatures.Read(request, SignaturePolicy.Default, clock.GetUtcNow());
        if (reading is not SignatureReading.Found found)
        {
            var problem = ((SignatureReading.Refused)reading).Problem;
            return (null, new InboxAnswer(problem.Status, problem.Code), null);
        }

        var budget = new FetchBudget();
        var answer = InboxAnswer.NoKey;
        foreach (var candidate in found.Candidates)
        {
            // The actor's own keys first: most keys lie in the document of the one who sends.
            var signer = await SignerAsync(candidate, envelope.ActorId, budget, ct);
            if (signer.Actor is { } actor && actor.Uri == envelope.ActorId.Value)
            {
                return (actor, null, candidate.Scheme);
            }

            // A key that can be used has shown another sender: no worse signature beside it takes that back (security case S-16).
            answer = answer == InboxAnswer.ActorMismatch ? answer : signer.Answer ?? InboxAnswer.ActorMismatch;
        }

        // Carried by somebody else: then the activity's own proof has to say whose it is.
        return answer == InboxAnswer.ActorMismatch && await ProverAsync(envelope, budget, ct) is { } prover
            ? (prover, null, null)
            : (null, answer, null);
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
        return await OwnerAsync(keyId, budget, ct) is { } owner ? (await SignerAsync(found.Candidates[0], owner, budget, ct)).Actor : null;
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
        if (WebId.TryParse(above, out var owner) && await actors.FindAsync(above, ct) is { } known && RemoteActors.KeyOf(known, keyId.Value) is ActorKey.Named)
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
        CandidateSignature candidate, WebId claimed, FetchBudget budget, CancellationToken ct)
    {
        if (!WebId.TryParse(candidate.KeyId, out var keyId))
        {
            return (null, new InboxAnswer(SignatureProblem.KeyIdScheme.Status, SignatureProblem.KeyIdScheme.Code));
        }

        var owner = WebId.TryParse(keyId.Document.AbsoluteUri, out var document) && keyId.HasFragment ? document
            : keyId.Origin == claimed.Origin ? claimed
            : document!;
        if (await actors.FindAsync(owner.Value, ct) is { } stored)
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

    private static SignatureCheck? Verify(CandidateSignature candidate, Actor actor) =>
        RemoteActors.KeyOf(actor, candidate.KeyId) is ActorKey.Named named ? candidate.Verify(named.Key) : new SignatureCheck.Refused(SignatureProblem.Mismatch);

    private async Task<Actor?> ProverAsync(Envelope envelope, FetchBudget budget, CancellationToken ct)
    {
        if (!ActorProof.TryReadMethod(envelope.Raw, out var method)
            || method.Document.AbsoluteUri != envelope.ActorId.Value
            || limits.IsMissing(envelope.ActorId.Value))
        {
            return null;
        }

        var found = await actors.FindOrFetchAsync(envelope.ActorId, budget, ct);
        return found.TryGet(out var actor) && actor is { State: ActorState.Active, Standing: not Standing.Suspended } && IsProved(envelope.Raw, actor, method) ? actor : null;
    }

    /// <summary>Whether a document's proof is by a key of this actor.</summary>
    internal static bool IsProved(JsonElement document, Actor actor, WebId method) =>
        RemoteActors.KeyOf(actor, method.Value) is ActorKey.Named { Key: VerificationKey.Ed25519 { Key: var key } }
        && ActorProof.Verify(document, key) is ProofCheck.Verified;
}
