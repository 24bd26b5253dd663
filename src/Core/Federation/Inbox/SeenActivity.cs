namespace PostMoney.Core.Federation.Inbox;

/// <summary>An activity that came in long ago: nothing of it is left but that it must not be done again.</summary>
public sealed class SeenActivity
{
    /// <summary>SHA-256 of the activity's id. It stays for ever.</summary>
    public required byte[] UriHash { get; init; }
}
