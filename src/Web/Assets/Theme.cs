using System.Text.Json;

namespace PostMoney.Web.Assets;

/// <summary>A look that a node or a member can choose.</summary>
/// <param name="Id">Its name in settings.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Description">How it looks, in a sentence.</param>
public sealed record Theme(string Id, string Name, string Description)
{
    internal static Theme Read(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new Theme(
            root.GetProperty("id").GetString()!, root.GetProperty("name").GetString()!, root.GetProperty("description").GetString()!);
    }
}
