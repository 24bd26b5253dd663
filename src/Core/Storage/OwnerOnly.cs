namespace PostMoney.Core.Storage;

/// <summary>Keeps folders and files to the owner of the process, whatever its umask is.</summary>
public static class OwnerOnly
{
    private const UnixFileMode ReadAndWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder. One that exists stays as it was opened to others; what is in it is kept from them file by file.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, ReadAndWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Makes an empty file where there is none.</summary>
    /// <remarks>SQLite gives the files that it makes beside a database the database's own mode.</remarks>
    public static void MakeFile(string path)
    {
        if (!File.Exists(path))
        {
            using var made = new FileStream(path, NewFile(FileAccess.Write));
        }
    }

    /// <summary>Takes a file from everybody else, as one that was copied back from a backup may have to be.</summary>
    /// <remarks>By its name: a database that is open must not be opened and closed beside SQLite, which would lose its locks.</remarks>
    public static void TakeFile(string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, ReadAndWrite);
            }
        }
        catch (UnauthorizedAccessException)
        {
            // It belongs to somebody else, who has decided who may read it.
        }
    }

    /// <summary>How to open a file that must not exist yet.</summary>
    internal static FileStreamOptions NewFile(FileAccess access)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = access };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = ReadAndWrite;
        }

        return options;
    }
}
