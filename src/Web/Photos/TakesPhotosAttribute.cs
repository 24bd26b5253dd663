using Microsoft.AspNetCore.Http.Metadata;
using PostMoney.Core.Media;

namespace PostMoney.Web.Photos;

/// <summary>Marks a page whose forms carry photos, so that they may be larger than others; for members alone, which <see cref="Host.RightSize"/> sees to.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TakesPhotosAttribute : Attribute, IRequestSizeLimitMetadata
{
    private const int Text = 1024 * 1024;

    /// <summary>Bytes of the whole form.</summary>
    public long? MaxRequestBodySize => Photo.MostBytesTogether + Text;
}
