using PostMoney.Core.Access;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Offers;
using PostMoney.Core.Timelines;
using PostMoney.Fixtures;
using Xunit;

namespace PostMoney.Core.Tests.Items;

public sealed class PublishingAnItem : InTown
{
    [Fact]
    public async Task Shows_what_was_signed_byte_for_byte()
    {
        var form = Town.LadderToLend("Ülkü’s ladder \"long\"");
        var signed = await Town.SignAsync(Town.Amina, (await Town.DraftAsync(Town.Amina, form)).Granted());
        var item = (await Town.SendAsync(Town.Amina, form, signed)).Granted();

        var page = await Town.AsAsync(Town.Chen, (Viewer chen, ItemPages pages) => pages.FindAsync(chen, item, default));

        Assert.Equal(signed.Record.ToArray(), System.Text.Encoding.UTF8.GetBytes(page!.Record));
        Assert.Equal(form.Title, page.Card.Title);
        Assert.Equal("Amina", page.Card.AuthorName);
        Assert.Equal("ladder", page.Sections.GetProperty("details").GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Refuses_a_form_beside_its_fields()
    {
        var form = Town.LadderToLend();
        await RefusedAsync(form with { Title = " " }, ItemRefusals.Title);
        await RefusedAsync(form with { Title = new string('x', 121) }, ItemRefusals.Title);
        await RefusedAsync(form with { Summary = new string('x', 1_001) }, ItemRefusals.Summary);
        await RefusedAsync(form with { To = form.From }, ItemRefusals.WindowReversed);
        await RefusedAsync(form with { To = form.From!.Value.AddDays(-1) }, ItemRefusals.WindowReversed);
        await RefusedAsync(form with { From = Town.Clock.Now.AddDays(-2), To = Town.Clock.Now.AddDays(-1) }, ItemRefusals.WindowOver);
        await RefusedAsync(form with { To = Town.Clock.Now.AddDays(4 * 365) }, ItemRefusals.WindowLong);
        await RefusedAsync(form with { From = null }, ItemRefusals.From);
        await RefusedAsync(form with { From = DateTimeOffset.UnixEpoch.AddTicks(-1) }, ItemRefusals.WindowEarly);
        await RefusedAsync(form with { Units = 0 }, ItemRefusals.Units);
        await RefusedAsync(form with { Units = 10_001 }, ItemRefusals.Units);
        await RefusedAsync(form with { Category = "offer.tool@v2" }, ItemRefusals.Category);
        await RefusedAsync(form with { Category = "offer.castle@v1" }, ItemRefusals.Category);
        await RefusedAsync(form with { Category = "tools" }, ItemRefusals.Category);
        await RefusedAsync(form with { Visibility = Visibility.Group }, ItemRefusals.Group);
        await RefusedAsync(form with { Visibility = Visibility.Group, Group = "no-such-group" }, ItemRefusals.Group);
        await RefusedAsync(form with { Visibility = Visibility.Direct }, ItemRefusals.Readers);
        await RefusedAsync(form with { Visibility = Visibility.Direct, Readers = "chen, nobody" }, ItemRefusals.Readers);
    }

    [Fact]
    public async Task Refuses_fields_that_the_category_does_not_have_or_lacks()
    {
        var draft = await Town.DraftAsync(Town.Amina, Town.LadderToLend() with { Sections = TownItems.Json("""{"details":{"kind":"dragon"}}""") });

        Assert.Equal(["details.kind", "details.condition"], draft.Refusals.Select(refusal => refusal.Field));
    }

    [Fact]
    public async Task Never_writes_what_is_to_be_sealed_into_the_record()
    {
        var form = Town.LadderToLend() with
        {
            Sections = TownItems.Json("""{"details":{"kind":"ladder","condition":"good"},"payload":{"lockCode":"4711"}}"""),
        };

        Assert.DoesNotContain("4711", (await Town.DraftAsync(Town.Amina, form)).Granted().GetRawText(), StringComparison.Ordinal);
        await RefusedAsync(form with { Sealed = ["garlic"] }, "item.unknown-field");
    }

    [Fact]
    public async Task Is_for_members()
    {
        await RefusedAsync(Town.LadderToLend(), ItemRefusals.ForeignSignature.Code, Town.Zoe);
        var signed = await SignedAsync(Town.Amina);

        (await SendAsync(Town.Zoe, signed)).RefusedAs(ItemRefusals.ForeignSignature);
    }

    [Fact]
    public async Task Refuses_a_record_that_somebody_else_signed_or_sends()
    {
        var draft = (await Town.DraftAsync(Town.Amina, Town.LadderToLend())).Granted();

        (await SendAsync(Town.Amina, await Town.SignAsync(Town.Chen, draft))).RefusedAs(ItemRefusals.ForeignSignature);
        (await SendAsync(Town.Chen, await Town.SignAsync(Town.Amina, draft))).RefusedAs(ItemRefusals.ForeignSignature);
        (await SendAsync(Town.Chen, await Town.SignAsync(Town.Chen, draft))).RefusedAs(ItemRefusals.ForeignSignature);
    }

    [Fact]
    public async Task Refuses_a_record_that_was_altered_after_it_was_signed()
    {
        var signed = await SignedAsync(Town.Amina);

        (await SendAsync(Town.Amina, signed with { Record = signed.Record.With(record => record["title"] = "A castle") })).RefusedAs("record.proof");
        (await SendAsync(Town.Amina, signed with { Record = signed.Record.With(record => record.Remove("proof")) })).RefusedAs("record.proof");
    }

    [Fact]
    public async Task Refuses_a_record_for_another_node()
    {
        await RefusedSignedAsync(draft => draft["authority"] = Town.Zoe.Did, ItemRefusals.ForeignAuthority.Code);
    }

    [Fact]
    public async Task Refuses_a_record_of_another_shape()
    {
        await RefusedSignedAsync(draft => draft["colour"] = "red", "record.shape");
        await RefusedSignedAsync(draft => draft["window"]!["until"] = "later", "record.shape");
        await RefusedSignedAsync(draft => draft["window"]!["to"] = "2027-05-01T09:00:00+00:00", "record.shape");
        await RefusedSignedAsync(draft => draft["priority"] = "urgent", "record.shape");
        await RefusedSignedAsync(draft => draft["id"] = "urn:uuid:NOT", "record.shape");
        await RefusedSignedAsync(draft => draft["visibility"] = "everybody", "record.shape");
        await RefusedSignedAsync(draft => draft["units"] = 1.5, "record.shape");
        await RefusedSignedAsync(draft => draft.Remove("summary"), "record.shape");
        await RefusedSignedAsync(draft => draft["@context"] = "https://www.w3.org/ns/activitystreams", "record.shape");
        await RefusedSignedAsync(draft => draft["version"] = 2, ItemRefusals.Version.Code);
    }

    [Fact]
    public async Task Refuses_a_signed_record_by_the_rules_of_the_form()
    {
        await RefusedSignedAsync(draft => draft["window"]!["to"] = "2027-03-01T09:00:07Z", ItemRefusals.WindowReversed.Code);
        await RefusedSignedAsync(draft => draft["category"] = "offer.tool@v7", ItemRefusals.Category.Code);
        await RefusedSignedAsync(draft => draft["details"]!["kind"] = "dragon", "item.choice");
        await RefusedSignedAsync(draft => draft["to"] = new System.Text.Json.Nodes.JsonArray(Town.Chen.Did), ItemRefusals.Readers.Code);
    }

    [Fact]
    public async Task Refuses_a_record_twice()
    {
        var signed = await SignedAsync(Town.Amina);
        (await SendAsync(Town.Amina, signed)).Granted();

        (await SendAsync(Town.Amina, signed)).RefusedAs(ItemRefusals.Known);
    }

    [Fact]
    public async Task Refuses_a_record_that_comes_late_or_from_the_future()
    {
        var signed = await SignedAsync(Town.Amina);
        Town.Clock.Pass(TakeInItem.Freshness + TimeSpan.FromSeconds(1));

        (await SendAsync(Town.Amina, signed)).RefusedAs(ItemRefusals.Published);
        await RefusedSignedAsync(draft => draft["published"] = "2027-03-02T09:00:00Z", ItemRefusals.Published.Code);
    }

    [Fact]
    public async Task Refuses_a_need_at_the_door_of_offers_and_an_offer_at_that_of_needs()
    {
        var need = await Town.SignAsync(Town.Amina, (await Town.DraftAsync(Town.Amina, Town.LadderWanted())).Granted());

        (await SendAsync(Town.Amina, need)).RefusedAs(ItemRefusals.Category);
        (await Town.SendAsync(Town.Amina, Town.LadderWanted(), await SignedAsync(Town.Amina))).RefusedAs(ItemRefusals.Category);
    }

    [Fact]
    public async Task Refuses_what_is_no_record_at_all()
    {
        foreach (var text in new[] { "", "{", "[]", "null", "{\"a\":1,\"a\":2}", new string('[', 10_000), new string(' ', 70_000) })
        {
            var submission = new Submission(System.Text.Encoding.UTF8.GetBytes(text), null, []);
            Assert.Equal(RefusalKind.Invalid, (await SendAsync(Town.Amina, submission)).Refusal.Kind);
        }
    }

    private async Task RefusedAsync(ItemForm form, Refusal refusal) => await RefusedAsync(form, refusal.Code);

    private async Task RefusedAsync(ItemForm form, string code, Person? who = null) =>
        (await Town.DraftAsync(who ?? Town.Amina, form)).RefusedAs(code);

    private async Task RefusedSignedAsync(Action<System.Text.Json.Nodes.JsonObject> change, string code)
    {
        var draft = (await Town.DraftAsync(Town.Amina, Town.LadderToLend())).Granted().With(change);
        (await SendAsync(Town.Amina, await Town.SignAsync(Town.Amina, draft))).RefusedAs(code);
    }

    private async Task<Submission> SignedAsync(Person who) =>
        await Town.SignAsync(who, (await Town.DraftAsync(who, Town.LadderToLend())).Granted());

    private Task<Result<Guid>> SendAsync(Person who, Submission submission) =>
        Town.AsAsync(who, (Viewer viewer, PublishOffer publish) => publish.ExecuteAsync(viewer, submission, default));
}
