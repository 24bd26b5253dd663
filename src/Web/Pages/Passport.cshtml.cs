using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages;

/// <summary>The passports of this browser. The node learns nothing here, so nobody has to be signed in.</summary>
public sealed class PassportModel : NodePage
{
}
