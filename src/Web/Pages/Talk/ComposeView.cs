using PostMoney.Core.Categories;

namespace PostMoney.Web.Pages.Talk;

/// <summary>A form in which somebody says something.</summary>
public sealed record ComposeView(string Action, string Label, string Button)
{
    public string Text { get; init; } = "";

    public string Warning { get; init; } = "";

    public string For { get; init; } = "public";

    public string Language { get; init; } = "";

    public IReadOnlyList<PhotoField> Photos { get; init; } = [];

    public bool CanChooseAudience { get; init; } = true;

    public IReadOnlyList<FieldOption> Audiences { get; init; } = Display.PostWords.Choices;
}
