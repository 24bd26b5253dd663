using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Access;
using PostMoney.Core.Categories;
using PostMoney.Core.Categories.Forms;
using PostMoney.Core.Foundation;
using PostMoney.Core.Groups;
using PostMoney.Core.Items;
using PostMoney.Core.Members;
using PostMoney.Web.Display;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Publishing;

/// <summary>What the forms of needs and offers share: the fields, the draft, the signature in the browser or on the node.</summary>
public abstract class ItemFormPage(ItemFormParts parts) : NodePage
{
    [BindProperty]
    public string Category { get; set; } = "";

    [BindProperty]
    public string Title { get; set; } = "";

    [BindProperty]
    public string Summary { get; set; } = "";

    [BindProperty]
    public string From { get; set; } = "";

    [BindProperty]
    public string To { get; set; } = "";

    [BindProperty]
    public Priority Priority { get; set; }

    [BindProperty]
    public string Units { get; set; } = "";

    [BindProperty]
    public Guid? AskedOfferId { get; set; }

    [BindProperty]
    public Visibility Visibility { get; set; } = Visibility.Node;

    [BindProperty]
    public string Group { get; set; } = "";

    [BindProperty]
    public string Readers { get; set; } = "";

    [BindProperty]
    public bool Discoverable { get; set; }

    /// <summary>The category that is filled in, or null while one is to be chosen.</summary>
    public KnownCategory? Chosen { get; protected set; }

    /// <summary>What stands in the category's fields.</summary>
    public FormValues Values { get; protected set; } = FormValues.Empty;

    /// <summary>The groups of the viewer.</summary>
    public IReadOnlyList<GroupCard> Groups { get; private set; } = [];

    /// <summary>The item that is revised, or null for something new.</summary>
    public Guid? ItemId { get; protected set; }

    /// <summary>Whether it asks or gives.</summary>
    protected abstract ItemKind? Kind { get; }

    /// <summary>What the form is made with.</summary>
    protected ItemFormParts Parts { get; } = parts;

    /// <summary>Whether the node signs: it keeps the passport.</summary>
    public virtual bool SignsOnNode => Visit.Me!.Custody == Custody.Node;

    /// <summary>Signed in the clear on the node: for people whose passport the node keeps.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        if (Chosen is null)
        {
            return ItemId is null ? Refuse([ItemRefusals.Category]) : NotFound();
        }

        if (!SignsOnNode)
        {
            return Refuse([PublishingRefusals.NeedsScripting]);
        }

        var reading = Read();
        var drafted = await DraftAsync(Form(reading), ct);
        if (!reading.IsAccepted || !drafted.TryGet(out var draft))
        {
            return Refuse(Both(reading, drafted));
        }

        var published = await TakeInAsync(await SignAsync(draft, reading.Parts, ct), ct);
        return published.TryGet(out var id) ? Next($"/items/{id}", "It is published.") : Refuse(published.Refusals);
    }

    /// <summary>The record for a browser to seal and sign.</summary>
    public async Task<IActionResult> OnPostDraftAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        if (Chosen is null)
        {
            return RefuseJson([ItemRefusals.Category]);
        }

        var reading = Read();
        var drafted = await DraftAsync(Form(reading), ct);
        return reading.IsAccepted && drafted.TryGet(out var draft)
            ? new JsonResult(new { document = draft })
            : RefuseJson(Both(reading, drafted));
    }

    /// <summary>The record as a browser has sealed and signed it.</summary>
    public async Task<IActionResult> OnPostSignedAsync(CancellationToken ct)
    {
        var read = await SignedBody.ReadAsync(Request, ct);
        if (!read.TryGet(out var submission))
        {
            return RefuseJson(read.Refusals);
        }

        var published = await TakeInAsync(submission, ct);
        if (published.TryGet(out var id))
        {
            Flash.Say(Response, "It is published.");
            return new JsonResult(new { location = $"/items/{id}" });
        }

        // Sent again because no answer came: it is there, and that is all that was wanted.
        return published.Refusal.Code == ItemRefusals.Known.Code && SignedBody.IdOf(submission) is { } known
            ? new JsonResult(new { location = $"/items/{known}" })
            : RefuseJson(published.Refusals);
    }

    /// <summary>Loads what the form needs.</summary>
    protected virtual async Task PrepareAsync(CancellationToken ct)
    {
        Groups = [.. (await Parts.Groups.AllAsync(Viewer, ct)).Where(group => group.IsMine)];
        Chosen = CategoryId.TryParse(Category, out var id) && id.Kind == Kind ? await Parts.Categories.FindAsync(id, ct) : null;
    }

    /// <summary>Begins with a group, where the viewer belongs to it: somebody came from its page.</summary>
    protected void ForGroup(string? name)
    {
        if (Groups.FirstOrDefault(group => group.Name == name) is { } group)
        {
            Group = group.Name;
            Visibility = Visibility.Group;
        }
    }

    /// <summary>The record of this form.</summary>
    protected abstract Task<Result<JsonElement>> DraftAsync(ItemForm form, CancellationToken ct);

    /// <summary>Publishes or revises.</summary>
    protected abstract Task<Result<Guid>> TakeInAsync(Submission submission, CancellationToken ct);

    /// <summary>Seals and signs on the node.</summary>
    protected virtual async Task<Submission> SignAsync(JsonElement draft, IReadOnlyDictionary<string, string> texts, CancellationToken ct)
    {
        using var passport = Visit.Me!.OpenPassport()!;
        return await Parts.SignOnNode.AsMemberAsync(draft, texts, passport, Parts.Clock.GetUtcNow(), ct);
    }

    private FormReading Read() => CategoryForm.For(Chosen!.Schema).Read(
        Posted.Form(Request).SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))), Visit.Zone);

    private ItemForm Form(FormReading reading)
    {
        Values = reading.Values;
        return new ItemForm
        {
            Category = Category,
            Title = Title,
            Summary = Summary,
            From = When.Read(From, Visit.Zone),
            To = When.Read(To, Visit.Zone),
            Sections = reading.Sections,
            Priority = Priority,
            Units = Posted.WholeNumber(Units),
            AskedOfferId = AskedOfferId,
            Visibility = Visibility,
            Group = Group,
            Readers = Readers,
            Discoverable = Discoverable,
            Sealed = [.. reading.Parts.Keys, .. reading.SealedParts],
        };
    }

    // A field is wrong once: what the form's reading says of it is closer to what the person wrote.
    private static List<Refusal> Both(FormReading reading, Result<JsonElement> drafted)
    {
        var said = reading.Refusals;
        return [.. drafted.Refusals.Where(refusal => said.All(other => other.Field != refusal.Field)), .. said];
    }
}
