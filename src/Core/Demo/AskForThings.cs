using PostMoney.Core.Access;
using PostMoney.Core.Assignments;
using PostMoney.Core.Foundation;
using PostMoney.Core.Timelines;

namespace PostMoney.Core.Demo;

/// <summary>Notes who publishes what when; what is urgent, a steward may match by hand.</summary>
internal sealed class AskForThings(
    DemoNode node, TownText text, PublishThings things, AnswerPermits answers, Almanac almanac, Agenda agenda, Dice dice,
    CancellationToken ct)
{
    /// <summary>Notes everything that is known beforehand.</summary>
    internal void Note()
    {
        foreach (var offer in text.Offers)
        {
            NoteOffer(offer);
        }

        foreach (var need in new PlanNeeds(text, almanac, dice).All())
        {
            agenda.Note(need.At, () => AskAsync(need.Text, need.By, need.Window));
        }

        foreach (var need in text.LastDays)
        {
            var window = new Window(almanac.At(need.FromDay, need.From), almanac.At(need.ToDay, need.To));
            agenda.Note(WhenAsked(need), () => AskAsync(need, need.By, window));
        }
    }

    private void NoteOffer(OfferText offer)
    {
        var at = almanac.At(offer.Day, new TimeOnly(8, 0)) + dice.Span(0, 12);
        at = at < almanac.Now ? at : almanac.BeforeSleep(almanac.Now.AddHours(-1), dice.Span(0.1, 2));
        var window = offer.Until is { } until
            ? new Window(almanac.At(offer.Day, new TimeOnly(8, 0)), almanac.At(until, new TimeOnly(20, 0)))
            : new Window(
                almanac.At(offer.Day + offer.Lead!.Value, offer.From), almanac.At(offer.Day + offer.Lead.Value + offer.Length, offer.To));
        agenda.Note(at, () => things.OfferAsync(offer, window));
        if (offer.Revised is { } revised)
        {
            agenda.Note(almanac.At(revised, new TimeOnly(11, 0)) + dice.Span(0, 6), () => things.ReviseAsync(things.Offers[offer.Id]));
        }

        if (offer.Withdrawn is { } withdrawn)
        {
            NoteWithdrawal(offer, almanac.At(withdrawn, new TimeOnly(10, 0)) + dice.Span(0, 9));
        }
    }

    // Somebody may hold a permit for it: then it is tried again next day.
    private void NoteWithdrawal(OfferText offer, DateTimeOffset at) => agenda.Note(at, async () =>
    {
        if (!await things.WithdrawAsync(things.Offers[offer.Id]))
        {
            NoteWithdrawal(offer, at.AddDays(1));
        }
    });

    private DateTimeOffset WhenAsked(LateNeedText need)
    {
        if (need.Day is { } day)
        {
            return almanac.At(day, need.At);
        }

        return need.HoursBeforeDraw is { } hours
            ? almanac.BeforeSleep(Rhythm.Last(almanac, need.Topic).AddHours(-hours), dice.Span(0.1, 2))
            : almanac.BeforeSleep(almanac.Now.AddHours(-need.HoursAgo!.Value), dice.Span(0.1, 3));
    }

    private async Task AskAsync(AskingText need, string by, Window window)
    {
        // What it asks for may have been withdrawn, or cut short, since it was planned.
        var who = node.People[by];
        var asked = await things.NeedAsync(need, who, window);
        if (!asked.TryGet(out var id))
        {
            return;
        }

        if (need is LateNeedText { Steward: { } steward } late)
        {
            agenda.Note(Rhythm.Next(almanac, need.Topic, node.Clock.Now).AddMinutes(14), () =>
                MatchAsync(node.People[steward], id, things.Offers[need.Asks!].Id, late.Reason!));
        }
        else if (need is NeedText && need.Urgent && dice.Chance(35))
        {
            agenda.Note(almanac.WhenAwake(node.Clock.Now + dice.Span(0.4, 3), dice.Span(0.1, 1)), () => MatchAnyAsync(id));
        }
        else if (need is NeedText && dice.Chance(4))
        {
            agenda.Note(almanac.WhenAwake(node.Clock.Now + dice.Span(2, 20), dice.Span(0.1, 1)), () => things.WithdrawAsync(who, id));
        }
    }

    private async Task MatchAnyAsync(Guid needId)
    {
        var dora = node.People["dora"];
        var choices = await node.AsAsync(dora, (Viewer viewer, DeskQueue desk) => desk.ChoicesAsync(viewer, needId, ct));
        if (choices.FirstOrDefault(choice => choice.Fits && choice.FreeUnits > 0) is { } fitting)
        {
            await MatchAsync(dora, needId, fitting.OfferId, dice.Pick(text.Words.Matching));
        }
    }

    // Refused where the draw has met the need already, which is what one hopes for.
    private async Task MatchAsync(Resident steward, Guid needId, Guid offerId, string reason)
    {
        if ((await node.AsAsync(steward, (Viewer viewer, MatchByHand match) =>
            match.ExecuteAsync(viewer, needId, offerId, reason, ct))).IsGranted)
        {
            await answers.LookAsync();
        }
    }
}
