using System.Globalization;
using PostMoney.Core.Demo;
using PostMoney.Core.Foundation;
using PostMoney.Core.Sealing;
using PostMoney.Web.Host;

namespace PostMoney.Web.Commands;

/// <summary>What <c>serve --demo</c> does before it serves: where nothing is, it makes a town to look around in.</summary>
internal static class DemoCommand
{
    /// <summary>Makes the town, unless the folder holds a database already.</summary>
    /// <param name="options">Where.</param>
    /// <param name="seed">From what; null for a town of its own.</param>
    /// <param name="ct">Gives up; nothing is left behind but the node's key.</param>
    /// <returns>The town, or null where there was something already.</returns>
    internal static async Task<DemoTown?> BuildAsync(NodeOptions options, string? seed, CancellationToken ct)
    {
        if (File.Exists(options.DatabasePath))
        {
            return null;
        }

        var randomness = new SystemRandomness();
        Directory.CreateDirectory(options.DataDirectory);
        var town = await DemoDatabase.CreateAsync(
            options.DatabasePath,
            NodeKey.LoadOrCreate(options.KeyPath, randomness),
            TimeProvider.System.GetUtcNow(),
            seed ?? Convert.ToHexStringLower(randomness.Bytes(16)),
            Show,
            ct);
        Console.WriteLine();
        return town;
    }

    /// <summary>How to sign in, in words.</summary>
    internal static string SignInsOf(DemoTown town) =>
        $"""
        {town.Name}: an example community. Nothing in it is real, and its passphrase is public: keep it to yourself.

        Sign in with the passphrase   {DemoTown.Passphrase}
        {string.Join('\n', town.SignIns.Select(person => $"  {person.Handle,-8}{person.Who}"))}

        """;

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
