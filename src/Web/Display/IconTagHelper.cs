using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PostMoney.Web.Assets;

namespace PostMoney.Web.Display;

/// <summary><c>&lt;icon name="clock" /&gt;</c>: a decoration beside a word. An icon alone needs a name in <c>visually-hidden</c>.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper(AssetFiles assets) : TagHelper
{
    /// <summary>Which icon.</summary>
    public string Name { get; set; } = "";

    /// <summary>More classes, such as <c>flip</c> or <c>large</c>.</summary>
    public string? Class { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Class is null ? "icon" : $"icon {Class}");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<use href=\"{assets.Href("/themes/icons.svg")}#{HtmlEncoder.Default.Encode(Name)}\"/>");
    }
}
