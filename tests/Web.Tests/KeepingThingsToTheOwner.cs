using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PostMoney.Web.Host;
using Xunit;

namespace PostMoney.Web.Tests;

/// <summary>What a node lays down in its folder, for its operator's eyes or for nobody's.</summary>
public sealed class KeepingThingsToTheOwner : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("postmoney-owner-").FullName;

    private string Folder => Path.Combine(_parent, "data");

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    [Fact]
    public async Task Makes_a_folder_and_files_that_nobody_else_can_read()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("skipped: other permissions");
            return;
        }

        await using var node = await StartAsync([]);
        using var handler = new SocketsHttpHandler();
        using var stranger = new HttpClient(handler);
        await stranger.GetStringAsync(Address(node) + "/setup");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(Folder, "session-keys")));
        var files = Directory.GetFiles(Folder);
        Assert.Contains(files, file => file.EndsWith("node.db-wal", StringComparison.Ordinal));
        foreach (var file in files)
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        await node.StopAsync();
    }

    [Fact]
    public async Task Wraps_the_keys_of_forms_under_the_node_key_and_says_nothing_about_it()
    {
        var said = new ConcurrentQueue<string>();
        string form;
        using var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false };
        using var stranger = new HttpClient(handler);
        await using (var node = await StartAsync(said))
        {
            form = await stranger.GetStringAsync(Address(node) + "/setup");
            await node.StopAsync();
        }

        var key = File.ReadAllText(Assert.Single(Directory.GetFiles(Path.Combine(Folder, "session-keys"))));
        Assert.Contains("SessionKeyDecryptor", key, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", key, StringComparison.Ordinal);
        Assert.Empty(said);

        // The same key after a start: a form that was open is still taken.
        var token = form.Split("__RequestVerificationToken\" type=\"hidden\" value=\"")[1].Split('"')[0];
        await using var again = await StartAsync(said);
        using var answer = await stranger.PostAsync(Address(again) + "/setup", new FormUrlEncodedContent(
            [KeyValuePair.Create("Code", "guessed"), KeyValuePair.Create("__RequestVerificationToken", token)]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Empty(said);
        await again.StopAsync();
    }

    private static string Address(Microsoft.AspNetCore.Builder.WebApplication node) =>
        node.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    private async Task<Microsoft.AspNetCore.Builder.WebApplication> StartAsync(ConcurrentQueue<string> said)
    {
        var node = NodeHost.Build(
            new NodeOptions { DataDirectory = Folder, Urls = "http://127.0.0.1:0" },
            builder => builder.Services.AddSingleton<ILoggerProvider>(new Noted(said)));
        await node.StartAsync();
        return node;
    }

    private sealed class Noted(ConcurrentQueue<string> said) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            said.Enqueue(formatter(state, exception));
    }
}
