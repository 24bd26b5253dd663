using System.Buffers.Text;
using System.Text.Json;
using PostMoney.Core.Grants;

namespace PostMoney.Web.Releasing;

/// <summary>A grant as a browser gets it: <c>{"grant", "box", "parts": [{"name", "label", "ciphertext"}]}</c>.</summary>
internal static class GrantAnswer
{
    internal static object Of(IssuedGrant grant)
    {
        using var statement = JsonDocument.Parse(grant.Statement);
        return new
        {
            grant = statement.RootElement.Clone(),
            box = Base64Url.EncodeToString(grant.Box),
            parts = grant.Parts.Select(part => new { name = part.Name, label = part.Label, ciphertext = Base64Url.EncodeToString(part.Ciphertext) }),
        };
    }
}
