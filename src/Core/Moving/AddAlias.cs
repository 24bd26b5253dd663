using PostMoney.Core.Access;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Peers;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Moving;

/// <summary>A member says which account was theirs before: only then can that one move here, and take its followers along.</summary>
public sealed class AddAlias(FindActor find, OwnProfile profile)
{
    /// <summary>Names it. Doing it twice changes nothing.</summary>
    /// <param name="viewer">Whose account it was.</param>
    /// <param name="written">As people write it: <c>@chen@p.test</c>, or an address.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The other account.</returns>
    public async Task<Result<Actor>> ExecuteAsync(Viewer viewer, string written, CancellationToken ct)
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

        if (other.LocalId == viewer.Id)
        {
            return MovingRefusals.Oneself.At("From");
        }

        var named = await profile.ChangeAsync(viewer, me => Add(me, other), ct);
        return named.IsGranted ? other : named.Refusal;
    }

    private static Refusal? Add(Actor me, Actor other)
    {
        if (me.Claims(other.Uri))
        {
            return null;
        }

        if (me.AlsoKnownAs.Split(' ').Length >= MoveRules.MostAliases)
        {
            return MovingRefusals.Aliases;
        }

        me.AlsoKnownAs = $"{me.AlsoKnownAs} {other.Uri}".TrimStart();
        return null;
    }
}
