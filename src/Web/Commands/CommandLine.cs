using PostMoney.Core.Members;
using PostMoney.Core.Operations;
using PostMoney.Core.Storage;
using PostMoney.Web.Host;

namespace PostMoney.Web.Commands;

/// <summary>The operator's command line: one program, several verbs.</summary>
public static class CommandLine
{
    private const string Help =
        """
        postmoney COMMAND [--data DIR]

          serve           run the node (--urls URL, --origin URL)            [default]
                          --proxy ADDRESS believes X-Forwarded-For and X-Forwarded-Proto from that address alone
                          --source URL is where people get the program's source; a link to it stands on every page
                          --demo makes an example community first, where the folder holds none
                          (--seed TEXT makes the same one again)
          create-steward  found the node without a browser, or say who the steward is
                          (--name NAME --handle HANDLE --display-name NAME; the passphrase is read from the input)
          verify-round    check a round by its transcript (FILE, or - for the input): a node's own is drawn again,
                          an alloc-transcript/1 of any program is checked by its proof
                          --commitment HEX compares what the node published when the round opened
                          --statement FILE --node DID checks the node's signed statement
          allocate        share out an instance of alloc-bench/1 (FILE, .gz or not), and say how it went
                          --policy leximin|lottery|need-lottery|first-come|round-robin   [default: leximin]
                          --seed TEXT is what the draw is made from
                          --transcript FILE writes an alloc-transcript/1 (needs of one slot)
          help            this text

        Without --data, the folder ./data is used. POSTMONEY_DATA, _URLS, _ORIGIN, _PROXY and _SOURCE say the same.
        """;

    /// <summary>Runs a command.</summary>
    /// <returns>0 when it did what was asked, 1 when the answer is no, 2 when the command makes no sense.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var command = args.Length > 0 && !args[0].StartsWith('-') ? args[0] : "serve";
        return command switch
        {
            "serve" => await ServeAsync(args),
            "create-steward" => await CreateStewardAsync(args),
            "verify-round" => await VerifyRoundAsync(args),
            "allocate" => Allocate(args),
            "help" => Say(Help),
            _ => Say(Help, code: 2),
        };
    }

    private static async Task<int> ServeAsync(string[] args)
    {
        var options = NodeOptions.Read(args);
        if (options.Problem is { } problem)
        {
            return Say(problem, code: 2);
        }

        if (args.Contains("--demo"))
        {
            await DemoCommand.BuildAsync(options, ValueOf(args, "seed"), CancellationToken.None);
        }

        await using var app = NodeHost.Build(options);
        await app.StartAsync();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var address = options.Origin ?? app.Urls.First();
            var isFounded = await scope.ServiceProvider.GetRequiredService<FoundNode>().IsFoundedAsync(CancellationToken.None);
            var settings = scope.ServiceProvider.GetRequiredService<NodeSettings>();
            var isExample = await settings.FindAsync(NodeSettings.Example, CancellationToken.None) is not null;
            Say(isFounded
                ? $"{(isExample ? DemoCommand.SignIns(options) : "")}The node is at {address}"
                : $"Open {address}/setup?code={app.Services.GetRequiredService<SetupCode>().Text} to set the node up.");
        }

        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task<int> CreateStewardAsync(string[] args)
    {
        var passphrase = (await Console.In.ReadLineAsync() ?? "").Trim();
        await using var app = NodeHost.Build(NodeOptions.Read(args));
        await using var scope = app.Services.CreateAsyncScope();
        var founded = await scope.ServiceProvider.GetRequiredService<FoundNode>().OnNodeAsync(
            new NodeForm(ValueOf(args, "name") ?? "PostMoney", "", JoiningModes.Invitation, ValueOf(args, "time-zone") ?? "UTC", "commons"),
            new JoinRequest(ValueOf(args, "handle") ?? "steward", ValueOf(args, "display-name") ?? "Steward"),
            passphrase,
            CancellationToken.None);
        return founded.TryGet(out var member)
            ? Say($"The node is founded, and {member.Handle} is its steward.")
            : Say(string.Join('\n', founded.Refusals.Select(refusal => refusal.Message)), code: 1);
    }

    private static async Task<int> VerifyRoundAsync(string[] args)
    {
        var file = args.Length > 1 && (args[1] == "-" || !args[1].StartsWith('-')) ? args[1] : null;
        var (code, said) = await VerifyRoundCommand.RunAsync(
            file, ValueOf(args, "commitment"), ValueOf(args, "statement"), ValueOf(args, "node"));
        return Say(said, code);
    }

    private static int Allocate(string[] args)
    {
        var file = args.Length > 1 && !args[1].StartsWith('-') ? args[1] : null;
        var (code, said) = AllocateCommand.Run(file, ValueOf(args, "policy"), ValueOf(args, "seed"), ValueOf(args, "transcript"));
        return Say(said, code);
    }

    private static string? ValueOf(string[] args, string name) =>
        Array.IndexOf(args, $"--{name}") is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private static int Say(string text, int code = 0)
    {
        (code == 0 ? Console.Out : Console.Error).WriteLine(text);
        return code;
    }
}
