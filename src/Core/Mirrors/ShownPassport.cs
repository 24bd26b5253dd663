using Microsoft.EntityFrameworkCore;
using PostMoney.ActivityStreams.Http.Fetching;
using PostMoney.ActivityStreams.Origins;
using PostMoney.Core.Actors;
using PostMoney.Core.Federation.Peers;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Mirrors;

/// <summary>Whether the passport that signed a record is that of the actor who sends it, as far as anything shows it (FEP-c390).</summary>
/// <remarks>
/// Security case F-23. A record can be copied by anybody; a statement in an actor's document cannot. An actor with statements is
/// held to them. One without is believed the first time, and held to that passport afterwards, unless another actor is shown to hold it.
/// </remarks>
public sealed class ShownPassport(PostMoneyDb db, RemoteActors actors, FetchLimits limits)
{
    /// <summary>The actor's statements name other passports.</summary>
    public static Refusal Other { get; } = new(RefusalKind.Forbidden, "record.other_passport", "The record is signed by another passport than its sender's.");

    /// <summary>Somebody else is shown to hold the passport.</summary>
    public static Refusal OfSomebodyElse { get; } = new(RefusalKind.Forbidden, "record.others_passport", "The record is signed by a passport of somebody else.");

    /// <summary>The actor has sent records of another passport before, and no statement says that both are theirs.</summary>
    public static Refusal Changed { get; } = new(RefusalKind.Forbidden, "record.changed_passport", "The record is signed by another passport than those before it.");

    /// <summary>Looks at it. Statements that changed are read again, once in five minutes at most.</summary>
    /// <returns>Null, or why the record is not taken.</returns>
    internal async Task<Refusal?> CheckAsync(Actor sender, string passport, CancellationToken ct)
    {
        var problem = await JudgeAsync(sender, passport, ct);
        if (problem is null || !limits.MayRefresh(sender.Uri) || !WebId.TryParse(sender.Uri, out var id))
        {
            return problem;
        }

        var read = await actors.FetchAsync(id, new FetchBudget(), ct);
        return read.TryGet(out var now) ? await JudgeAsync(sender, now.Passports, passport, ct) : problem;
    }

    private Task<Refusal?> JudgeAsync(Actor sender, string passport, CancellationToken ct) => JudgeAsync(sender, sender.Passports, passport, ct);

    private async Task<Refusal?> JudgeAsync(Actor sender, string shown, string passport, CancellationToken ct)
    {
        if (shown.Length > 0)
        {
            return shown.Split(' ').Contains(passport, StringComparer.Ordinal) ? null : Other;
        }

        if (await db.Actors.AnyAsync(actor => actor.Id != sender.Id && actor.Passports != "" && (" " + actor.Passports + " ").Contains(" " + passport + " "), ct))
        {
            return OfSomebodyElse;
        }

        return await db.MirroredItems.AnyAsync(item => item.AuthorId == sender.Id && item.Issuer != passport, ct) ? Changed : null;
    }
}
