using Xunit;

namespace PostMoney.Fixtures;

/// <summary>Finds the public conformance suites, which lie beside the repository and are no part of it.</summary>
public static class TestData
{
    /// <summary>The folder of a suite such as <c>jcs</c>; where there is none, the test that asks is skipped.</summary>
    /// <remarks>Looks in the folder that <c>POSTMONEY_TEST_DATA</c> names, else in <c>../shared/data</c> beside the repository.</remarks>
    public static string Find(string suite)
    {
        var folder = Root() is { } root ? Path.Combine(root, suite) : null;
        if (!Path.Exists(folder))
        {
            Assert.Skip("skipped: no test data");
        }

        return folder;
    }

    private static string? Root()
    {
        if (Environment.GetEnvironmentVariable("POSTMONEY_TEST_DATA") is { Length: > 0 } named)
        {
            return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PostMoney.sln")))
            {
                return Path.Combine(folder.FullName, "..", "shared", "data");
            }
        }

        return null;
    }
}
