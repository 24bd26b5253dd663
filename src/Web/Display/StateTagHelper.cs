using Microsoft.AspNetCore.Razor.TagHelpers;
using PostMoney.Web.Assets;

namespace PostMoney.Web.Display;

/// <summary><c>&lt;state of="@label" /&gt;</c>: a state's badge.</summary>
[HtmlTargetElement("state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StateTagHelper(AssetFiles assets) : TagHelper
{
    /// <summary>The state.</summary>
    public StateLabel? Of { get; set; }

    /// <summary>More classes, such as <c>large</c>.</summary>
    public string? Class { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Class is null ? "state" : $"state {Class}");
        output.Attributes.SetAttribute("data-state", Of!.State);
        output.Content.SetHtmlContent(
            $"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"{assets.Href("/themes/icons.svg")}#{Of.Icon}\"/></svg>");
        output.Content.Append(Of.Text);
    }
}
