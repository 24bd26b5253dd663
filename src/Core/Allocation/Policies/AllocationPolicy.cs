using System.Text.Json;
using PostMoney.Fairness;

namespace PostMoney.Core.Allocation.Policies;

/// <summary>Rules by which a round is drawn: an order of claims, and the limits that every policy knows.</summary>
/// <remarks>Pure: it sees only what was frozen. <see cref="PolicyCatalog"/> makes them.</remarks>
public abstract class AllocationPolicy
{
    private protected AllocationPolicy(PolicyName name, PolicyParameters parameters)
    {
        Name = name.Name;
        Version = name.Version;
        Parameters = parameters;
    }

    /// <summary>What the community calls it; a token.</summary>
    public string Name { get; }

    /// <summary>Counts from 1 under one name.</summary>
    public int Version { get; }

    /// <summary>Which of <see cref="PolicyCatalog.Kinds"/> it is.</summary>
    public abstract string Kind { get; }

    /// <summary>Its numbers.</summary>
    public PolicyParameters Parameters { get; }

    /// <summary>How far back <see cref="RoundPerson.RecentMinutes"/> is counted, before the round closes.</summary>
    public virtual TimeSpan LookBack => TimeSpan.FromDays(90);

    /// <summary>How long a person pauses between two uses. Zero for no pause.</summary>
    public TimeSpan Cooldown => TimeSpan.FromHours(Parameters[SharedParameters.CooldownHours]);

    /// <summary>SHA-256 over the canonical JSON of kind, name, parameters and version; lower-case hexadecimal.</summary>
    public string Hash => CanonicalJson.HashOf(CanonicalJson.Write(writer => Write(writer, withHash: null)));

    /// <summary>Whether the order looks at <see cref="RoundPerson.RecentMinutes"/>.</summary>
    internal virtual bool CountsRecentUse => false;

    /// <summary>Whether the order looks at <see cref="RoundNeed.Priority"/>.</summary>
    internal virtual bool CountsPriority => false;

    /// <summary>Weight of a need, 1 to <see cref="Lottery.MaxWeight"/>: how many tickets its person may choose the best from.</summary>
    internal abstract int WeightOf(RoundNeed need);

    /// <summary>Where a claim stands before the ticket decides. Smaller is earlier; it must not fall as a person is granted more.</summary>
    internal abstract ClaimRank RankOf(RoundNeed need, RoundPerson person, int granted, long grantedMinutes);

    internal void Write(Utf8JsonWriter writer) => Write(writer, Hash);

    private void Write(Utf8JsonWriter writer, string? withHash)
    {
        writer.WriteStartObject();
        if (withHash is not null)
        {
            writer.WriteString("hash", withHash);
        }

        writer.WriteString("kind", Kind);
        writer.WriteString("name", Name);
        writer.WritePropertyName("parameters");
        Parameters.Write(writer);
        writer.WriteNumber("version", Version);
        writer.WriteEndObject();
    }
}
