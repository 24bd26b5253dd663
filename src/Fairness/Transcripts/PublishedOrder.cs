using PostMoney.Fairness.Claims;

namespace PostMoney.Fairness.Transcripts;

/// <summary>The order of claims that a transcript cites, over its people in its order.</summary>
internal static class PublishedOrder
{
    public static ClaimOrder Of(TranscriptDocument transcript)
    {
        var (problem, policy, seed) = (transcript.Problem, transcript.Commit.Policy, transcript.Seed);
        var names = problem.People.Select(person => person.Id).ToList();
        return policy.Name switch
        {
            PolicyNames.Leximin => new LeastAccessFirst(
                [.. problem.People.Select(person => person.History)], null, Tickets.PlacesOfPeople(seed, names), policy.Unit),
            PolicyNames.Lottery => PersonLottery.ByLogarithm(seed, names, [.. problem.People.Select(person => person.Weight)]),
            PolicyNames.NeedLottery => new NeedLottery(Owned(problem, Tickets.Places(seed, [.. problem.Needs.Select(need => need.Id)]))),
            PolicyNames.FirstCome => new ByArrival(
                Owned(problem, [.. problem.Needs.Select(need => need.Batch)]), Tickets.PlacesOfPeople(seed, names)),
            PolicyNames.RoundRobin => new RoundRobin([.. problem.People.Select(person => person.Position)], policy.First, policy.Size),
            _ => throw new ArgumentOutOfRangeException(nameof(transcript)),
        };
    }

    private static List<T>[] Owned<T>(PublishedProblem problem, T[] ofNeeds)
    {
        var people = problem.People.Select((person, number) => (person.Id, number))
            .ToDictionary(person => person.Id, person => person.number, StringComparer.Ordinal);
        List<T>[] owned = [.. problem.People.Select(_ => new List<T>())];
        for (var need = 0; need < ofNeeds.Length; need++)
        {
            owned[people[problem.Needs[need].Person]].Add(ofNeeds[need]);
        }

        return owned;
    }
}
