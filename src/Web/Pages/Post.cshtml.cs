using PostMoney.Web.Visits;

namespace PostMoney.Web.Pages;

public sealed class PostModel : NodePage;
