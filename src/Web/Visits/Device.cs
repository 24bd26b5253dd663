namespace PostMoney.Web.Visits;

/// <summary>A browser in a few words, so that its owner can tell it from others in a list.</summary>
internal static class Device
{
    private static readonly (string Sign, string Name)[] _browsers =
        [("Firefox/", "Firefox"), ("Edg/", "Edge"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] _systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    internal static string Of(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        var browser = Array.Find(_browsers, known => agent.Contains(known.Sign, StringComparison.Ordinal)).Name ?? "A browser";
        var system = Array.Find(_systems, known => agent.Contains(known.Sign, StringComparison.Ordinal)).Name;
        return system is null ? browser : $"{browser} on {system}";
    }
}
