using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PostMoney.Web.Tests.BadInput;

/// <summary>One way into the running node: a page's handler, with the fields that it reads.</summary>
/// <param name="Route">The pattern of the address, such as <c>items/{id:guid}</c>.</param>
/// <param name="Method">GET or POST.</param>
/// <param name="Handler">The handler's name in the address, or empty.</param>
/// <param name="Fields">Names of what is bound.</param>
public sealed record Door(string Route, string Method, string Handler, IReadOnlyList<string> Fields)
{
    /// <summary>As failures and tables name it.</summary>
    public string Name => $"{Method} /{Route}{(Handler.Length > 0 ? $"?handler={Handler}" : "")}";

    /// <summary>All ways into the node, asked of the node itself, so that a new page cannot be forgotten.</summary>
    public static async Task<IReadOnlyList<Door>> AllOfAsync(RunningNode node)
    {
        var loader = node.Services.GetRequiredService<PageLoader>();
        var doors = new List<Door>();
        foreach (var endpoint in node.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } descriptor)
            {
                doors.Add(new Door(endpoint.RoutePattern.RawText!.TrimStart('/'), "GET", "", []));
                continue;
            }

            var page = await loader.LoadAsync(descriptor, EndpointMetadataCollection.Empty);
            var bound = page.BoundProperties.Select(property => property.BindingInfo?.BinderModelName ?? property.Name).ToList();
            doors.AddRange(page.HandlerMethods.Select(handler => new Door(
                endpoint.RoutePattern.RawText!, handler.HttpMethod.ToUpperInvariant(), handler.Name ?? "",
                [.. bound, .. handler.Parameters.Where(parameter => parameter.ParameterType != typeof(CancellationToken)).Select(parameter => parameter.Name)])));
        }

        return doors;
    }
}
