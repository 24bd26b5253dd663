using System.Globalization;
using PostMoney.Core.Demo;
using PostMoney.Core.Foundation;
using PostMoney.Core.Sealing;
using PostMoney.Core.Storage;
using PostMoney.Web.Host;

namespace PostMoney.Web.Commands;

/// <summary>What <c>serve --demo</c> does before it serves: where nothing is, it makes a town to look around in.</summary>
internal static class DemoCommand
{
    /// <summary>Makes the town, unless the folder holds a database already.</summary>
    /// <param name="options">Where.</param>
    /// <param name="seed">From what; null for a town of its own.</param>
    /// <param name="ct">Gives up; nothing is left behind but the node's key.</param>
    internal static async Task BuildAsync(NodeOptions options, string? seed, CancellationToken ct)
    {
        if (File.Exists(options.DatabasePath))
        {
            return;
        }

        var randomness = new SystemRandomness();
        OwnerOnly.MakeFolder(options.DataDirectory);
        await File.WriteAllTextAsync(PassportPath(options), DemoPassport.Write(randomness), ct);
        await DemoDatabase.CreateAsync(
            options.DatabasePath,
            NodeKey.LoadOrCreate(options.KeyPath, randomness),
            TimeProvider.System.GetUtcNow(),
            seed ?? Convert.ToHexStringLower(randomness.Bytes(16)),
            Show,
            ct);
        Console.WriteLine();
    }

    /// <summary>How to sign in, in words.</summary>
    internal static string SignIns(NodeOptions options) =>
        $"""
        This is an example community. Nothing in it is real. Its passphrases are public, so keep it on your own machine.

        Sign in with the passphrase  {DemoTown.Passphrase}
        {string.Join('\n', DemoTown.SignIns.Select(person => $"  {person.Handle,-7}{person.Who}"))}
        {DemoPassport.Handle} keeps her passport herself: open the page /passport and take {PassportPath(options)} in, with the same passphrase.

        """;

    private static string PassportPath(NodeOptions options) => Path.Combine(options.DataDirectory, $"{DemoPassport.Handle}.passport.json");

    private static void Show(DemoProgress progress)
    {
        // In one line where somebody looks, and once where it goes into a file.
        if (!Console.IsOutputRedirected)
        {
            Console.Write(string.Create(
                CultureInfo.InvariantCulture, $"\rBuilding an example community: {progress.Items} needs and offers, {progress.Percent} % "));
        }
        else if (progress.Percent == 0)
        {
            Console.Write("Building an example community.");
        }
    }
}
