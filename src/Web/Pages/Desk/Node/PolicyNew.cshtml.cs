using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Allocation.Policies;
using PostMoney.Core.Allocation.Pools;
using PostMoney.Web.Display;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Desk.Node;

/// <summary>A steward adopts rules, by a form made of what the kind of rules can be told.</summary>
public sealed class PolicyNewModel(AdoptPolicy adopt, PoolList pools) : NodePage
{
    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Preset { get; set; } = "";

    /// <summary>The kind that was chosen, or null.</summary>
    public PolicyKind? Chosen => PolicyCatalog.Kinds.FirstOrDefault(kind => kind.Kind == Kind);

    public IReadOnlyDictionary<string, string> Values { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync(CancellationToken ct)
    {
        var newest = (await pools.PoliciesAsync(ct)).FirstOrDefault(policy => policy.Name == Name && policy.Kind == Kind);
        var before = newest is not null
            && PolicyCatalog.Read(newest.Kind, new PolicyName(newest.Name, newest.Version), newest.Parameters).TryGet(out var policy)
                ? policy.Parameters.Values
                : null;
        var preset = PolicyPreset.All.FirstOrDefault(preset => preset.Name == Preset && preset.Kind == Kind);
        Values = Chosen?.Parameters.ToDictionary(
            parameter => parameter.Name,
            parameter => (preset?.ValueOf(parameter) ?? before?[parameter.Name] ?? parameter.Default).ToString(CultureInfo.InvariantCulture)) ?? [];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Chosen is not { } kind)
        {
            return BadRequest();
        }

        var form = Posted.Form(Request);
        Values = kind.Parameters.ToDictionary(parameter => parameter.Name, parameter => form[parameter.Name].ToString());
        var adopted = await adopt.ExecuteAsync(Viewer, Name.Trim(), Kind, Values.ToDictionary(pair => pair.Key, pair => Number(pair.Value)), ct);
        return adopted.IsGranted ? Next("/desk/policies", $"{Name.Trim()} is adopted. Rounds that open from now on can go by it.") : Refuse(adopted.Refusals);
    }

    // What is no number is out of all bounds.
    private static long Number(string text) =>
        long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : long.MinValue;
}
