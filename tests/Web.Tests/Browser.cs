using Microsoft.Playwright;
using Xunit;

namespace PostMoney.Web.Tests;

/// <summary>One Chromium for all tests of this project; each test has a context of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] _places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/snap/bin/chromium"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(_places, File.Exists) is not { } chromium)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            // Names under .test are this machine (RFC 6761 §6.2).
            Args = ["--host-resolver-rules=MAP *.test 127.0.0.1", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"],
        });
    }

    /// <param name="address">The node.</param>
    /// <param name="scripting">Whether scripts run.</param>
    /// <param name="width">Of the window, in pixels.</param>
    /// <param name="from">The address on the network that the node sees, where it listens to that (as in the days of the tool library).</param>
    public async Task<IPage> OpenAsync(string address, bool scripting = true, int width = 1280, string? from = null)
    {
        Assert.SkipWhen(_browser is null, "skipped: no Chromium");
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,

            // Those names are certified by an authority of the test, which no browser knows.
            IgnoreHTTPSErrors = new Uri(address).Host.EndsWith(".test", StringComparison.Ordinal),
            JavaScriptEnabled = scripting,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ExtraHTTPHeaders = from is null ? [] : [KeyValuePair.Create("X-From", from)],
        });
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
