using System.Text.Json;
using Xunit;

namespace PostMoney.Core.Tests.Allocation;

/// <summary>Public test data that lies beside the repository; a test that needs it is skipped where it is missing.</summary>
internal static class SharedData
{
    public static JsonDocument Json(string path)
    {
        var file = Find(path);
        Assert.SkipWhen(file is null, "skipped: no test data");
        return JsonDocument.Parse(File.ReadAllBytes(file!));
    }

    private static string? Find(string path)
    {
        var named = Environment.GetEnvironmentVariable("POSTMONEY_TEST_DATA");
        if (named is not null)
        {
            return Existing(Path.Combine(named, path));
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PostMoney.sln")))
            {
                return Existing(Path.Combine(folder.FullName, "..", "shared", "data", path));
            }
        }

        return null;
    }

    private static string? Existing(string file) => File.Exists(file) ? file : null;
}
