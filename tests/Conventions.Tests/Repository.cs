namespace PostMoney.Conventions.Tests;

/// <summary>The files of the repository, without what is built or fetched.</summary>
internal static class Repository
{
    private static readonly string[] _notOurs = ["artifacts", "node_modules", "lib", "bin", "obj", "data"];

    public static string Root { get; } = FindRoot();

    /// <summary>Files below a folder of the repository, with paths relative to its root.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        Below(new DirectoryInfo(Path.Combine(Root, folder)))
            .Where(file => endings.Contains(file.Extension))
            .Select(file => Path.GetRelativePath(Root, file.FullName))
            .Order(StringComparer.Ordinal);

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static IEnumerable<string> Lines(string file) => File.ReadLines(Path.Combine(Root, file));

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder) => folder.EnumerateFiles()
        .Concat(folder.EnumerateDirectories()
            .Where(inner => !_notOurs.Contains(inner.Name) && inner.Name[0] != '.')
            .SelectMany(Below));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PostMoney.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
