using System.Text.Json;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Http.Signatures;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Vocabulary;
using PostMoney.Core.Federation.Documents;
using PostMoney.Core.Foundation;
using PostMoney.Core.Sealing;

namespace PostMoney.Core.Federation.Peers;

/// <summary>Reads a document from its own address, signed by this node's actor, and takes it only if it is what it says it is.</summary>
public sealed class FetchDocument(GuardedClient client, HostGate gate, LocalActors local, ActorKeys keys)
{
    /// <summary>Fetches what has this id.</summary>
    /// <returns>The document in plain names; or why there is none, with <c>fetch.gone</c> where it was deleted.</returns>
    public async Task<Result<FetchedDocument>> ExecuteAsync(WebId id, FetchBudget budget, CancellationToken ct)
    {
        if (!await gate.IsOpenAsync(id, ct))
        {
            return FederationRefusals.HostClosed;
        }

        var node = await local.NodeAsync(ct);
        var signer = await keys.SignerAsync(node.Id, node.Uri, SignatureScheme.Cavage, ct);
        for (var at = id; ;)
        {
            var result = await client.GetAsync(at.Document, ActivityMediaType.Accept, signer, budget, ct);
            var read = Read(result);
            if (!read.TryGet(out var found))
            {
                return read.Refusal;
            }

            if (WhoMaySpeak.IsFromItsOrigin(found.Id, ((FetchResult.Received)result).ProducedBy))
            {
                return found;
            }

            // It lies somewhere else than it says: what it says is asked once, and nothing of this copy is believed.
            if (at.Equals(found.Id) || !at.Equals(id))
            {
                return FederationRefusals.IdMismatch;
            }

            at = found.Id;
            if (!await gate.IsOpenAsync(at, ct))
            {
                return FederationRefusals.HostClosed;
            }
        }
    }

    private static Result<FetchedDocument> Read(FetchResult result)
    {
        switch (result)
        {
            case FetchResult.Answered { Status: 410 or 404 }:
                return FederationRefusals.Gone;
            case FetchResult.Answered:
                return FederationRefusals.NoAnswer;
            case FetchResult.Failed failed:
                return new Refusal(RefusalKind.NotFound, failed.Problem.Code, failed.Problem.Message);
        }

        var received = (FetchResult.Received)result;
        if (!ActivityMediaType.IsActivity(received.MediaType))
        {
            return FederationRefusals.MediaType;
        }

        if (!StrictJson.TryParse(received.Body, out var document, out _) || !PlainDocument.TryRead(document, out var plain))
        {
            return FederationRefusals.Document;
        }

        return WebId.TryParse(ActivityObject.TryRead(plain, out var read) ? read.Id?.Value : null, out var id)
            ? new FetchedDocument(id, plain, document)
            : FederationRefusals.Document;
    }
}

/// <summary>A document that was read from its own address.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Plain">In the plain names of the vocabulary.</param>
/// <param name="Raw">As it was written, which is what proofs in it cover.</param>
public sealed record FetchedDocument(WebId Id, JsonElement Plain, JsonElement Raw);
