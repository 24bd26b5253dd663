using System.Security.Cryptography;
using System.Text;
using PostMoney.Fairness.Claims;
using PostMoney.Fairness.Intervals;
using PostMoney.Fairness.Slots;

namespace PostMoney.Fairness.Tests.Independent;

/// <summary>Every policy there is, made for a sheet from what stands on it.</summary>
internal static class EveryOrder
{
    public static IReadOnlyList<string> Names { get; } =
        ["arrival", "need lottery", "person lottery", "person lottery by logarithm", "round robin", "least access", "least access by share", "classes"];

    /// <summary>The order of a name.</summary>
    public static ClaimOrder Make(string name, Sheet sheet, AllocationProblem problem, string seed = "seed")
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(seed));
        var people = problem.People.Select(sheet.Person).ToArray();
        var tickets = Tickets.PlacesOfPeople(bytes, problem.People);
        return name switch
        {
            "arrival" => new ByArrival(people.Select(person => Batches(sheet, person)), tickets),
            "need lottery" => new NeedLottery(problem, Tickets.Places(bytes, problem.Needs)),
            "person lottery" => PersonLottery.ByTickets(bytes, problem.People, [.. people.Select(person => person.Weight)]),
            "person lottery by logarithm" => PersonLottery.ByLogarithm(bytes, problem.People, [.. people.Select(person => person.Weight)]),
            "round robin" => new RoundRobin([.. people.Select(person => person.Position)], 3, 100),
            "least access" => Leximin(sheet, problem, seed),
            "least access by share" => new LeastAccessFirst(
                [.. people.Select(person => person.Access)], [.. people.Select(person => person.Share)], tickets),
            "classes" => new ClassesFirst([.. people.Select(person => person.Class)], Leximin(sheet, problem, seed)),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
    }

    public static LeastAccessFirst Leximin(Sheet sheet, AllocationProblem problem, string seed = "seed") => new(
        [.. problem.People.Select(person => sheet.Person(person).Access)], null,
        Tickets.PlacesOfPeople(SHA256.HashData(Encoding.UTF8.GetBytes(seed)), problem.People));

    /// <summary>Runs a sheet by the kernel that its kind has.</summary>
    public static Outcome Run(this Sheet sheet, string order, string seed = "seed")
    {
        var problem = sheet.Build();
        return sheet.Run(problem, Make(order, sheet, problem, seed));
    }

    public static Outcome Run(this Sheet sheet, AllocationProblem problem, ClaimOrder order) =>
        Outcome.Of(sheet, problem, Allocate(problem, order));

    /// <summary>The library's own answer.</summary>
    public static Allocation Allocate(this Sheet sheet, AllocationProblem problem, string order) =>
        Allocate(problem, Make(order, sheet, problem));

    /// <summary>Runs a sheet by the kernel for several cells, whatever its kind; no wish may ask for several units.</summary>
    public static Outcome RunAsIntervals(this Sheet sheet, string order)
    {
        var problem = sheet.Build();
        return Outcome.Of(sheet, problem, AllocateIntervals.Run(problem, Make(order, sheet, problem), Contention.AskedIn(problem)));
    }

    private static Allocation Allocate(AllocationProblem problem, ClaimOrder order) =>
        problem.IsSlotKind ? AllocateSlots.Run(problem, order) : AllocateIntervals.Run(problem, order, Contention.AskedIn(problem));

    private static IEnumerable<long> Batches(Sheet sheet, Somebody person) =>
        sheet.Wishes.Where(wish => wish.Person == person.Id).SelectMany(wish => Enumerable.Repeat(wish.Batch, wish.Units)).DefaultIfEmpty(0);
}
