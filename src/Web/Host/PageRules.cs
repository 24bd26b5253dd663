using Microsoft.AspNetCore.Mvc.RazorPages;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Host;

/// <summary>Which pages are for whom.</summary>
internal static class PageRules
{
    internal static void Add(RazorPagesOptions pages)
    {
        foreach (var folder in new[] { "/Me", "/Publish", "/Assignments" })
        {
            pages.Conventions.AddFolderApplicationModelConvention(folder, page => page.Filters.Add(new MembersOnly()));
        }

        pages.Conventions.AddFolderApplicationModelConvention("/Desk", page => page.Filters.Add(new DeskOnly()));
    }
}
