using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Media;
using PostMoney.Core.Timelines;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Talk;

/// <summary>A page with a form in which somebody says something, with photos or without.</summary>
public abstract class ComposePage : NodePage
{
    [BindProperty]
    public string Text { get; set; } = "";

    [BindProperty]
    public string Warning { get; set; } = "";

    [BindProperty]
    public IFormFile? Photo1 { get; set; }

    [BindProperty]
    public IFormFile? Photo2 { get; set; }

    [BindProperty]
    public IFormFile? Photo3 { get; set; }

    [BindProperty]
    public IFormFile? Photo4 { get; set; }

    [BindProperty]
    public string? Alt1 { get; set; }

    [BindProperty]
    public string? Alt2 { get; set; }

    [BindProperty]
    public string? Alt3 { get; set; }

    [BindProperty]
    public string? Alt4 { get; set; }

    [BindProperty]
    public bool Remove1 { get; set; }

    [BindProperty]
    public bool Remove2 { get; set; }

    [BindProperty]
    public bool Remove3 { get; set; }

    [BindProperty]
    public bool Remove4 { get; set; }

    /// <summary>The places for photos, as they stand in the form.</summary>
    public IReadOnlyList<PhotoField> PhotoFields => [.. Sent.Select(sent => new PhotoField(
        sent.Position, Attached.FirstOrDefault(photo => photo.Position == sent.Position), sent.Alt ?? "", sent.File is not null))];

    /// <summary>Photos that the post has already.</summary>
    protected IReadOnlyList<PhotoOnCard> Attached { get; set; } = [];

    /// <summary>What was said of photos.</summary>
    protected IReadOnlyList<PhotoSlot> Photos => [.. Sent.Where(sent => sent.File is not null || sent.Alt is not null || sent.IsRemoved)
        .Select(sent => new PhotoSlot(sent.Position, sent.File?.OpenReadStream(), sent.Alt ?? "", sent.IsRemoved))];

    private IEnumerable<(int Position, IFormFile? File, string? Alt, bool IsRemoved)> Sent =>
        [(1, Photo1, Alt1, Remove1), (2, Photo2, Alt2, Remove2), (3, Photo3, Alt3, Remove3), (4, Photo4, Alt4, Remove4)];

    /// <summary>What was done, with a word about photos that nobody has described.</summary>
    protected string Said(string done)
    {
        var silent = Sent.Count(sent => !sent.IsRemoved && string.IsNullOrWhiteSpace(sent.Alt)
            && (sent.File is not null || Attached.Any(photo => photo.Position == sent.Position)));
        return silent == 0 ? done
            : $"{done} {(silent == 1 ? "One photo has" : $"{silent} photos have")} no description yet. Who cannot see photos would be glad of one: you can add it under “Change”.";
    }
}

/// <summary>A place for a photo in a form.</summary>
/// <param name="Position">1, 2, 3 …</param>
/// <param name="Photo">What is there already, or null.</param>
/// <param name="Description">What is said of it.</param>
/// <param name="WasChosen">Whether a file was chosen in the form that comes back, which browsers do not keep.</param>
public sealed record PhotoField(int Position, PhotoOnCard? Photo, string Description, bool WasChosen);
