using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PostMoney.Web.Visits;

namespace PostMoney.Web.Display;

/// <summary><c>&lt;moment at="@time" /&gt;</c>: a time in the node's zone; <c>as="ago"</c> and <c>as="day"</c> say it otherwise.</summary>
[HtmlTargetElement("moment", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MomentTagHelper(Visit visit) : TagHelper
{
    /// <summary>The time.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary><c>moment</c>, <c>day</c> or <c>ago</c>.</summary>
    public string As { get; set; } = "moment";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var full = When.Moment(At, visit.Zone, visit.Now);
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("title", full);
        output.Content.SetContent(As switch
        {
            "day" => When.Day(At, visit.Zone, visit.Now),
            "ago" => When.Ago(At, visit.Now),
            _ => full,
        });
    }
}
