using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Actors;
using PostMoney.Core.Categories;
using PostMoney.Core.Federation;
using PostMoney.Core.Following;
using PostMoney.Core.Foundation;
using PostMoney.Core.Operations;
using PostMoney.Web.Display;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk.Node;

/// <summary>Other servers: with whom the node talks, what is on its way, and what was decided.</summary>
public sealed class FederationModel(
    FederationDesk desk, ChooseFederationMode choose, DecideAboutHost decide, TryFederationAgain again, FollowActor follow,
    UnfollowActor unfollow, TimeProvider clock) : NodePage
{
    private static readonly Refusal _choice = new(RefusalKind.Invalid, "federation.choice", "Choose one of the list.", "Severity");

    public static IReadOnlyList<FieldOption> Modes { get; } =
    [
        new("open", "Every server that is not kept out"),
        new("allow-list", "Servers on the list alone"),
        new("local", "Nobody"),
    ];

    public static IReadOnlyList<FieldOption> Severities { get; } =
    [
        new("suspend", "Kept out: nothing comes in or goes out"),
        new("limit", "Limited: seen by those who follow somebody there"),
        new("allow", "On the list of those that may talk with us"),
    ];

    public static IReadOnlyList<FieldOption> ReasonChoices { get; } = [new("shown", "Read by everybody"), new("hidden", "For stewards alone")];

    [BindProperty]
    public string Reasons { get; set; } = "";

    [BindProperty]
    public string Mode { get; set; } = "open";

    [BindProperty]
    public string Host { get; set; } = "";

    [BindProperty]
    public string Severity { get; set; } = "suspend";

    [BindProperty]
    public string Reason { get; set; } = "";

    [BindProperty]
    public string Days { get; set; } = "0";

    [BindProperty]
    public string Node { get; set; } = "";

    [BindProperty(Name = "actor")]
    public Guid Actor { get; set; }

    public FederationView View { get; private set; } = null!;

    public static string Word(HostSeverity severity) => severity switch
    {
        HostSeverity.Suspend => "Kept out",
        HostSeverity.Limit => "Limited",
        _ => "On the list",
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Mode = FederationSettings.Write(View.Mode);
    }

    public async Task<IActionResult> OnPostModeAsync(CancellationToken ct) => Modes.All(mode => mode.Value != Mode)
        ? StatusCode(StatusCodes.Status400BadRequest)
        : await AnswerAsync(await choose.ExecuteAsync(Viewer, FederationSettings.Read(Mode), ct), "Saved.", ct);

    public async Task<IActionResult> OnPostReasonsAsync(CancellationToken ct) => ReasonChoices.All(choice => choice.Value != Reasons)
        ? StatusCode(StatusCodes.Status400BadRequest)
        : await AnswerAsync(await choose.ReasonsAsync(Viewer, Reasons == "shown", ct), "Saved.", ct);

    public async Task<IActionResult> OnPostDecideAsync(CancellationToken ct) => await AnswerAsync(
        Enum.TryParse<HostSeverity>(Severity, ignoreCase: true, out var severity) && Severities.Any(choice => choice.Value == Severity)
            ? SafetyWords.TryDays(Days, out var days)
                ? await decide.ExecuteAsync(Viewer, Host, severity, Reason, days is { } length ? clock.GetUtcNow().AddDays(length) : null, ct)
                : _choice with { Field = "Days" }
            : _choice,
        "It is decided.", ct);

    public async Task<IActionResult> OnPostLiftAsync(CancellationToken ct) =>
        await AnswerAsync(await decide.LiftAsync(Viewer, Host, ct), "The decision is lifted.", ct);

    public async Task<IActionResult> OnPostRetryAsync(CancellationToken ct) =>
        await AnswerAsync(await again.ForHostAsync(Viewer, Host, ct), "It is tried again.", ct);

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken ct) =>
        await AnswerAsync(await again.InboxAsync(Viewer, ct), "It is tried again.", ct);

    public async Task<IActionResult> OnPostFollowAsync(CancellationToken ct)
    {
        var followed = await follow.NodeAsync(Viewer, Node, ct);
        return await AnswerAsync(
            followed.IsGranted ? Done.Value : followed.Refusal with { Kind = RefusalKind.Invalid, Field = "Node" }, "The node was asked.", ct);
    }

    public async Task<IActionResult> OnPostUnfollowAsync(CancellationToken ct) =>
        await AnswerAsync(await unfollow.NodeAsync(Viewer, Actor, ct), "The node is followed no more.", ct);

    private async Task<IActionResult> AnswerAsync(Result<Done> done, string said, CancellationToken ct)
    {
        if (done.IsGranted)
        {
            return Next("/desk/federation", said);
        }

        await LoadAsync(ct);
        return Refuse(done.Refusals);
    }

    private async Task LoadAsync(CancellationToken ct) => View = (await desk.ViewAsync(Viewer, ct))!;
}
