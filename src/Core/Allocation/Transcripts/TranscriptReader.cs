using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation.Transcripts;

/// <summary>Reads what a transcript was drawn from: the input and the secret. All else in it must follow from these.</summary>
internal static class TranscriptReader
{
    public static bool TryRead(
        JsonElement json, out (RoundInput Input, byte[] Secret) read, [NotNullWhen(false)] out Verification.Broken? broken)
    {
        read = default;
        var fault = new TranscriptFault();
        var root = new TranscriptFields(json, "", fault);
        if (root.Text("format") != Transcript.Format)
        {
            broken = new Verification.Broken("format", "It is not a transcript of a known format.");
            return false;
        }

        var input = Input(new TranscriptFields(root.Json("input"), "input", fault), fault);
        var secret = root.Bytes("secret");
        if (fault.Where is { } where)
        {
            broken = new Verification.Broken(where, "It is missing or malformed.");
            return false;
        }

        if (!input.TryGet(out var frozen))
        {
            broken = new Verification.Broken("input", input.Refusal.Message);
            return false;
        }

        broken = null;
        read = (frozen, secret);
        return true;
    }

    private static Result<RoundInput> Input(TranscriptFields fields, TranscriptFault fault)
    {
        var policy = Policy(fields.Object("policy"));
        var commitment = SeedCommitment.FromBytes(fields.Bytes("seedCommitment"));
        var offers = fields.Objects("offers", RoundLimits.MaxOffers, Offer);
        var nodes = fields.Objects("nodes", RoundLimits.MaxNeeds, node => new RoundNode(node.Text("id"), node.Count("uses")));
        var people = fields.Objects("people", RoundLimits.MaxNeeds, person =>
            new RoundPerson(person.Text("id"), person.Text("node"), person.Count("recentMinutes"))
            {
                Access = person.OptionalCount("access", 0),
                Share = person.OptionalCount("share", 1),
                Position = person.OptionalCount("position", 0),
                IsOfCohort = person.Has("cohort") && person.Flag("cohort"),
                Community = person.Has("community") ? person.Text("community") : "",
            });
        var needs = fields.Objects("needs", RoundLimits.MaxNeeds, need => Need(need, offers, fault));
        var (round, pool, home) = (fields.Text("round"), fields.Text("pool"), fields.Text("home"));
        var (openedAt, closedAt) = (fields.Moment("openedAt"), fields.Moment("closedAt"));
        var turn = fields.Has("turn") ? Turn(fields.Object("turn")) : null;
        if (fault.Where is not null || !commitment.TryGet(out var promised))
        {
            return RoundRefusals.NotACommitment;
        }

        return policy.TryGet(out var rules)
            ? RoundInput.Create(
                new RoundTerms(round, pool, home, rules, promised, openedAt, closedAt) { Turn = turn }, offers, nodes, people, needs)
            : policy.Refusal;
    }

    private static Result<AllocationPolicy> Policy(TranscriptFields fields) => PolicyCatalog.Read(
        fields.Text("kind"), new PolicyName(fields.Text("name"), fields.Count("version")), fields.Json("parameters"));

    private static RoundOffer Offer(TranscriptFields fields) => new(
        fields.Text("id"), fields.Window("window"), fields.Calendars("units", RoundLimits.MaxUnits), fields.Count("order"));

    private static RoundTurn Turn(TranscriptFields fields) => new(fields.Count("first"), fields.Count("size"));

    private static RoundWish Wish(TranscriptFields fields) =>
        new(fields.Window("window"), fields.OptionalMoment("lastUseEnd"), fields.OptionalMoment("nextUseFrom"));

    private static RoundNeed Need(TranscriptFields fields, List<RoundOffer> offers, TranscriptFault fault)
    {
        var eligible = new List<string>();
        foreach (var place in fields.Counts("offers", RoundLimits.MaxOffers))
        {
            if (place < 0 || place >= offers.Count)
            {
                fault.Note("input.needs");
                continue;
            }

            eligible.Add(offers[place].Id);
        }

        var wishes = fields.Objects("wishes", RoundLimits.MaxOtherWishes + 1, Wish);
        if (wishes.Count == 0)
        {
            fault.Note("input.needs");
            wishes.Add(new RoundWish(default));
        }

        return new RoundNeed(fields.Text("id"), fields.Text("person"), wishes[0].Window, eligible)
        {
            Batch = fields.OptionalCount("batch", 0),
            IsUrgent = fields.Flag("urgent"),
            RoundsWaited = fields.Count("waited"),
            Priority = fields.Count("priority"),
            UsesSoFar = fields.Count("uses"),
            LastUseEnd = wishes[0].LastUseEnd,
            NextUseFrom = wishes[0].NextUseFrom,
            Others = wishes[1..],
            SubmittedOrder = fields.Count("submitted"),
            IsWithdrawn = fields.Flag("withdrawn"),
        };
    }
}
