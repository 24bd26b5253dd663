using System.Text.Json;

namespace PostMoney.Federation.Tests.Peers;

/// <summary>An activity that came into an inbox of a <see cref="FedifyPeer"/>, and what Fedify says of it.</summary>
/// <remarks>Fedify believes an activity for any one of its signatures; so each is asked about apart from the others.</remarks>
/// <param name="Inbox">The path: the shared inbox, or that of a person.</param>
/// <param name="Status">What Fedify answered: 202 where it took it.</param>
/// <param name="IsHandled">Whether Fedify handed it on. Not so where it did not believe it, or had it already.</param>
/// <param name="Type">As it was sent, the first where there are several; the next two likewise. Null in what is no JSON object.</param>
/// <param name="Id">Its id.</param>
/// <param name="Actor">The id of its actor.</param>
/// <param name="Scheme"><c>cavage</c>, <c>rfc9421</c>, or null for a request without a signature.</param>
/// <param name="IsRequestVerified">Whether the signature of the request holds, by the key of its actor.</param>
/// <param name="RequestProblem"><c>noSignature</c>, <c>keyFetchError</c> or <c>invalidSignature</c>.</param>
/// <param name="IsLinkedDataSignatureVerified">Whether the RsaSignature2017 holds; null where there is none.</param>
/// <param name="IsProofVerified">Whether all FEP-8b32 proofs hold and say the actor; null where there is none.</param>
/// <param name="ProofProblem">Why Fedify could not read the activity while it looked for proofs.</param>
/// <param name="Proofs">Each proof by itself.</param>
/// <param name="Body">The bytes as they came, as text.</param>
/// <param name="Document">What Fedify read out of it, written anew; null where it was not handled.</param>
public sealed record Received(
    string Inbox,
    int Status,
    bool IsHandled,
    string? Type,
    string? Id,
    string? Actor,
    string? Scheme,
    bool IsRequestVerified,
    string? RequestProblem,
    bool? IsLinkedDataSignatureVerified,
    bool? IsProofVerified,
    string? ProofProblem,
    IReadOnlyList<PeerProof> Proofs,
    string Body,
    JsonElement? Document)
{
    /// <summary>What was sent.</summary>
    public JsonElement Json => JsonElement.Parse(Body);

    /// <summary>Whether Fedify took it, and both the signature of the request and a proof hold.</summary>
    public bool IsVerified => Status == 202 && IsHandled && IsRequestVerified && IsProofVerified == true;

    /// <summary>The id of its object, which is there in whole or by id; null where there is none.</summary>
    public string? ObjectId => !Json.TryGetProperty("object", out var it) ? null
        : it.ValueKind == JsonValueKind.String ? it.GetString()
        : it.ValueKind == JsonValueKind.Object && it.TryGetProperty("id", out var id) ? id.GetString() : null;

    public override string ToString() =>
        $"{Type} by {Actor} into {Inbox}: {Status}, {Scheme ?? "unsigned"} {IsRequestVerified} {RequestProblem}, proof {IsProofVerified} {ProofProblem}";
}

/// <param name="Method">The key that it names, an id.</param>
/// <param name="IsVerified">Whether Fedify found that key, and the proof holds.</param>
public sealed record PeerProof(string? Method, bool IsVerified);

/// <summary>What Fedify says of the proofs of a document; see <see cref="Received"/>.</summary>
public sealed record Proven(bool? IsProofVerified, string? ProofProblem, IReadOnlyList<PeerProof> Proofs);

/// <summary>A request that came to a <see cref="FedifyPeer"/>. Its scheme is <c>cavage</c>, <c>rfc9421</c>, or null for one without a signature.</summary>
public sealed record PeerRequest(string Method, string Path, string? Host, string? UserAgent, string? Accept, string? Scheme, int Status);

/// <summary>A delivery that Fedify made of its own accord, such as an Accept, and that was not taken.</summary>
public sealed record FailedDelivery(string? ActivityId, string Problem);

/// <summary>What was sent: the id of the activity, and of its object where it has one.</summary>
public sealed record Sent(string ActivityId, string? ObjectId);

/// <summary>What a peer could not do, or others did not take from it; the message has Fedify's reason.</summary>
public sealed class PeerException(string message) : Exception(message);
