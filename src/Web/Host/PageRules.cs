using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Host;

/// <summary>Which pages are for whom.</summary>
internal static class PageRules
{
    internal static void Add(RazorPagesOptions pages)
    {
        pages.Conventions.ConfigureFilter(new WellFormed());
        foreach (var folder in new[] { "/Me", "/Publish", "/Assignments" })
        {
            Guard(pages, folder, new MembersOnly());
        }

        Guard(pages, "/Desk", new OnlyThose(viewer => viewer.HasDesk));
        Guard(pages, "/Desk/Node", new OnlyThose(viewer => viewer.IsSteward));
        Guard(pages, "/Audit", new OnlyThose(viewer => viewer.IsSteward || viewer.IsAuditor));
    }

    private static void Guard(RazorPagesOptions pages, string folder, IFilterMetadata guard) =>
        pages.Conventions.AddFolderApplicationModelConvention(folder, page => page.Filters.Add(guard));
}
