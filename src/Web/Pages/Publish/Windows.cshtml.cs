using Microsoft.AspNetCore.Mvc;
using PostMoney.Core.Categories;
using PostMoney.Core.Foundation;
using PostMoney.Core.Items;
using PostMoney.Core.Needs;
using PostMoney.Core.Timelines;
using PostMoney.Web.Display;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages.Publish;

/// <summary>Whoever needs something names other times that would do. Rows that are left empty do not count.</summary>
public sealed class WindowsModel(ItemPages items, RankWindows rank) : NodePage
{
    [FromRoute]
    public Guid Id { get; set; }

    public ItemPage Item { get; private set; } = null!;

    public IReadOnlyList<(string From, string To)> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        var named = await rank.OfAsync(Viewer, Id, ct);
        Rows = [.. Enumerable.Range(0, RankWindows.Most).Select(place => place < named.Count
            ? (When.Input(named[place].From, Visit.Zone), When.Input(named[place].To, Visit.Zone))
            : ("", ""))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        var form = Posted.Form(Request);
        Rows = [.. Enumerable.Range(1, RankWindows.Most).Select(place => (form[$"From{place}"].ToString(), form[$"To{place}"].ToString()))];
        var windows = new List<Window>();
        for (var place = 1; place <= Rows.Count; place++)
        {
            var (from, to) = Rows[place - 1];
            if (from.Length == 0 && to.Length == 0)
            {
                continue;
            }

            if (When.Read(from, Visit.Zone) is not { } begin || When.Read(to, Visit.Zone) is not { } end || !new Window(begin, end).IsValid)
            {
                return Refuse([NeedRefusals.OtherWindow.At($"To{place}")]);
            }

            windows.Add(new Window(begin, end));
        }

        var done = await rank.ExecuteAsync(Viewer, Id, windows, ct);
        return done.IsGranted ? Next($"/items/{Id}", "Your order is kept. The next draw looks at it.") : Refuse(done.Refusals);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var item = await items.FindAsync(Viewer, Id, ct);
        Item = item!;
        return item is { Card: { IsMine: true, Kind: ItemKind.Need, State: ItemState.Open } };
    }
}
