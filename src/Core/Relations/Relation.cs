namespace PostMoney.Core.Relations;

/// <summary>Somebody stands in a relation to something, from one moment until another. The only source of rights.</summary>
/// <remarks>The tuples of Zanzibar (Pang et al., USENIX ATC 2019), with time bounds.</remarks>
public sealed class Relation
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The member.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Which relation, one of <see cref="RelationNames"/>.</summary>
    public required string Name { get; init; }

    /// <summary>What sort of thing, one of <see cref="ObjectTypes"/>.</summary>
    public required string ObjectType { get; init; }

    /// <summary>Which one; <see cref="Guid.Empty"/> is this node.</summary>
    public required Guid ObjectId { get; init; }

    /// <summary>From when it holds.</summary>
    public required DateTimeOffset FromAt { get; init; }

    /// <summary>Until when, exclusive; null while no end is known.</summary>
    public DateTimeOffset? ToAt { get; private set; }

    /// <summary>What it rests on: the member, assignment or group that brought it about.</summary>
    public Guid? GrantedBy { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether it holds at the moment.</summary>
    public bool HoldsAt(DateTimeOffset moment) => FromAt <= moment && (ToAt is null || moment < ToAt);

    /// <summary>Ends it. An end that is already earlier stays.</summary>
    public void End(DateTimeOffset at)
    {
        if (ToAt is null || at < ToAt)
        {
            ToAt = at;
        }
    }
}
