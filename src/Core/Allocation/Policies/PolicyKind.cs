using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation.Policies;

/// <summary>A sort of policy that a community may adopt.</summary>
public sealed class PolicyKind
{
    private readonly Func<PolicyName, PolicyParameters, AllocationPolicy> _make;

    internal PolicyKind(
        string kind,
        string title,
        string words,
        IReadOnlyList<PolicyParameter> parameters,
        Func<PolicyName, PolicyParameters, AllocationPolicy> make)
    {
        Kind = kind;
        Title = title;
        Words = words;
        Parameters = parameters;
        _make = make;
    }

    /// <summary>Its stable name.</summary>
    public string Kind { get; }

    /// <summary>Its name for people.</summary>
    public string Title { get; }

    /// <summary>What it does and what to expect of it, in a few sentences for members.</summary>
    public string Words { get; }

    /// <summary>What may be chosen, with bounds and defaults.</summary>
    public IReadOnlyList<PolicyParameter> Parameters { get; }

    /// <summary>A policy of this kind.</summary>
    /// <param name="name">Its name and version.</param>
    /// <param name="chosen">Values by parameter name; defaults stand in for the rest.</param>
    /// <returns>The policy, or every refusal, each tied to its parameter.</returns>
    public Result<AllocationPolicy> Create(PolicyName name, IReadOnlyDictionary<string, long> chosen)
    {
        if (!RoundText.IsToken(name.Name) || name.Version < 1)
        {
            return RoundRefusals.PolicyUnnamed;
        }

        var parameters = PolicyParameters.Create(Parameters, chosen);
        return parameters.IsGranted ? _make(name, parameters.Value) : parameters.Refusals.ToList();
    }
}
