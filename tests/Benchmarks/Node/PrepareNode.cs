using System.Globalization;
using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Groups;
using PostMoney.Core.Items;
using PostMoney.Core.Members;
using PostMoney.Core.Passports;
using PostMoney.Fixtures;

namespace PostMoney.Benchmarks.Node;

/// <summary>Makes the folder of a node with as many open items as wanted, and signs Amina in.</summary>
/// <remarks>
/// A thousand items are published by the very steps of a page, signed and verified. More are copies of their rows with ids
/// and times of their own (<see cref="CopyItems"/>), since a hundred thousand signatures would take minutes.
/// </remarks>
internal static class PrepareNode
{
    /// <summary>How many items are published one by one.</summary>
    internal const int Published = 1_000;

    private const int Neighbours = 50;

    private static readonly string[] _kinds = ["ladder", "drill", "saw", "sander", "garden", "sewing"];

    /// <summary>Makes it.</summary>
    /// <param name="directory">An empty folder.</param>
    /// <param name="items">How many open items it is to have, a multiple of <see cref="Published"/>.</param>
    /// <returns>The token of Amina's session.</returns>
    internal static async Task<string> ExecuteAsync(string directory, int items)
    {
        await using var town = await TownAsync(directory, items);
        return await SignInAsync(town, town.Amina);
    }

    /// <summary>The same without a session.</summary>
    internal static async Task<Town> TownAsync(string directory, int items)
    {
        // The items come a second after another and the copies between the last of them and now: no round may be due at the start.
        var now = TimeProvider.System.GetUtcNow();
        var town = await Town.FoundAsync(directory, now - TimeSpan.FromMinutes(40));
        var people = await JoinAsync(town);
        (await town.AsAsync(town.Dora, (Viewer dora, FoundGroup found) => found.ExecuteAsync(
            dora, "workshop", "The workshop", "Tools that belong to nobody.", GroupJoining.Open, default))).Granted();
        foreach (var person in people.Append(town.Amina))
        {
            (await town.AsAsync(person, (Viewer viewer, JoinGroup join) => join.JoinAsync(viewer, "workshop", default))).Granted();
        }

        for (var number = 0; number < Published; number++)
        {
            (await PublishAsync(town, people[number % people.Count], number)).Granted();
        }

        CopyItems.Execute(town.File, items / Published - 1, town.Clock.Now, now);
        town.Clock.WaitUntil(now);
        return town;
    }

    private static async Task<List<Person>> JoinAsync(Town town)
    {
        var people = Enumerable.Range(1, Neighbours)
            .Select(number => new Person(string.Create(CultureInfo.InvariantCulture, $"Neighbour{number}")))
            .ToList();
        foreach (var person in people)
        {
            (await town.JoinAsync(person)).Granted();
        }

        return people;
    }

    // Half of them needs; one in ten for the workshop alone, one in ten for everybody, one in twenty to Amina alone.
    private static Task<Result<Guid>> PublishAsync(Town town, Person who, int number)
    {
        var kind = _kinds[number % _kinds.Length];
        var isNeed = number / Neighbours % 2 == 0;
        var title = string.Create(CultureInfo.InvariantCulture, $"{(isNeed ? "Wanted" : "To lend")}: {kind} no. {number}");
        var form = isNeed ? town.LadderWanted(title, inDays: 10 + number % 20) : town.LadderToLend(title, units: 1 + number % 3);
        var section = isNeed
            ? $$"""{"constraints":{"kind":"{{kind}}"} }"""
            : $$"""{"details":{"kind":"{{kind}}","condition":"good"} }""";
        form = (number % 20) switch
        {
            1 or 2 => form with { Visibility = Visibility.Public },
            3 or 4 => form with { Visibility = Visibility.Group, Group = "workshop" },
            5 => form with { Visibility = Visibility.Direct, Readers = town.Amina.Handle },
            _ => form,
        };
        form = form with
        {
            Sections = TownItems.Json(section),
            Priority = number % 7 == 0 ? Priority.Urgent : Priority.Normal,
            Summary = "For the house and the yard, two storeys, with all that belongs to it and a word on how it is used.",
        };
        return isNeed || number % 4 != 0 ? town.PublishAsync(who, form) : town.PublishAsync(who, form, ("lockCode", "4711"));
    }

    /// <summary>Signs somebody in.</summary>
    /// <returns>The token of their session.</returns>
    internal static async Task<string> SignInAsync(Town town, Person who)
    {
        var challenge = await town.AskAsync((Challenges challenges) => challenges.IssueAsync(ChallengePurpose.SignIn, default));
        return (await town.AskAsync((SignIn signIn) => signIn.WithPassportAsync(
            who.Answer(ChallengePurpose.SignIn, challenge), Town.Origin, "Benchmarks", default))).Granted();
    }
}
