using System.Globalization;
using System.Security.Cryptography;
using PostMoney.Core.Allocation;
using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Allocation.Transcripts;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Tests.Allocation;

/// <summary>The rounds of a small town, and the words to describe them.</summary>
internal static class Town
{
    public const string Home = "northside";
    public const string Elsewhere = "riverbend";

    public static readonly byte[] Secret = SHA256.HashData("the secret of this test"u8);

    public static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static Window Between(string from, string to) => new(At(from), At(to));

    public static AllocationPolicy Lottery(params (string Name, long Value)[] chosen) => Policy("weighted-lottery", chosen);

    public static AllocationPolicy LeastUsedFirst(params (string Name, long Value)[] chosen) => Policy("least-used-first", chosen);

    public static AllocationPolicy NeedsFirst(params (string Name, long Value)[] chosen) => Policy("needs-first", chosen);

    public static AllocationPolicy Policy(string kind, params (string Name, long Value)[] chosen) => PolicyCatalog.Create(
        kind, new PolicyName("tools", 3), chosen.ToDictionary(c => c.Name, c => c.Value)).Value;

    public static RoundTerms Terms(AllocationPolicy policy) => new(
        "0196f0a0-0000-7000-8000-000000000001",
        "hammer-drills",
        Home,
        policy,
        SeedCommitment.To(Secret),
        At("2027-03-01T09:00:00Z"),
        At("2027-03-02T18:00:00Z"));

    public static RoundOffer Offer(string id, int units, Window free) =>
        new(id, free, [.. Enumerable.Repeat<IReadOnlyList<Window>>([free], units)]);

    public static RoundNeed Need(string person, Window window, params string[] offers) => new($"need-of-{person}", person, window, offers);

    public static RoundInput Freeze(
        AllocationPolicy policy,
        IEnumerable<RoundOffer> offers,
        IEnumerable<RoundNeed> needs,
        IEnumerable<RoundPerson>? people = null,
        IEnumerable<RoundNode>? nodes = null)
    {
        var asked = needs.ToList();
        var known = (people ?? []).ToList();
        var unnamed = asked.Select(need => need.Person).Distinct().Where(id => known.All(person => person.Id != id));
        return RoundInput.Create(
            Terms(policy), offers, nodes ?? [], known.Concat(unnamed.Select(id => new RoundPerson(id, Home))), asked).Value;
    }

    public static RoundResult Draw(RoundInput input) => Write(input).Result;

    public static Transcript Write(RoundInput input) => TranscriptWriter.Write(input, Secret).Value;

    public static RoundLine LineOf(this RoundResult result, string need) => result.Lines.Single(line => line.Need == need);

    public static Reason ReasonOf(this RoundResult result, string person) => result.LineOf($"need-of-{person}").Reason;
}
