using Microsoft.EntityFrameworkCore;
using PostMoney.Core.Access;

namespace PostMoney.Core.Allocation.Attestations;

/// <summary>What holds of what stewards attested, for whom it concerns and for those who attest.</summary>
public sealed class AttestedFacts(PostMoneyDb db)
{
    /// <summary>What holds about a member. For the member and for stewards of the node; others are told nothing.</summary>
    public Task<IReadOnlyList<AttestedLine>> OfMemberAsync(Viewer viewer, Guid memberId, CancellationToken ct) =>
        viewer.MemberId == memberId || viewer.IsSteward ? OfAsync(memberId, ct) : None();

    /// <summary>What holds about a need. For its author and for those who look after it.</summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="needId">The need.</param>
    /// <param name="authorId">Its author.</param>
    /// <param name="groupId">The group that it is shown to, or null.</param>
    /// <param name="ct">Ends the wait.</param>
    public Task<IReadOnlyList<AttestedLine>> OfNeedAsync(Viewer viewer, Guid needId, Guid authorId, Guid? groupId, CancellationToken ct) =>
        viewer.MemberId == authorId || viewer.IsSteward || (groupId is { } group && viewer.Stewards(group)) ? OfAsync(needId, ct) : None();

    /// <summary>Values by subject, as a draw looks at them.</summary>
    internal async Task<IReadOnlyDictionary<Guid, int>> ValuesAsync(AttestationKind kind, IReadOnlyList<Guid> subjects, CancellationToken ct) =>
        await db.Attestations.AsNoTracking()
            .Where(a => a.Kind == kind && a.EndedAt == null && subjects.Contains(a.SubjectId))
            .ToDictionaryAsync(a => a.SubjectId, a => a.Value, ct);

    private static Task<IReadOnlyList<AttestedLine>> None() => Task.FromResult<IReadOnlyList<AttestedLine>>([]);

    private async Task<IReadOnlyList<AttestedLine>> OfAsync(Guid subjectId, CancellationToken ct) =>
        await db.Attestations.AsNoTracking().Where(a => a.SubjectId == subjectId && a.EndedAt == null)
            .OrderBy(a => a.Kind)
            .Join(db.Members, a => a.StewardId, member => member.Id, (a, member) => new AttestedLine(a.Kind, a.Value, a.Reason, member.DisplayName, a.At))
            .ToListAsync(ct);
}

/// <summary>One thing that was attested and holds.</summary>
/// <param name="Kind">What about.</param>
/// <param name="Value">See <see cref="Attestation.Value"/>.</param>
/// <param name="Reason">Why.</param>
/// <param name="Steward">Who attested it.</param>
/// <param name="At">When.</param>
public sealed record AttestedLine(AttestationKind Kind, int Value, string Reason, string Steward, DateTimeOffset At);
