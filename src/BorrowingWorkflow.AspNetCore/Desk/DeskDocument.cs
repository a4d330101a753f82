using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace BorrowingWorkflow.AspNetCore.Desk;

/// <summary>The one component of a page: it draws what it is given.</summary>
internal sealed class DeskDocument : ComponentBase
{
    [Parameter]
    public RenderFragment? Content { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Content);
}
