using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PostMoney.Core;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Members;
using PostMoney.Core.Operations;
using PostMoney.Core.Passports;
using PostMoney.Core.Relations;
using PostMoney.Core.Sealing;
using PostMoney.Core.Storage;

namespace PostMoney.Fixtures;

/// <summary>A whole node without web, in a directory of its own, founded by Dora and joined by the people of one town.</summary>
public sealed class Town : IAsyncDisposable
{
    /// <summary>Where the node is.</summary>
    public const string Origin = "https://northside.example";

    private readonly string? _temporary;
    private readonly ServiceProvider _services;

    private Town(string? directory, DateTimeOffset? beginning, string? origin)
    {
        _temporary = directory is null ? Directory.CreateTempSubdirectory("postmoney-town-").FullName : null;
        var place = directory ?? _temporary!;
        Clock = new StoppedClock(beginning ?? StoppedClock.Beginning);
        File = new DatabaseFile(Path.Combine(place, "node.db"));
        var randomness = new SeededRandomness("northside");
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<Randomness>(randomness)
            .AddCore(File, NodeKey.LoadOrCreate(Path.Combine(place, "node.key"), randomness), origin)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    /// <summary>The node's only clock.</summary>
    public StoppedClock Clock { get; }

    /// <summary>The node's database.</summary>
    public DatabaseFile File { get; }

    /// <summary>The node's passport.</summary>
    public string NodeDid { get; private set; } = "";

    /// <summary>A steward.</summary>
    public Person Dora { get; } = new("Dora");

    /// <summary>An auditor.</summary>
    public Person Fay { get; } = new("Fay");

    /// <summary>A member.</summary>
    public Person Amina { get; } = new("Amina");

    /// <summary>A member.</summary>
    public Person Bilal { get; } = new("Bilal");

    /// <summary>A member.</summary>
    public Person Chen { get; } = new("Chen");

    /// <summary>A member.</summary>
    public Person Ewa { get; } = new("Ewa");

    /// <summary>A member.</summary>
    public Person Gus { get; } = new("Gus");

    /// <summary>Somebody who has not joined.</summary>
    public Person Zoe { get; } = new("Zoe");

    /// <summary>A node that nobody has founded yet.</summary>
    /// <param name="directory">An empty folder in which it stays, as a server would keep it; null for one that goes with the town.</param>
    /// <param name="beginning">When its clock begins, or null for <see cref="StoppedClock.Beginning"/>.</param>
    /// <param name="origin">Its place on the fediverse, where it has one.</param>
    public static Town Empty(string? directory = null, DateTimeOffset? beginning = null, string? origin = null)
    {
        var town = new Town(directory, beginning, origin);
        SchemaFiles.Apply(town.File);
        return town;
    }

    /// <summary>A node with its people, which everybody may join; for its place and time see <see cref="Empty"/>.</summary>
    public static async Task<Town> FoundAsync(string? directory = null, DateTimeOffset? beginning = null, string? origin = null)
    {
        var town = Empty(directory, beginning, origin);
        await town.FoundByAsync(town.Dora, JoiningModes.Open);
        foreach (var person in new[] { town.Fay, town.Amina, town.Bilal, town.Chen, town.Ewa, town.Gus })
        {
            (await town.JoinAsync(person)).Granted();
        }

        (await town.AsAsync(town.Dora, (Viewer dora, AppointSteward appoint) =>
            appoint.AppointAsync(dora, town.Fay.Id, RelationNames.Auditor, default))).Granted();
        return town;
    }

    /// <summary>Somebody founds the node.</summary>
    public async Task FoundByAsync(Person steward, string joining)
    {
        var form = new NodeForm("Northside", "Tools, rooms and rides of the north side.", joining, "UTC", "commons");
        var challenge = await AskAsync((Challenges challenges) => challenges.IssueAsync(ChallengePurpose.Join, default));
        steward.Id = (await AskAsync((FoundNode found) => found.WithPassportAsync(
            form, steward.Request, steward.Answer(ChallengePurpose.Join, challenge), Origin, default))).Granted().Id;
        NodeDid = (await AskAsync((NodeSettings settings) => settings.FindAsync(NodeSettings.Did, default)))!;
    }

    /// <summary>Somebody asks to become a member.</summary>
    public async Task<Result<Member>> JoinAsync(Person person, string? invitation = null)
    {
        var challenge = await AskAsync((Challenges challenges) => challenges.IssueAsync(ChallengePurpose.Join, default));
        var joined = await AskAsync((JoinCommunity join) => join.WithPassportAsync(
            person.Request with { Invitation = invitation }, person.Answer(ChallengePurpose.Join, challenge), Origin, default));
        person.Id = joined.TryGet(out var member) ? member.Id : person.Id;
        return joined;
    }

    /// <summary>What somebody belongs to at this moment; somebody who has not joined is a stranger.</summary>
    public Task<Viewer> ViewerAsync(Person who) => who.Id == Guid.Empty
        ? Task.FromResult(Viewer.Stranger)
        : AskAsync((Viewers viewers) => viewers.OfAsync(who.Id, who.Did, default));

    /// <summary>One request: a use case with everything that it needs, as it is made at the door.</summary>
    public async Task<T> AskAsync<TUseCase, T>(Func<TUseCase, Task<T>> ask)
        where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>One request that answers with nothing.</summary>
    public async Task DoAsync<TUseCase>(Func<TUseCase, Task> act)
        where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>One request of somebody's.</summary>
    public async Task<T> AsAsync<TUseCase, T>(Person who, Func<Viewer, TUseCase, Task<T>> ask)
        where TUseCase : notnull
    {
        var viewer = await ViewerAsync(who);
        return await AskAsync((TUseCase useCase) => ask(viewer, useCase));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await using (var connection = new SqliteConnection(File.ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        foreach (var person in new[] { Dora, Fay, Amina, Bilal, Chen, Ewa, Gus, Zoe })
        {
            person.Dispose();
        }

        if (_temporary is not null)
        {
            Directory.Delete(_temporary, recursive: true);
        }
    }
}
