using PostMoney.Core.Foundation;
using PostMoney.Core.Sealing;

namespace PostMoney.Core.Members;

/// <summary>What somebody tells when they join.</summary>
/// <param name="Handle">What they want to be called in addresses.</param>
/// <param name="DisplayName">What people should call them.</param>
/// <param name="Application">A word to the stewards, or empty.</param>
/// <param name="Invitation">The code of an invitation, or null.</param>
public sealed record JoinRequest(string Handle, string DisplayName, string Application = "", string? Invitation = null)
{
    /// <summary>Most characters of a name.</summary>
    public const int LongestName = 60;

    /// <summary>Most characters of an application.</summary>
    public const int LongestApplication = 1_000;

    internal List<Refusal> Problems()
    {
        var problems = new List<Refusal>();
        if (!IsHandle(Handle))
        {
            problems.Add(MemberRefusals.Handle);
        }

        if (string.IsNullOrWhiteSpace(DisplayName) || DisplayName.Trim().Length > LongestName || DisplayName.Any(char.IsControl))
        {
            problems.Add(MemberRefusals.Name);
        }

        if (Application.Length > LongestApplication)
        {
            problems.Add(MemberRefusals.Application);
        }

        return problems;
    }

    internal static bool IsPassphrase(string passphrase) =>
        passphrase.Length is >= PassportVault.ShortestPassphrase and <= PassportVault.LongestPassphrase;

    private static bool IsHandle(string handle) =>
        handle.Length is >= 2 and <= 30
        && char.IsAsciiLetterLower(handle[0])
        && handle.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');
}
