using System.Text.Json;
using PostMoney.Core.Foundation;

namespace PostMoney.Core.Allocation.Policies;

/// <summary>Every kind of policy that a round can be drawn by.</summary>
public static class PolicyCatalog
{
    /// <summary>In the order in which they are offered to a community.</summary>
    public static IReadOnlyList<PolicyKind> Kinds { get; } =
    [
        WeightedLotteryPolicy.Description,
        LeastUsedFirstPolicy.Description,
        NeedsFirstPolicy.Description,
        NeedsThenAccessPolicy.Description,
        MaxMinPolicy.Description,
        RoundRobinPolicy.Description,
        FirstComePolicy.Description,
        NeedLotteryPolicy.Description,
        CohortsPolicy.Description,
        FairSharePolicy.Description,
    ];

    /// <summary>Makes a policy from chosen values.</summary>
    /// <returns>The policy, <see cref="RoundRefusals.UnknownPolicy"/>, or what <see cref="PolicyKind.Create"/> refuses.</returns>
    public static Result<AllocationPolicy> Create(string kind, PolicyName name, IReadOnlyDictionary<string, long> chosen) =>
        Kinds.FirstOrDefault(known => known.Kind == kind) is { } found
            ? found.Create(name, chosen)
            : RoundRefusals.UnknownPolicy;

    /// <summary>Makes a policy from parameters as <see cref="PolicyParameters.ToJson"/> wrote them.</summary>
    /// <returns>As <see cref="Create"/>, or <see cref="RoundRefusals.ParametersUnreadable"/>.</returns>
    public static Result<AllocationPolicy> Read(string kind, PolicyName name, string parameters)
    {
        try
        {
            using var json = JsonDocument.Parse(parameters);
            return Read(kind, name, json.RootElement);
        }
        catch (JsonException)
        {
            return RoundRefusals.ParametersUnreadable;
        }
    }

    internal static Result<AllocationPolicy> Read(string kind, PolicyName name, JsonElement parameters) =>
        PolicyParameters.Read(parameters) is { IsGranted: true } chosen
            ? Create(kind, name, chosen.Value)
            : RoundRefusals.ParametersUnreadable;
}
