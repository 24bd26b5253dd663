using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Origins;
using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation;
using PostMoney.Core.Federation.Peers;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Moving;

/// <summary>Looks up where a member wants to move, as it is at this moment, and whether they may.</summary>
public sealed class FindDestination(
    PostMoneyDb db, OwnProfile profile, FindActor find, RemoteActors actors, LocalActors local, NodeAddress address, TimeProvider clock)
{
    /// <summary>Looks it up; what was read is kept, in a change of its own.</summary>
    /// <param name="viewer">Who moves.</param>
    /// <param name="written">As people write it: <c>@chen@p.test</c>, or an address.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result<Destination>> ExecuteAsync(Viewer viewer, string written, CancellationToken ct)
    {
        if (await profile.ProblemAsync(viewer, ct) is { } problem)
        {
            return problem;
        }

        var found = await find.ExecuteAsync(written, ct);
        if (!found.TryGet(out var other))
        {
            return found.Refusal;
        }

        // Who has said nothing and followed nobody yet has no actor: then nobody can have named it.
        if (await db.Actors.AsNoTracking().FirstOrDefaultAsync(actor => actor.LocalId == viewer.Id && actor.Host == address.Host, ct) is not { } me)
        {
            return other.LocalId == viewer.Id ? MovingRefusals.Oneself : MovingRefusals.Unconfirmed;
        }

        var read = other.LocalId is { } id ? await local.MemberAsync(id, ct) : await AnewAsync(other, ct);
        return read is null ? MovingRefusals.Unconfirmed
            : MoveRules.Problem(me, read, clock.GetUtcNow()) is { } refusal ? refusal
            : new Destination(me, read);
    }

    // It may have been read before it named this account.
    private async Task<Actor?> AnewAsync(Actor other, CancellationToken ct)
    {
        var fetched = await actors.FetchAsync(WebId.Parse(other.Uri), new FetchBudget(), ct);
        if (!fetched.TryGet(out var read))
        {
            return null;
        }

        await using var change = await db.BeginChangeAsync(ct);
        var kept = await actors.KeepAsync(read, ct);
        await change.SaveAsync(ct);
        return kept;
    }
}

/// <summary>Where somebody may move.</summary>
/// <param name="From">Who moves.</param>
/// <param name="To">Where to.</param>
public sealed record Destination(Actor From, Actor To)
{
    /// <summary>Whether both carry one passport.</summary>
    public bool IsOnePassport => From.SharesPassportWith(To);
}
