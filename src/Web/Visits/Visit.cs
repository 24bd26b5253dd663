using PostMoney.Core.Access;
using PostMoney.Core.Federation;
using PostMoney.Core.Members;
using PostMoney.Core.Storage;
using PostMoney.Web.Host;

namespace PostMoney.Web.Visits;

/// <summary>One request: who is there, and at which node.</summary>
public sealed class Visit(NodeOptions options, TimeProvider clock)
{
    private IReadOnlyDictionary<string, string> _settings = new Dictionary<string, string>();

    /// <summary>Who is signed in, or null.</summary>
    public SignedIn? Me { get; private set; }

    /// <summary>Who is signed in and was suspended: they read why and appeal, and are a stranger everywhere else. Null otherwise.</summary>
    public SignedIn? KeptOut { get; private set; }

    /// <summary>What they may; a stranger's rights where nobody is signed in.</summary>
    public Viewer Viewer => Me?.Viewer ?? Viewer.Stranger;

    /// <summary>How many notifications are unread.</summary>
    public int Unread { get; private set; }

    /// <summary>Whether the node was founded.</summary>
    public bool IsFounded => NodeDid.Length > 0;

    /// <summary>The node's passport.</summary>
    public string NodeDid => Setting(NodeSettings.Did, "");

    /// <summary>What the node is called.</summary>
    public string NodeName => Setting(NodeSettings.Name, "PostMoney");

    /// <summary>What the community says of itself.</summary>
    public string NodeSummary => Setting(NodeSettings.Summary, "");

    /// <summary>How one joins.</summary>
    public string Joining => Setting(NodeSettings.Joining, JoiningModes.Invitation);

    /// <summary>The node's theme.</summary>
    public string NodeTheme => Setting(NodeSettings.Theme, "commons");

    /// <summary>The theme of this page.</summary>
    public string Theme => Me?.Theme ?? NodeTheme;

    /// <summary>Whether other servers find anybody here.</summary>
    public bool IsFederated => options.IsSecure && IsFounded && FederationSettings.Read(Setting(FederationSettings.Mode, "")) != FederationMode.Local;

    /// <summary>The zone in which times are shown.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>Where people get the program's source, or null.</summary>
    public string? Source => options.Source;

    /// <summary>This moment.</summary>
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>The address by which browsers know this site; challenges are bound to it.</summary>
    public string OriginOf(HttpRequest request) => options.Origin ?? $"{request.Scheme}://{request.Host}";

    internal void Begin(IReadOnlyDictionary<string, string> settings, SignedIn? me, int unread)
    {
        _settings = settings;
        Me = me is { Viewer.IsMember: true } ? me : null;
        KeptOut = me is { Viewer.IsMember: false } ? me : null;
        Unread = unread;
        Zone = TimeZoneInfo.TryFindSystemTimeZoneById(Setting(NodeSettings.TimeZone, "UTC"), out var zone) ? zone : TimeZoneInfo.Utc;
    }

    private string Setting(string name, string otherwise) => _settings.TryGetValue(name, out var value) ? value : otherwise;
}
