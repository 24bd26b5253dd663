using System.Diagnostics.CodeAnalysis;
using PostMoney.ActivityStreams.Http.Signatures.Schemes;

namespace PostMoney.ActivityStreams.Http;

/// <summary>Headers that are written as signatures of the older draft are: <c>name="value"</c> with commas between.</summary>
/// <remarks>draft-cavage-http-signatures-12 §4.1, which FEP-8fcf uses for <c>Collection-Synchronization</c>.</remarks>
public static class HeaderParameters
{
    /// <summary>Reads one.</summary>
    /// <returns>False where it is not written so, or names something twice.</returns>
    public static bool TryRead(string line, [NotNullWhen(true)] out IReadOnlyDictionary<string, string>? parameters)
    {
        var isRead = CavageParameters.TryRead(line, out var found);
        parameters = found;
        return isRead;
    }
}
