namespace PostMoney.Core.Allocation.Pools;

/// <summary>Where needs gather until a round is drawn: those of a whole topic, or those that ask for one offer.</summary>
public sealed class Pool
{
    /// <summary>Shortest and longest time that a round collects needs.</summary>
    public const int FewestHours = 1, MostHours = 2_160;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What people call it, at most 80 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The topic.</summary>
    public required string Topic { get; init; }

    /// <summary>The one offer, or null for all of the topic that have no pool of their own.</summary>
    public Guid? OfferId { get; init; }

    /// <summary>The group whose stewards look after it, or null for those of the node.</summary>
    public Guid? GroupId { get; init; }

    /// <summary>The policy by which rounds are drawn; each round opens with its newest version.</summary>
    public required string PolicyName { get; set; }

    /// <summary>How many hours a round collects needs.</summary>
    public required int RoundHours { get; set; }

    /// <summary>Where people take turns: the place, from 0, that is first in the next round.</summary>
    public int TurnFirst { get; set; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}
