namespace PostMoney.Fairness.Tests.Independent;

/// <summary>A round as somebody would write it on a sheet of paper, before the library sees it; checks of the tests read it alone.</summary>
internal sealed record Sheet(IReadOnlyList<Somebody> People, IReadOnlyList<Thing> Things, IReadOnlyList<Wish> Wishes, int Cooldown = 0)
{
    /// <summary>Whoever wishes for something.</summary>
    public IEnumerable<string> Asking => Wishes.Select(wish => wish.Person).Distinct();

    public Wish WishOf(string id) => Wishes.First(wish => wish.Id == id);

    public Somebody Person(string id) => People.First(person => person.Id == id);

    public AllocationProblem Build()
    {
        var builder = new ProblemBuilder().WithCooldown(Cooldown);
        foreach (var person in People)
        {
            builder.AddPerson(person.Id);
        }

        var numbers = Things.ToDictionary(thing => thing.Id, thing => builder.AddOffer(thing.Id, thing.Holds));
        foreach (var wish in Wishes)
        {
            builder.AddNeed(
                wish.Id, wish.Person, (wish.Family, wish.Cap), new NeedSize(1, wish.Units, wish.Parallel),
                [.. wish.Places.Select(place => new Option(numbers[place.Thing], place.Instant, place.Length))]);
        }

        return builder.Build();
    }

    /// <summary>The same with everything in another order, but each wish's places, whose order says which is best.</summary>
    public Sheet Shuffled(Dice dice) =>
        this with { People = dice.Shuffled(People), Things = dice.Shuffled(Things), Wishes = dice.Shuffled(Wishes) };

    /// <summary>The same without a person and what they wish for.</summary>
    public Sheet Without(string person) => this with
    {
        People = [.. People.Where(one => one.Id != person)],
        Wishes = [.. Wishes.Where(wish => wish.Person != person)],
    };
}

internal sealed record Somebody(string Id, long Access = 0, int Share = 1, int Weight = 1, int Class = 0, int Position = 0);

internal sealed record Thing(string Id, int[] Holds);

internal sealed record Wish(
    string Id, string Person, IReadOnlyList<Spot> Places, long Family = 0, int Cap = 99, int Units = 1, int Parallel = 1, long Batch = 0);

internal sealed record Spot(string Thing, int Instant, int Length = 1);
