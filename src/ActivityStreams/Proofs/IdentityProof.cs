using System.Text.Json;
using PostMoney.ActivityStreams.Cryptography;
using PostMoney.ActivityStreams.Identifiers;
using PostMoney.ActivityStreams.Origins;

namespace PostMoney.ActivityStreams.Proofs;

/// <summary>Makes and checks statements by which the holder of a did:key says that an actor is theirs.</summary>
/// <remarks>
/// FEP-c390, <c>VerifiableIdentityStatement</c>, with <see cref="EddsaJcs2022"/> and under its rules. The proof names its key
/// by the DID alone, equal to <c>subject</c>; others write the key's URL, <c>did:key:z6Mk…#z6Mk…</c>, which is taken here too.
/// A verified statement is one direction of the link: the other is that the actor's own document carries it, under
/// <c>attachment</c>, so ask this for statements that were found there.
/// </remarks>
public static class IdentityProof
{
    private const string StatementType = "VerifiableIdentityStatement";

    /// <summary>Signs the statement that an actor is the key's holder's.</summary>
    /// <param name="actorId">The actor's id.</param>
    /// <param name="key">The holder's.</param>
    /// <param name="created">Written in UTC and whole seconds; a fraction is cut off.</param>
    /// <returns>
    /// The canonical bytes of the statement with its proof, without <c>@context</c>: it stands in the actor's document and is
    /// read under that one's, which needs <c>https://w3id.org/fep/c390</c>.
    /// </returns>
    public static byte[] Sign(WebId actorId, Ed25519SecretKey key, DateTimeOffset created)
    {
        var subject = DidKey.From(key.PublicKey).Value;
        var statement = JsonSerializer.SerializeToElement(new Dictionary<string, string>
        {
            ["type"] = StatementType,
            ["subject"] = subject,
            ["alsoKnownAs"] = actorId.Value,
        });
        return EddsaJcs2022.SignAs(subject, statement, key, created, EddsaJcs2022.AssertionMethod);
    }

    /// <summary>Checks a statement about an actor.</summary>
    /// <param name="statement">Any JSON value, its proof included. Members beyond those of the proposal are allowed, and signed.</param>
    /// <param name="actorId">The id of the actor whose document carries it.</param>
    /// <returns>The did:key whose holder says so; or <c>proof.statement</c>, <c>proof.actor</c>, or a problem of the proof.</returns>
    public static ProofCheck Verify(JsonElement statement, WebId actorId)
    {
        Span<byte> hashes = stackalloc byte[64];
        var options = default(ProofOptions);
        var problem = EddsaJcs2022.Hash(statement, hashes, out var proof) ?? Read(statement, proof, actorId, out options);
        if (problem is not null)
        {
            return new ProofCheck.Refused(problem);
        }

        return options.Signer.Key.Verify(hashes, options.Signature)
            ? new ProofCheck.Verified(options.Signer, options.Created, EddsaJcs2022.AssertionMethod)
            : new ProofCheck.Refused(ProofProblem.Signature);
    }

    private static ProofProblem? Read(JsonElement statement, JsonElement proof, WebId actorId, out ProofOptions options)
    {
        options = default;
        if (ProofOptions.Text(statement, "type") != StatementType
            || !DidKey.TryParse(ProofOptions.Text(statement, "subject"), out var subject))
        {
            return ProofProblem.Statement;
        }

        if (ProofOptions.Text(statement, "alsoKnownAs") != actorId.Value)
        {
            return ProofProblem.Actor;
        }

        var method = ProofOptions.Text(proof, "verificationMethod");
        return method == subject.Value || method == subject.VerificationMethod
            ? ProofOptions.Read(statement, proof, EddsaJcs2022.AssertionMethod, EddsaJcs2022.Cryptosuite, subject, out options)
            : ProofProblem.VerificationMethod;
    }
}
