using PostMoney.Core.Foundation;
using Xunit;

namespace PostMoney.Fixtures;

/// <summary>What tests expect of a result, with all refusals in the message where it is otherwise.</summary>
public static class Results
{
    /// <summary>The value; the test fails with every reason where it was refused.</summary>
    public static T Granted<T>(this Result<T> result)
    {
        Assert.True(result.IsGranted, "Refused: " + string.Join("; ", result.Refusals.Select(r => $"{r.Code} at {r.Field}: {r.Message}")));
        return result.Value;
    }

    /// <summary>The test fails unless this is among the reasons of the refusal.</summary>
    public static void RefusedAs<T>(this Result<T> result, string code)
    {
        Assert.False(result.IsGranted, $"Granted, though {code} was expected.");
        Assert.Contains(code, result.Refusals.Select(refusal => refusal.Code));
    }

    /// <summary>The test fails unless this is among the reasons of the refusal.</summary>
    public static void RefusedAs<T>(this Result<T> result, Refusal refusal) => result.RefusedAs(refusal.Code);
}
