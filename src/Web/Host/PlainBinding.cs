using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace PostMoney.Web.Host;

/// <summary>What was left empty in a form is an empty text, and whether that is enough is for the rules of Core to say.</summary>
internal sealed class PlainBinding : IDisplayMetadataProvider
{
    internal static void Use(MvcOptions mvc)
    {
        mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        mvc.ModelMetadataDetailsProviders.Add(new PlainBinding());
    }

    public void CreateDisplayMetadata(DisplayMetadataProviderContext context) =>
        context.DisplayMetadata.ConvertEmptyStringToNull = false;
}
