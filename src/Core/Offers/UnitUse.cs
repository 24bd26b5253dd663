namespace PostMoney.Core.Offers;

/// <summary>Time on one unit of an offer: promised to somebody, or spent in repair. Two that live never overlap.</summary>
/// <remarks>The table's triggers refuse an overlap whoever writes; see <c>003_items.sql</c>.</remarks>
public sealed class UnitUse
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The offer.</summary>
    public required Guid OfferId { get; init; }

    /// <summary>Which unit, from 1.</summary>
    public required int Unit { get; set; }

    /// <summary>Why it is taken.</summary>
    public required UnitPurpose Purpose { get; init; }

    /// <summary>Who uses it; null for a repair.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>The offer's topic; quotas and cooldowns count by it.</summary>
    public required string Topic { get; init; }

    /// <summary>From when.</summary>
    public required DateTimeOffset FromAt { get; init; }

    /// <summary>Until when, exclusive; it shrinks when the unit comes back early.</summary>
    public required DateTimeOffset ToAt { get; set; }

    /// <summary>When it was given up before it was used; it counts for nothing then.</summary>
    public DateTimeOffset? ReleasedAt { get; set; }

    /// <summary>The unit is free again from now on. What was used stays used.</summary>
    public void EndAt(DateTimeOffset at)
    {
        if (at <= FromAt)
        {
            ReleasedAt ??= at;
        }
        else if (at < ToAt)
        {
            ToAt = at;
        }
    }
}

/// <summary>Why a unit is taken.</summary>
public enum UnitPurpose
{
    /// <summary>A member uses it.</summary>
    Use,

    /// <summary>It is out of the pool.</summary>
    Repair,
}
