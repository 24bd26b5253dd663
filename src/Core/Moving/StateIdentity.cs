using System.Text;
using System.Text.Json;
using PostMoney.ActivityStreams.Json;
using PostMoney.ActivityStreams.Origins;
using PostMoney.ActivityStreams.Proofs;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Foundation;
using PostMoney.Core.Members;

namespace PostMoney.Core.Moving;

/// <summary>A member's passport says that their actor is theirs, for everybody to check: accounts with one passport are one person's.</summary>
/// <remarks>FEP-c390.</remarks>
public sealed class StateIdentity(OwnProfile profile, NodeAddress address, TimeProvider clock)
{
    private const int LongestStatement = 4_096;

    private static readonly string[] _members = ["alsoKnownAs", "proof", "subject", "type"];

    /// <summary>Signed on the node, for a passport that it keeps and that is unlocked.</summary>
    public async Task<Result<Done>> OnNodeAsync(SignedIn me, CancellationToken ct)
    {
        using var passport = me.OpenPassport();
        return await profile.ProblemAsync(me.Viewer, ct) is { } problem ? problem
            : passport is null ? MovingRefusals.Statement
            : await ExecuteAsync(me, passport.StateIdentity(WebId.Parse(address.OfMember(me.Handle)), clock.GetUtcNow()), ct);
    }

    /// <summary>Takes in what a passport has signed.</summary>
    public Task<Result<Done>> ExecuteAsync(SignedIn me, ReadOnlyMemory<byte> statement, CancellationToken ct) => profile.ChangeAsync(
        me.Viewer,
        actor => Read(statement, actor.Uri, me.Viewer.Did!) is { } read ? Carry(actor, me.Viewer.Did, read) : MovingRefusals.Statement,
        ct);

    /// <summary>Takes the statement out of the actor again.</summary>
    public Task<Result<Done>> ForgetAsync(Viewer viewer, CancellationToken ct) => profile.ChangeAsync(viewer, actor => Carry(actor, null, null), ct);

    private static Refusal? Carry(Actor actor, string? passport, string? statement)
    {
        actor.Carry(passport, statement);
        return null;
    }

    // It goes into the actor's document as it is: nothing is in it that was not asked for.
    private static string? Read(ReadOnlyMemory<byte> bytes, string actorUri, string did) =>
        bytes.Length <= LongestStatement
        && StrictJson.TryParse(bytes.Span, out var statement, out _)
        && statement.ValueKind == JsonValueKind.Object
        && statement.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal).SequenceEqual(_members)
        && IdentityProof.Verify(statement, WebId.Parse(actorUri)) is ProofCheck.Verified proof
        && proof.Signer.Value == did
            ? Encoding.UTF8.GetString(JsonCanonicalization.Canonicalize(statement))
            : null;
}
