using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace PostMoney.Web.Tests.Accessibility;

/// <summary>axe-core, as <c>npm ci</c> in <c>src/Web/client</c> brings it, on pages of a browser.</summary>
public static class Axe
{
    private const string Run = """
        async () => {
          await new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)));
          document.getAnimations().forEach(animation => animation.finish());
          const { violations } = await axe.run(document, { resultTypes: ['violations'] });
          return JSON.stringify(violations.filter(found => found.impact === 'serious' || found.impact === 'critical')
            .map(found => `${found.id}: ${found.nodes.slice(0, 3).map(node => `${node.html.slice(0, 160)} (${node.failureSummary.replace(/\s+/g, ' ').slice(0, 240)})`).join(' | ')}`));
        }
        """;

    /// <summary>Has every page of a context ready for it. It comes beside the page's own scripts, so that their policy stays as it is.</summary>
    public static async Task AddToAsync(IBrowserContext context)
    {
        var script = Find();
        Assert.SkipWhen(script is null, "skipped: no axe-core; run npm ci in src/Web/client");
        await context.AddInitScriptAsync(await File.ReadAllTextAsync(script!));
    }

    /// <summary>What is seriously or critically wrong with a page as it stands, each in a line.</summary>
    public static async Task<IReadOnlyList<string>> FaultsOfAsync(IPage page) =>
        JsonSerializer.Deserialize<string[]>(await page.EvaluateAsync<string>(Run))!;

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "src", "Web", "client", "node_modules", "axe-core", "axe.min.js");
            if (File.Exists(script))
            {
                return script;
            }
        }

        return null;
    }
}
