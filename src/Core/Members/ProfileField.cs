namespace PostMoney.Core.Members;

/// <summary>A line of a member's profile: a name and what stands beside it, which may be a link.</summary>
public sealed class ProfileField
{
    /// <summary>Most lines of one member.</summary>
    public const int Most = 4;

    /// <summary>Most characters of a name.</summary>
    public const int LongestName = 60;

    /// <summary>Most characters of what stands beside it.</summary>
    public const int LongestValue = 255;

    /// <summary>Whose.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>Where it stands, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>Its name, as it was written.</summary>
    public required string Name { get; set; }

    /// <summary>What stands beside it, as it was written.</summary>
    public required string Value { get; set; }

    /// <summary>When it was looked whether the page that it leads to leads back; null where it was not yet.</summary>
    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>When that page led back; null where it did not.</summary>
    public DateTimeOffset? VerifiedAt { get; private set; }

    /// <summary>Whether it is a link and nothing else.</summary>
    public static bool IsLink(string value) => value.StartsWith("https://", StringComparison.Ordinal)
        && !value.Any(char.IsWhiteSpace)
        && Uri.TryCreate(value, UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0;

    /// <summary>It was looked at.</summary>
    internal void Check(bool leadsBack, DateTimeOffset at) => (CheckedAt, VerifiedAt) = (at, leadsBack ? at : null);

    /// <summary>Keeps what was found out about the same link.</summary>
    internal ProfileField KnownAs(ProfileField? before)
    {
        VerifiedAt = before is not null && before.Value == Value ? before.VerifiedAt : null;
        return this;
    }
}
